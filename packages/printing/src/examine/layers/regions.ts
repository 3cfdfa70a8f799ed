import { rootOf } from '@neurofab/core/internal';
import { type Row, type Rows, rowAt } from './rows.ts';

/** What hangs together in a layer. */
export interface Region {
  /** In cells. */
  readonly area: number;
  /** Sums of the columns and rows of its cells' middles. */
  readonly columns: number;
  readonly rows: number;
}

export interface Regions {
  readonly regions: readonly Region[];
  /** The region of each run, row by row. */
  readonly numbers: readonly (readonly number[])[];
}

/** The regions of a layer, in which runs hang together that overlap, or also those whose corners touch. */
export function regionsOf({ first, rows }: Rows, { corners }: { readonly corners: boolean }): Regions {
  const slack = corners ? 1 : 0;
  const parents: number[] = [];
  const starts: number[] = [];
  for (const [i, row] of rows.entries()) {
    starts.push(parents.length);
    for (let k = 0; k < row.length; k += 2) parents.push(parents.length);
    if (i === 0) continue;
    const [own, before] = [starts[i]!, starts[i - 1]!];
    eachOverlap([row, rows[i - 1]!], slack, (a, b) => {
      parents[rootOf(parents, own + a)] = rootOf(parents, before + b);
    });
  }
  const numberOf = new Int32Array(parents.length).fill(-1);
  const regions: { area: number; columns: number; rows: number }[] = [];
  const numbers = rows.map((row, i) => {
    const ofRow: number[] = [];
    for (let k = 0; k < row.length; k += 2) {
      const root = rootOf(parents, starts[i]! + k / 2);
      if (numberOf[root]! < 0) numberOf[root] = regions.push({ area: 0, columns: 0, rows: 0 }) - 1;
      const region = regions[numberOf[root]!]!;
      const length = row[k + 1]! - row[k]!;
      region.area += length;
      region.columns += (length * (row[k]! + row[k + 1]!)) / 2;
      region.rows += length * (first + i + 0.5);
      ofRow.push(numberOf[root]!);
    }
    return ofRow;
  });
  return { regions, numbers };
}

/** Gives the numbers of regions of one layer and of another that lie over each other. */
export function eachMeeting(
  [rows, { numbers }]: readonly [Rows, Regions],
  [below, { numbers: belowNumbers }]: readonly [Rows, Regions],
  meet: (region: number, below: number) => void,
): void {
  for (let i = 0; i < rows.rows.length; i++) {
    const row = rows.rows[i]!;
    const itsNumbers = belowNumbers[rows.first + i - below.first];
    eachOverlap([row, rowAt(below, rows.first + i)], 0, (a, b) => meet(numbers[i]![a]!, itsNumbers![b]!));
  }
}

/** Gives the runs of two rows that have a column in common, or touch within a slack. */
function eachOverlap(
  [one, other]: readonly [Row, Row],
  slack: number,
  meet: (a: number, b: number) => void,
): void {
  let i = 0;
  let k = 0;
  while (i < one.length && k < other.length) {
    if (one[i]! < other[k + 1]! + slack && other[k]! < one[i + 1]! + slack) meet(i / 2, k / 2);
    if (one[i + 1]! < other[k + 1]!) i += 2;
    else k += 2;
  }
}
