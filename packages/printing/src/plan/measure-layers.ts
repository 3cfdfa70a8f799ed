import type { Layer, Layers } from '../layers/layers.ts';
import { allOf, countCells, either, type Groups, type Mask, masksOf, NONE, without } from './mask.ts';
import { outlineLength } from './outline.ts';
import { shrink } from './reach.ts';
import { countContours } from './regions.ts';
import { sparseOf } from './sparse.ts';
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
  /** What is filled wholly over a grid, in thicker lines. */
  readonly bridges: number;
  /** What is filled with a grid. */
  readonly sparse: number;
  /** The millimetres around what is filled wholly, where its lines turn. */
  readonly turns: number;
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

/** A line over nothing is as thick as the nozzle is wide, so what is filled over a grid is a bridge where the grid is as high; in millimetres. */
const BRIDGE_HEIGHT = 0.4;

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
  const insides = bySlot.map((masks) => masks.map((mask) => shrink(mask, WALLS / grid.cell)));
  const sparse = sparseOf({ whole, insides }, grid, layersEach);
  const bridged = bridgedBy(sparse, Math.max(1, Math.floor(BRIDGE_HEIGHT / layers.layerHeight)));
  return bySlot.map((masks, layer) => {
    const support = supports[layer]!;
    return {
      slots: masks.flatMap((mask, group): MeasuredSlot[] => {
        if (mask.rows === 0) return [];
        const inside = insides[layer]![group]!;
        const solid = without(inside, sparse[layer]![group]!);
        const bridges = countCells(allOf([solid, bridged[layer]!]));
        return [
          {
            slot: group + 1,
            walls: (countCells(mask) - countCells(inside)) * area,
            solid: (countCells(solid) - bridges) * area,
            bridges: bridges * area,
            sparse: countCells(sparse[layer]![group]!) * area,
            turns: outlineLength(solid) * grid.cell,
            contours: countContours(mask),
          },
        ];
      }),
      support: countCells(support) * area,
      supportOutline: outlineLength(support) * grid.cell,
    };
  });
}

/** What has a grid in so many layers below it, in each layer. */
function bridgedBy(sparse: readonly (readonly Mask[])[], height: number): Mask[] {
  const all = sparse.map((masks) => masks.reduce(either));
  return all.map((_, layer) => (layer < height ? NONE : allOf(all.slice(layer - height, layer))));
}
