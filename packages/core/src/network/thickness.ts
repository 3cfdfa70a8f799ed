import type { Network } from './network.ts';

/** Which connections of a weighted network are drawn, in columns, and how thick. */
export interface Drawing {
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly diameter: Float64Array;
  /** 1 where the weight is negative. */
  readonly isNegative: Uint8Array;
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
  /** The weight that is drawn thickest. */
  readonly strongest: number;
  /** Connections drawn as thin as may be, since a node would have none at all on that side. */
  readonly spared: number;
}

export interface Thickness {
  /** Diameter of the strongest connection of a gap. */
  readonly thickest: number;
  /** Diameter below which a connection is left out. */
  readonly thinnest: number;
}

/**
 * Draws weights by area: the diameter is the thickest one times √(|w| / the largest |w| of the gap), so twice the weight is
 * twice the plastic. What would be thinner than the thinnest is left out, but for the strongest connection of a node that would
 * have none to the next layer, or none to the one before; a weight of 0 never is drawn.
 */
export function drawWeights({ layers, connections }: Network, { thickest, thinnest }: Thickness): Drawing {
  const layerOf = layers.flatMap(({ drawn }, number) => new Array<number>(drawn).fill(number));
  const from = new Uint32Array(connections.count);
  const to = new Uint32Array(connections.count);
  const weight = new Float64Array(connections.count);
  const gapOf = new Uint32Array(connections.count);
  const gaps = new Map<string, { layers: [number, number]; number: number; strongest: number }>();
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
  const strongest = [...gaps.values()].map((gap) => gap.strongest);
  const diameter = weight.map((value, i) => {
    const full = thickest * Math.sqrt(Math.abs(value) / (strongest[gapOf[i]!]! || 1));
    return full >= thinnest ? full : 0;
  });
  const spared = spare({ from, to, weight, gapOf, diameter }, thinnest);

  const kept = Uint32Array.from(diameter.keys()).filter((i) => diameter[i]! > 0);
  return {
    from: Uint32Array.from(kept, (i) => from[i]!),
    to: Uint32Array.from(kept, (i) => to[i]!),
    diameter: Float64Array.from(kept, (i) => diameter[i]!),
    isNegative: Uint8Array.from(kept, (i) => (weight[i]! < 0 ? 1 : 0)),
    gaps: [...gaps.values()].map((gap) => summarise(gap, { weight, gapOf, diameter, spared })),
  };
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
  { layers, number, strongest }: { layers: readonly [number, number]; number: number; strongest: number },
  {
    weight,
    gapOf,
    diameter,
    spared,
  }: Pick<Columns, 'weight' | 'gapOf' | 'diameter'> & { spared: ReadonlySet<number> },
): DrawnGap {
  let connections = 0;
  let drawn = 0;
  let sum = 0;
  let drawnSum = 0;
  for (let i = 0; i < weight.length; i++) {
    if (gapOf[i] !== number) continue;
    // In shares of the strongest, whose sum never grows beyond what a number holds.
    const size = strongest === 0 ? 0 : Math.abs(weight[i]!) / strongest;
    connections++;
    sum += size;
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
    spared: [...spared].filter((i) => gapOf[i] === number).length,
  };
}
