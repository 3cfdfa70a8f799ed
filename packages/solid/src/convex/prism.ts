import { FLOOR, type Form } from './form.ts';
import type { Section } from './section.ts';

/**
 * How a rod with this section hangs together: its points are the corners at its start, then those at its end; its facets the
 * sides, then the caps at its start and at its end.
 */
export function prismForm({ corners, sides }: Section): Form {
  const isHalf = sides < corners;
  const [startCap, endCap] = [sides, sides + 1];
  const edges: number[] = [];
  for (let corner = 0; corner < corners; corner++) {
    const left = isHalf && corner === sides ? FLOOR : corner;
    const right = corner === 0 ? (isHalf ? FLOOR : sides - 1) : corner - 1;
    const [start, end] = [corner, corners + corner];
    if (left === FLOOR) edges.push(start, end, right, left);
    else edges.push(end, start, left, right);
  }
  for (let side = 0; side < sides; side++) {
    const next = (side + 1) % corners;
    edges.push(side, next, side, startCap, corners + next, corners + side, side, endCap);
  }
  if (isHalf) {
    const last = corners - 1;
    edges.push(0, last, startCap, FLOOR, corners + last, corners, endCap, FLOOR);
  }
  return { points: 2 * corners, facets: sides + 2, edges: Int32Array.from(edges) };
}
