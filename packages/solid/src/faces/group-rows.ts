import { type Arrangement, ROW } from '../arrange/arrange.ts';

/**
 * The numbers of all rows, those of one face after the other: of a facet, and of what lies outside of it there. `undefined`
 * if some vertex of a face does not have one edge that leads to it and one that leads on.
 */
export function groupRows({ positions, rows }: Arrangement, planeCount: number): Int32Array | undefined {
  const count = rows.length / ROW;
  const starts = new Int32Array(planeCount + 1);
  for (let row = 0; row < count; row++) starts[rows[ROW * row]! + 1]!++;
  for (let plane = 0; plane < planeCount; plane++) starts[plane + 1]! += starts[plane]!;
  const grouped = new Int32Array(count);
  const next = starts.slice();
  for (let row = 0; row < count; row++) grouped[next[rows[ROW * row]!]!++] = row;
  // The face in which an edge was last seen to lead from a vertex, and to it. Numbers start from 1, for 0 is none.
  const left = new Int32Array(positions.length / 3);
  const entered = new Int32Array(positions.length / 3);
  let face = 0;
  for (let plane = 0; plane < planeCount; plane++) {
    const start = starts[plane]!;
    const end = starts[plane + 1]!;
    sortByAround(rows, grouped, start, end);
    for (let i = start; i < end; ) {
      face++;
      const begin = i;
      const around = rows[ROW * grouped[i]! + 1]!;
      for (; i < end; i++) {
        const at = ROW * grouped[i]!;
        if (rows[at + 1] !== around) break;
        const from = rows[at + 2]!;
        const to = rows[at + 3]!;
        if (left[from] === face || entered[to] === face) return undefined;
        left[from] = face;
        entered[to] = face;
      }
      for (let k = begin; k < i; k++) if (left[rows[ROW * grouped[k]! + 3]!] !== face) return undefined;
    }
  }
  return grouped;
}

/** Sorts the rows of a facet, few of which have more than one rank around it. */
function sortByAround(rows: Int32Array, grouped: Int32Array, start: number, end: number): void {
  for (let i = start + 1; i < end; i++) {
    if (rows[ROW * grouped[i]! + 1] === rows[ROW * grouped[start]! + 1]) continue;
    grouped.subarray(start, end).sort((a, b) => rows[ROW * a + 1]! - rows[ROW * b + 1]! || a - b);
    return;
  }
}
