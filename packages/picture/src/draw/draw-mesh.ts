import type { Raster } from './raster.ts';

/** The colour of a surface whose normal, of any length, points so far right, up and near. */
export type ColorOf = (right: number, up: number, near: number) => number;

/**
 * Draws the triangles that face the viewer, each in one colour, wherever nothing nearer is drawn. `points` holds the
 * vertices as the picture has them: right, down, near.
 */
export function drawMesh(raster: Raster, points: Float64Array, indices: Uint32Array, colorOf: ColorOf): void {
  for (let i = 0; i < indices.length; i += 3) {
    drawTriangle(raster, points, indices[i]! * 3, indices[i + 1]! * 3, indices[i + 2]! * 3, colorOf);
  }
}

/**
 * Draws row by row, from edge to edge: a triangle of a long, thin, oblique connection covers few samples of its box.
 * Neighbours compute their common edge alike, so no sample between them stays empty.
 */
function drawTriangle(
  { size, depths, colors }: Raster,
  points: Float64Array,
  a: number,
  b: number,
  c: number,
  colorOf: ColorOf,
): void {
  const ax = points[a]!;
  const ay = points[a + 1]!;
  const az = points[a + 2]!;
  const bx = points[b]!;
  const by = points[b + 1]!;
  const bz = points[b + 2]!;
  const cx = points[c]!;
  const cy = points[c + 1]!;
  const cz = points[c + 2]!;

  // Positive where the triangle runs counter-clockwise as the viewer sees it; y grows downwards.
  const near = (cx - ax) * (by - ay) - (bx - ax) * (cy - ay);
  if (!(near > 0)) return;

  const top = ay <= by ? (ay <= cy ? a : c) : by <= cy ? b : c;
  const bottom = ay > by ? (ay > cy ? a : c) : by > cy ? b : c;
  const middle = a + b + c - top - bottom;
  const topX = points[top]!;
  const topY = points[top + 1]!;
  const middleX = points[middle]!;
  const middleY = points[middle + 1]!;
  const bottomX = points[bottom]!;
  const bottomY = points[bottom + 1]!;
  const firstRow = Math.ceil(topY);
  const endRow = Math.ceil(bottomY);
  // Most triangles of a fine mesh end here, between two rows.
  if (firstRow === endRow) return;

  const right = (bz - az) * (cy - ay) - (by - ay) * (cz - az);
  const up = (bz - az) * (cx - ax) - (bx - ax) * (cz - az);
  const color = colorOf(right, up, near);
  const depthPerColumn = -right / near;
  const depthPerRow = up / near;
  const longSide = (bottomX - topX) / (bottomY - topY);
  const upperSide = (middleX - topX) / (middleY - topY);
  const lowerSide = (bottomX - middleX) / (bottomY - middleY);
  for (let row = firstRow; row < endRow; row++) {
    const x = topX + (row - topY) * longSide;
    const other = row < middleY ? topX + (row - topY) * upperSide : middleX + (row - middleY) * lowerSide;
    const from = Math.ceil(Math.min(x, other));
    const end = row * size + Math.ceil(Math.max(x, other));
    let depth = az + (from - ax) * depthPerColumn + (row - ay) * depthPerRow;
    for (let i = row * size + from; i < end; i++) {
      if (depth > depths[i]!) {
        depths[i] = depth;
        colors[i] = color;
      }
      depth += depthPerColumn;
    }
  }
}
