import type { Scene } from '@neurofab/core';

/** How finely a scene is cut to be planned. */
export interface Fineness {
  /** The side of a cell in millimetres. */
  readonly cell: number;
  /** How many layers of the print are cut as one. */
  readonly layersEach: number;
}

/** Millimetres; a wall is four and a half of them thick. */
const CELL = 0.2;

/** What a moment is enough for: cells of a layer, and polygons of all layers together. */
const MOST_CELLS = 2_000_000;
const MOST_CUTS = 400_000;

/** Layers that are cut as one where that will do, and how many polygons take longer than is worth waiting for then. */
const ROUGH_LAYERS = 3;
const MOST_EXACT_CUTS = 20_000;

/** More rods than this are not even counted one by one. */
const MOST_SOLIDS = 200_000;

/** As fine as takes a moment, and never finer than there is something to tell; `undefined` where a scene is too large for any. */
export function finenessFor(
  { pieces, bounds: { min, max } }: Scene,
  { layerHeight, isRough }: { readonly layerHeight: number; readonly isRough: boolean },
): Fineness | undefined {
  const counts = pieces.flatMap(({ nodes, rods, others }) => [
    nodes.length,
    others.length,
    ...rods.map(({ count }) => count),
  ]);
  if (counts.reduce((sum, count) => sum + count, 0) > MOST_SOLIDS) return undefined;
  const area = (max[0] - min[0]) * (max[1] - min[1]);
  let height = 0;
  for (const { nodes, rods } of pieces) {
    for (const { radius } of nodes) height += 2 * radius;
    for (const rod of rods.flatMap((some) => [...some])) {
      // Bars lie.
      if (rod.kind === 'cylinder') height += Math.abs(rod.to[2] - rod.from[2]);
    }
  }
  const cuts = height / layerHeight;
  return {
    cell: Math.max(CELL, Math.sqrt(area / MOST_CELLS)),
    layersEach: Math.max(isRough && cuts > MOST_EXACT_CUTS ? ROUGH_LAYERS : 1, Math.ceil(cuts / MOST_CUTS)),
  };
}
