import type { ColorBand, HexColor, Scene } from '@neurofab/core';
import { formatDecimal } from '@neurofab/core/internal';

/** A colour, where it comes in, and what is printed in it. */
export interface ColorRow {
  /** A slot's number, or from where on a filament is to be in. */
  readonly label: string;
  readonly color: HexColor;
  /** Of parts, in short. */
  readonly names: string;
}

/** Which slot prints what. */
export function slotRows({ parts }: Pick<Scene, 'parts'>): ColorRow[] {
  const slots = [...new Set(parts.map(({ slot }) => slot))];
  return slots.map((slot) => {
    const own = parts.filter((part) => part.slot === slot);
    return { label: String(slot), color: own[0]!.color, names: namesInShort(own.map(({ name }) => name)) };
  });
}

/** Where to change filament by hand. */
export function bandRows(bands: readonly ColorBand[]): ColorRow[] {
  return bands.map(({ height, layer, color, parts }) => ({
    label: layer === 1 ? 'begin with' : `before z = ${formatDecimal(height, 3)} (layer ${layer})`,
    color,
    names: namesInShort(parts),
  }));
}

/** `layer 1, layer 4, layer 7` as `layers 1, 4, 7`, and what comes again once. */
export function namesInShort(all: readonly string[]): string {
  const names = [...new Set(all)];
  const layers = names.flatMap((name) => /^layer (\d+)$/.exec(name)?.[1] ?? []);
  if (layers.length < 2) return names.join(', ');
  return [...names.filter((name) => !/^layer \d+$/.test(name)), `layers ${layers.join(', ')}`].join(', ');
}
