import type { Grid } from '../layers/layers.ts';
import { allOf, either, type Mask, NONE, without } from './mask.ts';
import { grow } from './reach.ts';
import { largeRegions } from './regions.ts';

/** What layers are made of, bottom up. */
export interface Walled {
  /** All of each layer. */
  readonly whole: readonly Mask[];
  /** What lies inside the walls, of each slot of each layer. */
  readonly insides: readonly (readonly Mask[])[];
}

/** Layers that are filled wholly over a bottom and under a top, and the least area in square millimetres that is not. */
const BOTTOM_LAYERS = 4;
const TOP_LAYERS = 5;
const LEAST_SPARSE = 70;

/** How far tops and bottoms are filled beyond what is bare of them, in millimetres: 3, and a line of filament. */
const MARGIN = 3.45;

/** What is filled with a grid, of each slot of each layer; `layersEach` is how many layers of the print one of these stands for. */
export function sparseOf({ whole, insides }: Walled, grid: Grid, layersEach: number): Mask[][] {
  const [below, above] = [Math.ceil(BOTTOM_LAYERS / layersEach), Math.ceil(TOP_LAYERS / layersEach)];
  const least = LEAST_SPARSE / grid.cell ** 2;
  const inside = insides.map((masks) => masks.reduce(either));
  const bottoms = inside.map((mask, i) => without(mask, whole[i - 1] ?? NONE));
  const tops = inside.map((mask, i) => without(mask, whole[i + 1] ?? NONE));
  return insides.map((masks, i) => {
    if (i < below || i + above >= insides.length) return masks.map(() => NONE);
    // What lies over a wall or under one is filled wholly too, so that walls are thick enough aslant.
    const covered = allOf(inside.slice(i - below + 1, i + above));
    const wide = masks.map((mask) => largeRegions(allOf([mask, covered]), least));
    if (wide.every(({ rows }) => rows === 0)) return wide;
    const bare = [...bottoms.slice(i - below + 1, i + 1), ...tops.slice(i, i + above)].reduce(either);
    const shell = grow(bare, MARGIN / grid.cell, grid.rows);
    return wide.map((mask) => largeRegions(without(mask, shell), least));
  });
}
