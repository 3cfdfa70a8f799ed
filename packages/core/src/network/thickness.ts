import type { Network } from './network.ts';

/** Which connections of a weighted network are drawn, in columns, and how thick. */
export interface Drawing {
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly diameter: Float64Array;
  /** 1 where the weight is negative. */
  readonly isNegative: Uint8Array;
  readonly thicknessBy: ThicknessBy;
  readonly gaps: readonly DrawnGap[];
}

/** What is drawn of the connections between two layers. */
export interface DrawnGap {
  /** Numbers of the layers, from 0. */
  readonly layers: readonly [from: number, to: number];
  readonly connections: number;
  readonly drawn: number;
  /** Of the sum of all absolute weights, from 0 to 1. */
  readonly shareOfWeight: number;
  /** The largest weight, without its sign. */
  readonly strongest: number;
  /** The weight, without its sign, from which on a connection is drawn thickest. */
  readonly atThickest: number;
  /** Connections with a larger weight, which are drawn no thicker than that, so that enough of the others show. */
  readonly clamped: number;
  /** Connections drawn as thin as may be, since a node would have none at all on that side. */
  readonly spared: number;
}

/** How a weight becomes a thickness: twice the weight is twice the area of a connection, so twice the plastic, or twice its diameter. */
export const THICKNESS_BY = ['area', 'linear'] as const;
export type ThicknessBy = (typeof THICKNESS_BY)[number];

export interface Thickness {
  /** Diameter of the strongest connection of a gap. */
  readonly thickest: number;
  /** Diameter below which a connection is left out. */
  readonly thinnest: number;
  readonly thicknessBy: ThicknessBy;
}

/** At least so much of a gap's weight is drawn, so that where few weights are much larger than all others these do not vanish: until it is, what the thickest stands for is lowered by a step. */
export const CLAMPING = { leastShare: 0.6, step: 0.8 } as const;

/**
 * Draws weights within each gap: the diameter is the thickest one times √(|w| / t), or times |w| / t, where t is the largest |w|
 * of the gap, or less where otherwise not enough of its weight would show. What would be thinner than the thinnest is left out, but
 * for the strongest connection of a node that would have none to the next layer, or none to the one before; a weight of 0 never is drawn.
 */
export function drawWeights({ layers, connections }: Network, thickness: Thickness): Drawing {
  const layerOf = layers.flatMap(({ drawn }, number) => new Array<number>(drawn).fill(number));
  const from = new Uint32Array(connections.count);
  const to = new Uint32Array(connections.count);
  const weight = new Float64Array(connections.count);
  const gapOf = new Uint32Array(connections.count);
  const gaps = new Map<string, Gap>();
  for (let layer = 0; layer + 1 < layers.length; layer++) {
    gaps.set(`${layer},${layer + 1}`, { layers: [layer, layer + 1], number: gaps.size, strongest: 0 });
  }
  let count = 0;
  for (const connection of connections) {
    const ends: [number, number] = [layerOf[connection.from]!, layerOf[connection.to]!];
    const key = ends.join();
    const gap = gaps.get(key) ?? { layers: ends, number: gaps.size, strongest: 0 };
    gaps.set(key, gap);
    from[count] = connection.from;
    to[count] = connection.to;
    weight[count] = connection.weight ?? 1;
    gap.strongest = Math.max(gap.strongest, Math.abs(weight[count]!));
    gapOf[count++] = gap.number;
  }
  const scales = [...gaps.values()].map((gap) => scaleOf(gap, { weight, gapOf, thickness }));
  const diameter = weight.map((value, i) => diameterOf(value, scales[gapOf[i]!]!, thickness));
  const spared = spare({ from, to, weight, gapOf, diameter }, thickness.thinnest);

  const kept = Uint32Array.from(diameter.keys()).filter((i) => diameter[i]! > 0);
  return {
    from: Uint32Array.from(kept, (i) => from[i]!),
    to: Uint32Array.from(kept, (i) => to[i]!),
    diameter: Float64Array.from(kept, (i) => diameter[i]!),
    isNegative: Uint8Array.from(kept, (i) => (weight[i]! < 0 ? 1 : 0)),
    thicknessBy: thickness.thicknessBy,
    gaps: [...gaps.values()].map((gap, number) =>
      summarise(gap, { weight, gapOf, diameter, spared, scale: scales[number]! }),
    ),
  };
}

interface Gap {
  readonly layers: [from: number, to: number];
  readonly number: number;
  /** The largest weight, without its sign. */
  strongest: number;
}

/** What the thickest connection of a gap stands for: `largest` times `part`. */
interface Scale {
  readonly largest: number;
  readonly part: number;
}

function scaleOf(
  { number, strongest }: Gap,
  { weight, gapOf, thickness }: Pick<Columns, 'weight' | 'gapOf'> & { readonly thickness: Thickness },
): Scale {
  // In shares of the strongest, whose sum never grows beyond what a number holds.
  const sizes = Array.from(
    weight.filter((_, i) => gapOf[i] === number),
    (value) => Math.abs(value) / strongest,
  );
  const all = sizes.reduce((sum, size) => sum + size, 0);
  let scale = { largest: strongest, part: 1 };
  // Nothing shows where the thinnest is thicker than the thickest.
  while (all > 0 && thickness.thinnest <= thickness.thickest) {
    const drawn = sizes.reduce((sum, size) => {
      const isDrawn = diameterOf(size, { largest: 1, part: scale.part }, thickness) > 0;
      return isDrawn ? sum + size : sum;
    }, 0);
    if (drawn >= CLAMPING.leastShare * all) break;
    scale = { ...scale, part: scale.part * CLAMPING.step };
  }
  return scale;
}

/** 0 where it would be too thin. */
function diameterOf(
  weight: number,
  { largest, part }: Scale,
  { thickest, thinnest, thicknessBy }: Thickness,
): number {
  if (weight === 0) return 0;
  const share = Math.min(1, Math.abs(weight) / largest / part);
  const full = thickest * (thicknessBy === 'area' ? Math.sqrt(share) : share);
  return full >= thinnest ? full : 0;
}

interface Columns {
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly weight: Float64Array;
  readonly gapOf: Uint32Array;
  readonly diameter: Float64Array;
}

/** Draws the strongest connection of each node that has connections on a side and would keep none there; gives which. */
function spare({ from, to, weight, gapOf, diameter }: Columns, thinnest: number): ReadonlySet<number> {
  const spared = new Set<number>();
  for (const ends of [from, to]) {
    const best = new Map<string, number>();
    for (let i = 0; i < ends.length; i++) {
      if (weight[i] === 0) continue;
      const key = `${gapOf[i]} ${ends[i]}`;
      const other = best.get(key);
      if (other === undefined || isStronger(weight[i]!, weight[other]!)) best.set(key, i);
    }
    // The strongest is drawn if any is.
    for (const i of best.values()) {
      if (diameter[i]! > 0) continue;
      diameter[i] = thinnest;
      spared.add(i);
    }
  }
  return spared;
}

function isStronger(one: number, other: number): boolean {
  return Math.abs(one) > Math.abs(other);
}

function summarise(
  { layers, number, strongest }: Gap,
  {
    weight,
    gapOf,
    diameter,
    spared,
    scale: { part },
  }: Pick<Columns, 'weight' | 'gapOf' | 'diameter'> & {
    readonly spared: ReadonlySet<number>;
    readonly scale: Scale;
  },
): DrawnGap {
  let connections = 0;
  let drawn = 0;
  let clamped = 0;
  let sum = 0;
  let drawnSum = 0;
  for (let i = 0; i < weight.length; i++) {
    if (gapOf[i] !== number) continue;
    const size = strongest === 0 ? 0 : Math.abs(weight[i]!) / strongest;
    connections++;
    sum += size;
    if (size > part) clamped++;
    if (diameter[i] === 0) continue;
    drawn++;
    drawnSum += size;
  }
  return {
    layers,
    connections,
    drawn,
    shareOfWeight: sum === 0 ? 0 : drawnSum / sum,
    strongest,
    atThickest: strongest * part,
    clamped,
    spared: [...spared].filter((i) => gapOf[i] === number).length,
  };
}
