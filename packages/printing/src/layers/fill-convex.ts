import type { Grid } from './layers.ts';
import type { Cuttable } from './section.ts';

/** Takes what of a row of cells lies between two x. */
export type TakeRow = (row: number, from: number, to: number) => void;

/** Fills what a height cuts out of convex solids: the middle of a row crosses two sides of a convex polygon, or none. */
export function convexFiller({ rows, y, cell }: Grid): (solid: Cuttable, z: number, take: TakeRow) => void {
  const left = new Float64Array(rows).fill(Infinity);
  const right = new Float64Array(rows).fill(-Infinity);
  return (solid, z, take) => {
    let [first, end] = [rows, 0];
    solid.cut(z, (fromX, fromY, toX, toY) => {
      const [low, high] = fromY < toY ? [fromY, toY] : [toY, fromY];
      const from = Math.max(0, Math.ceil((low - y) / cell - 0.5));
      const to = Math.min(rows, Math.ceil((high - y) / cell - 0.5));
      if (from >= to) return;
      const slope = (toX - fromX) / (toY - fromY);
      for (let row = from; row < to; row++) {
        const x = fromX + slope * (y + (row + 0.5) * cell - fromY);
        if (x < left[row]!) left[row] = x;
        if (x > right[row]!) right[row] = x;
      }
      if (from < first) first = from;
      if (to > end) end = to;
    });
    for (let row = first; row < end; row++) {
      take(row, left[row]!, right[row]!);
      left[row] = Infinity;
      right[row] = -Infinity;
    }
  };
}
