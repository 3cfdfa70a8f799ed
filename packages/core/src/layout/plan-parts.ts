import type { Network } from '../network/network.ts';
import type { Drawing } from '../network/thickness.ts';
import type { Part } from '../scene/scene.ts';
import type { HexColor } from '../spec/color.ts';
import { MODE_TRAITS } from '../spec/modes.ts';
import { isSigned, type NetworkSpec } from '../spec/network-spec.ts';
import type { ByHeight } from './by-height.ts';
import { type ColorBy, colorBy, fitSlots, type PartColors } from './part-colors.ts';

/** The parts of a scene, and which of them is what. */
export interface PartPlan {
  readonly parts: readonly Part[];
  /** Numbers of parts; left out where there is no such part. */
  readonly base?: number;
  readonly connections?: number;
  readonly negative?: number;
  readonly layers: readonly number[];
  /** Of raised text. */
  readonly text?: number;
}

export interface ColorOptions {
  readonly colorBy?: ColorBy | undefined;
  readonly slots?: number | undefined;
  /** How colours go by height; left out where they go by part. */
  readonly byHeight?: ByHeight | undefined;
}

/** Where parts overlap, nodes have the space, then connections. Text meets nothing but what it stands on. */
const RANKS = { layer: 0, connections: 1, negative: 2, text: 2, base: 3 } as const;

/** The parts in the order base, connections, layer 1 … layer n, text, each with its colour and slot. */
export function planParts(
  spec: NetworkSpec,
  { network, drawing }: { readonly network: Network; readonly drawing: Drawing | undefined },
  { colorBy: by = 'layer', slots: most = Infinity, byHeight }: ColorOptions = {},
): PartPlan {
  const own = colorBy(ownColors(spec, drawing), by);
  const wanted = byHeight?.colors(own) ?? own;
  const printed = byHeight?.isByHand
    ? wanted
    : fitSlots(wanted, most, { areApart: MODE_TRAITS[spec.mode].hasPlate });
  const parts: Part[] = [];
  const slots = new Map<HexColor, number>();
  const add = (name: string, rank: number, colorOf: (colors: PartColors) => HexColor | undefined) => {
    const [color, ownColor] = [colorOf(printed), colorOf(own)];
    if (color === undefined || ownColor === undefined) return undefined;
    const slot = byHeight?.isByHand ? 1 : (slots.get(color) ?? slots.size + 1);
    slots.set(color, slot);
    return parts.push({ name, rank, color, ownColor, slot }) - 1;
  };
  const positive = isSigned(spec) ? 'connections +' : 'connections';
  const numbers = {
    base: add('base', RANKS.base, ({ base }) => base),
    connections: add(positive, RANKS.connections, ({ connections }) => connections),
    negative: add('connections −', RANKS.negative, ({ negative }) => negative),
  };
  const layers = network.layers.map(
    ({ label }, layer) => add(label, RANKS.layer, (colors) => colors.layers[layer])!,
  );
  const text = add('text', RANKS.text, (colors) => colors.text);
  return { ...withoutUndefined({ ...numbers, text }), parts, layers };
}

function ownColors({ base, colors, layers }: NetworkSpec, drawing: Drawing | undefined): PartColors {
  const has = (sign: 0 | 1) => drawing?.isNegative.includes(sign) ?? sign === 0;
  return {
    base: base.shape === 'none' ? undefined : colors.base,
    connections: has(0) ? colors.connections : undefined,
    negative: has(1) ? colors.negative : undefined,
    layers: layers.map((_, layer) => colors.layers[layer % colors.layers.length]!),
    text: colors.text,
  };
}

function withoutUndefined<Numbers extends Record<string, number | undefined>>(
  numbers: Numbers,
): { [Key in keyof Numbers]?: number } {
  return Object.fromEntries(Object.entries(numbers).filter(([, number]) => number !== undefined)) as {
    [Key in keyof Numbers]?: number;
  };
}
