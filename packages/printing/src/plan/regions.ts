import { rootOf } from '@neurofab/core/internal';
import { bitCount, type Mask, setBits, trimmed } from './mask.ts';

/** Cells side by side in a row: where they begin, and where they have ended. */
interface Runs {
  readonly rows: readonly number[];
  readonly from: readonly number[];
  readonly to: readonly number[];
}

/** What lies in regions of so many cells at least, which hang together by sides of cells. */
export function largeRegions(mask: Mask, least: number): Mask {
  const runs = runsOf(mask);
  const regions = regionsOf(runs);
  const sizes = new Int32Array(runs.rows.length);
  for (const [run, region] of regions.entries()) sizes[region]! += runs.to[run]! - runs.from[run]!;
  const words = new Uint32Array(mask.words.length);
  for (const [run, region] of regions.entries()) {
    if (sizes[region]! < least) continue;
    const row = 32 * mask.stride * runs.rows[run]!;
    setBits(words, row + runs.from[run]!, row + runs.to[run]!);
  }
  return trimmed({ ...mask, words });
}

/** The region of each run: one of its runs. */
function regionsOf({ rows, from, to }: Runs): Uint32Array {
  const roots = Uint32Array.from(rows.keys());
  // Runs are in order of rows, and from left to right in each.
  let above = 0;
  for (let run = 0; run < rows.length; run++) {
    const row = rows[run]! - 1;
    while (rows[above]! < row || (rows[above]! === row && to[above]! <= from[run]!)) above++;
    for (let other = above; rows[other]! === row && from[other]! < to[run]!; other++) {
      roots[rootOf(roots, other)] = rootOf(roots, run);
    }
  }
  return roots.map((_, run) => rootOf(roots, run));
}

function runsOf({ stride, rows, words }: Mask): Runs {
  const runs = { rows: [] as number[], from: [] as number[], to: [] as number[] };
  for (let row = 0; row < rows; row++) {
    let isIn = 0;
    for (let column = 0; column < stride; column++) {
      const word = words[row * stride + column]!;
      // A bit is set where a run begins or has ended.
      for (let turns = word ^ ((word << 1) | isIn); turns !== 0; turns &= turns - 1) {
        const at = 32 * column + 31 - Math.clz32(turns & -turns);
        if (runs.from.length === runs.to.length) {
          runs.rows.push(row);
          runs.from.push(at);
        } else runs.to.push(at);
      }
      isIn = word >>> 31;
    }
    if (isIn === 1) runs.to.push(32 * stride);
  }
  return runs;
}

/** How many lines there are around what is in: one around each region, and one around each of their holes. */
export function countContours(mask: Mask): number {
  const count = new Set(regionsOf(runsOf(mask))).size;
  return 2 * count - eulerNumber(mask);
}

/** Regions less holes: cells, less the sides that two share, and the corners that four do. */
function eulerNumber({ stride, rows, words }: Mask): number {
  let number = 0;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < stride; column++) {
      const i = row * stride + column;
      const word = words[i]!;
      if (word === 0) continue;
      const isLast = column === stride - 1;
      const below = row === rows - 1 ? 0 : words[i + stride]!;
      const right = (word >>> 1) | (isLast ? 0 : words[i + 1]! << 31);
      const belowRight = (below >>> 1) | (isLast || row === rows - 1 ? 0 : words[i + stride + 1]! << 31);
      number += bitCount(word) - bitCount(word & right) - bitCount(word & below);
      number += bitCount(word & right & below & belowRight);
    }
  }
  return number;
}
