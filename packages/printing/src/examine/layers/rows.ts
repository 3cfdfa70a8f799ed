import type { Grid, Layer } from '../../layers/layers.ts';

/** What is solid in a layer: for each row of the grid the columns where runs of cells begin and end, in turn. */
export interface Rows {
  /** The first row that holds something. */
  readonly first: number;
  readonly rows: readonly Row[];
}

/** Ascending: from a column up to but without another, and so on. */
export type Row = readonly number[];

export const NO_ROWS: Rows = { first: 0, rows: [] };
const NO_CELLS: Row = [];

export function rowAt({ first, rows }: Rows, row: number): Row {
  return rows[row - first] ?? NO_CELLS;
}

/** The cells of a layer that are no air. */
export function solidRows({ cells, box: { min, max } }: Layer, { columns }: Grid): Rows {
  const rows: Row[] = [];
  for (let row = min[1]; row < max[1]; row++) {
    const runs: number[] = [];
    const end = row * columns + max[0];
    let was = 0;
    for (let i = row * columns + min[0]; i < end; i++) {
      const is = cells[i] === 0 ? 0 : 1;
      if (is === was) continue;
      was = is;
      runs.push(i - row * columns);
    }
    if (was === 1) runs.push(max[0]);
    rows.push(runs);
  }
  return { first: min[1], rows };
}

/** What is farther from all cells of a layer than a reach, in cells from middle to middle. */
export function beyond(rows: Rows, layer: Rows, reach: number): Rows {
  const widths = widthsOf(reach);
  const far = (widths.length - 1) / 2;
  return {
    first: rows.first,
    rows: rows.rows.map((row, i) => {
      // Straight below first, where nearly all is.
      let left = minus(row, rowAt(layer, rows.first + i));
      for (let k = 0; k < widths.length && left.length > 0; k++) {
        left = minus(left, moved(rowAt(layer, rows.first + i + k - far), -widths[k]!, widths[k]!));
      }
      return left;
    }),
  };
}

/** What a circle so many cells across that stays inside does not reach. */
export function outsideCircles({ first, rows }: Rows, diameter: number): Rows {
  const insets = insetsOf(diameter);
  // The corners of the squares around circles that stay inside.
  const corners = rows.map((_, i) =>
    insets
      .map((inset, k) => moved(rows[i + k] ?? NO_CELLS, -inset, inset + 1 - diameter))
      .reduce((both, row) => minus(both, minus(both, row))),
  );
  return {
    first,
    rows: rows.map((row, i) =>
      insets.reduce(
        (left, inset, k) => minus(left, moved(corners[i - k] ?? NO_CELLS, inset, diameter - 1 - inset)),
        row,
      ),
    ),
  };
}

/** How many cells of each row of the square around a circle have their middle before it. */
function insetsOf(diameter: number): number[] {
  const middle = (diameter - 1) / 2;
  return Array.from({ length: diameter }, (_, row) =>
    Math.max(0, Math.ceil(middle - Math.sqrt((diameter / 2) ** 2 - (row - middle) ** 2))),
  );
}

/** How far a circle reaches to either side in each of its rows, in whole cells. */
function widthsOf(radius: number): number[] {
  const far = Math.floor(radius);
  return Array.from({ length: 2 * far + 1 }, (_, i) => Math.floor(Math.sqrt(radius ** 2 - (i - far) ** 2)));
}

/** Runs with their beginnings and their ends moved so far. */
function moved(row: Row, beginning: number, end: number): Row {
  const runs: number[] = [];
  for (let i = 0; i < row.length; i += 2) {
    const from = row[i]! + beginning;
    const to = row[i + 1]! + end;
    if (from >= to) continue;
    if (runs.length > 0 && from <= runs[runs.length - 1]!) runs[runs.length - 1] = to;
    else runs.push(from, to);
  }
  return runs;
}

/** What is in the first row and not in the second. */
export function minus(row: Row, other: Row): Row {
  if (other.length === 0) return row;
  const left: number[] = [];
  let k = 0;
  for (let i = 0; i < row.length; i += 2) {
    let from = row[i]!;
    const to = row[i + 1]!;
    while (k < other.length && other[k + 1]! <= from) k += 2;
    for (let j = k; j < other.length && other[j]! < to; j += 2) {
      if (other[j]! > from) left.push(from, other[j]!);
      from = Math.max(from, other[j + 1]!);
    }
    if (from < to) left.push(from, to);
  }
  return left;
}
