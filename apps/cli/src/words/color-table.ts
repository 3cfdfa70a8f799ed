import type { ColorBand, HexColor, Scene } from '@neurofab/core';
import { formatDecimal } from '@neurofab/core/internal';
import type { Io } from '../io.ts';
import { colorDepth } from './color-depth.ts';
import { colorsFor } from './messages.ts';
import { alignedCells } from './table.ts';

/** Which slot prints what, in lines. */
export function slotTable(io: Io, { parts }: Scene): string[] {
  const slots = new Map<number, ColorRow & { readonly names: string[] }>();
  for (const { name, color, slot } of parts) {
    const found = slots.get(slot);
    if (found === undefined) slots.set(slot, { label: String(slot), color, names: [name] });
    else found.names.push(name);
  }
  return colorTable(io, 'slot', [...slots.values()]);
}

/** Where to change filament by hand, in lines. */
export function bandTable(io: Io, bands: readonly ColorBand[]): string[] {
  const rows = bands.map(({ height, layer, color, parts }) => ({
    label: layer === 1 ? 'begin with' : `before z = ${formatDecimal(height, 3)} (layer ${layer})`,
    color,
    names: parts,
  }));
  return colorTable(io, 'change filament', rows);
}

/** `layer 1, layer 4, layer 7` as `layers 1, 4, 7`. */
export function inShort(names: readonly string[]): string {
  const layers = names.flatMap((name) => /^layer (\d+)$/.exec(name)?.[1] ?? []);
  if (layers.length < 2) return names.join(', ');
  return [...names.filter((name) => !/^layer \d+$/.test(name)), `layers ${layers.join(', ')}`].join(', ');
}

interface ColorRow {
  readonly label: string;
  readonly color: HexColor;
  /** Of parts. */
  readonly names: readonly string[];
}

function colorTable(io: Io, heading: string, rows: readonly ColorRow[]): string[] {
  const { dim } = colorsFor(io);
  const depth = colorDepth(io.stderr, io.env);
  const cells = alignedCells(
    [[heading, 'colour', 'parts'], ...rows.map(({ label, color, names }) => [label, color, inShort(names)])],
    ['right', 'left', 'left'],
  );
  return cells.map(([label, color, names], row) => {
    const line = `${label}  ${row === 0 ? gap(depth) : block(rows[row - 1]!.color, depth)}${color}  ${names}`;
    return row === 0 ? dim(line) : line;
  });
}

/** A patch of a colour, as near as the terminal comes; nothing where it would not come near. */
function block(color: HexColor, depth: number): string {
  const channels = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  if (depth >= 24) return `\u001b[48;2;${channels.join(';')}m    \u001b[49m `;
  if (depth < 8) return '';
  // The 6 × 6 × 6 cube of the 256 colours.
  const [r, g, b] = channels.map((channel) => Math.round((channel / 255) * 5));
  return `\u001b[48;5;${16 + 36 * r! + 6 * g! + b!}m    \u001b[49m `;
}

function gap(depth: number): string {
  return depth >= 8 ? '     ' : '';
}
