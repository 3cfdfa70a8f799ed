import type { Layer, Layers } from '../layers/layers.ts';
import { both, countCells, either, type Groups, type Mask, masksOf, NONE } from './mask.ts';
import { outlineLength } from './outline.ts';
import { shrink } from './reach.ts';
import { countContours, regionSizes } from './regions.ts';
import { supportsOf } from './supports.ts';

/** What a layer is made of. */
export interface MeasuredLayer {
  /** Of all slots that have some of it, in their order. */
  readonly slots: readonly MeasuredSlot[];
  /** Of supports: square millimetres, and the millimetres around them. */
  readonly support: number;
  readonly supportOutline: number;
}

/** What a slot prints of a layer, in square millimetres. */
export interface MeasuredSlot {
  /** From 1. */
  readonly slot: number;
  /** Lines along the outlines. */
  readonly walls: number;
  /** What is filled wholly between them, near a top or a bottom or since it is small. */
  readonly solid: number;
  /** What is filled with a grid. */
  readonly sparse: number;
  /** How many outlines there are. */
  readonly contours: number;
}

export interface MeasureOptions {
  /** The slot of each part. */
  readonly slots: readonly number[];
  /** How many layers of the print one of these stands for; 1 if left out. */
  readonly layersEach?: number | undefined;
}

/** Two lines of filament, in millimetres. */
const WALLS = 0.9;

/** Layers that are filled wholly over a bottom and under a top, and the least area in square millimetres that is not. */
const BOTTOM_LAYERS = 4;
const TOP_LAYERS = 5;
const LEAST_SPARSE = 70;

/** Measures what a slicer would lay down, as PrusaSlicer sees walls, fill and supports. */
export function measureLayers(layers: Layers, { slots, layersEach = 1 }: MeasureOptions): MeasuredLayer[] {
  const { grid } = layers;
  const area = grid.cell ** 2;
  const groups: Groups = {
    ofLabel: Uint16Array.from([0, ...layers.labels.map(({ part }) => slots[part]! - 1)]),
    count: Math.max(...slots),
  };
  const bySlot = Array.from(layers, (layer: Layer) => masksOf(layer, grid, groups));
  const whole = bySlot.map((masks) => masks.reduce(either));
  const supports = supportsOf(whole, grid, layers);
  const reach = [Math.ceil(BOTTOM_LAYERS / layersEach), Math.ceil(TOP_LAYERS / layersEach)] as const;
  return bySlot.map((masks, layer) => {
    const covered = coveredIn(whole, layer, reach);
    const support = supports[layer]!;
    return {
      slots: masks.flatMap((mask, group): MeasuredSlot[] => {
        if (mask.rows === 0) return [];
        const inside = shrink(mask, WALLS / grid.cell);
        const sparse = regionSizes(both(inside, covered))
          .filter((size) => size * area >= LEAST_SPARSE)
          .reduce((sum, size) => sum + size, 0);
        const filled = countCells(inside);
        return [
          {
            slot: group + 1,
            walls: (countCells(mask) - filled) * area,
            solid: (filled - sparse) * area,
            sparse: sparse * area,
            contours: countContours(mask),
          },
        ];
      }),
      support: countCells(support) * area,
      supportOutline: outlineLength(support) * grid.cell,
    };
  });
}

/** What has so many layers below it and above it. */
function coveredIn(
  layers: readonly Mask[],
  layer: number,
  [below, above]: readonly [below: number, above: number],
): Mask {
  if (layer < below || layer + above >= layers.length) return NONE;
  return layers.slice(layer - below, layer + above + 1).reduce(both);
}
