import type { Grid } from '../layers/layers.ts';
import { either, type Mask, NONE, without } from './mask.ts';
import { grow } from './reach.ts';

/** What hangs over farther than this, in layer heights, is held up: half the width of a line of filament on layers of 0.2 mm. */
const OVERHANG = 1.125;

/** In cells: the corner of a cell may lie so much farther out than the flank that runs through it. */
const ROUNDING = 0.4;

/** How far supports reach beyond what they hold up, and what they keep clear of on all sides; in millimetres. */
const MARGIN = 1.2;
const GAP = 0.3;

/** What holds up each layer, bottom up: columns under all that hangs over, down to the bed or to what lies in between. */
export function supportsOf(
  layers: readonly Mask[],
  { cell, rows }: Grid,
  { layerHeight }: { readonly layerHeight: number },
): Mask[] {
  // Cells do not tell how far a layer that is thinner than a cell hangs over the next.
  const apart = Math.max(1, Math.round(cell / layerHeight));
  const reach = (OVERHANG * apart * layerHeight) / cell + ROUNDING;
  const supports: Mask[] = [];
  let columns = NONE;
  for (let i = layers.length - 1; i >= 0; i--) {
    const layer = layers[i]!;
    const support = columns.rows === 0 ? NONE : without(columns, grow(layer, GAP / cell, rows));
    supports.push(support);
    const overhang = i < apart ? NONE : without(layer, grow(layers[i - apart]!, reach, rows));
    columns = either(support, grow(overhang, MARGIN / cell, rows));
  }
  return supports.reverse();
}
