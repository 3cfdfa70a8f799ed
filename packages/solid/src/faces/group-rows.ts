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
  const around = (row: number) => rows[ROW * row + 1]!;
  // The face in which an edge was last seen to lead from a vertex, and to it. Numbers start from 1, for 0 is none.
  const left = new Int32Array(positions.length / 3);
  const entered = new Int32Array(positions.length / 3);
  let face = 0;
  for (let plane = 0; plane < planeCount; plane++) {
    const [start, end] = [starts[plane]!, starts[plane + 1]!];
    if (start === end) continue;
    const first = around(grouped[start]!);
    const own = grouped.subarray(start, end);
    if (!own.every((row) => around(row) === first)) own.sort((a, b) => around(a) - around(b) || a - b);
    for (let i = start; i < end; ) {
      face++;
      const begin = i;
      for (; i < end && around(grouped[i]!) === around(grouped[begin]!); i++) {
        const at = ROW * grouped[i]!;
        const [from, to] = [rows[at + 2]!, rows[at + 3]!];
        if (left[from] === face || entered[to] === face) return undefined;
        left[from] = face;
        entered[to] = face;
      }
      for (let k = begin; k < i; k++) if (left[rows[ROW * grouped[k]! + 3]!] !== face) return undefined;
    }
  }
  return grouped;
}
