import { ImportError } from '../../import-error.ts';
import { IMPORT_LIMITS } from '../../limits.ts';

/** What may still be cut out of a file, and read as numbers. */
export interface CutBudget {
  cuts: number;
  bytes: number;
  numbers: number;
  /** Of `numbers` those in chunks, and the chunks. */
  chunkedNumbers: number;
  chunks: number;
}

/** For the structure of a file: measured at 5 µs a cut, a hostile one takes a second and a half. */
const STRUCTURE = { cuts: 300_000, bytes: 16_777_216 };

/** At 0.2 µs a number and 20 µs a chunk half a second each. Keras itself writes no chunks. */
const CHUNKED = { chunkedNumbers: 2_500_000, chunks: 25_000 };

export function newBudget(): CutBudget {
  return { ...STRUCTURE, ...CHUNKED, numbers: IMPORT_LIMITS.maxBytes / Float32Array.BYTES_PER_ELEMENT };
}

/**
 * A copy of bytes for jsfive, which counts what is cut out of it. jsfive follows whatever a file says, and cuts out something
 * in nearly every loop, so this ends trees that grow without end and heaps that are all the file.
 */
export function countedBuffer(bytes: Uint8Array, budget: CutBudget): ArrayBuffer {
  const buffer = bytes.slice().buffer as ArrayBuffer;
  const slice = (start: number, end?: number): ArrayBuffer => {
    const piece = ArrayBuffer.prototype.slice.call(buffer, start, end);
    budget.cuts--;
    spend(budget, piece.byteLength);
    return piece;
  };
  return Object.assign(buffer, { slice });
}

/** Takes bytes off a budget. Throws an ImportError where it is used up. */
export function spend(budget: CutBudget, bytes: number): void {
  budget.bytes -= bytes;
  if (budget.cuts < 0 || budget.bytes < 0) {
    throw new ImportError(
      'too-large',
      'Its HDF5 structure is larger than that of any network that can be drawn.',
    );
  }
}

/** Work with a budget of its own; what is left of the other one stays. */
export function withBudget<Result>(
  budget: CutBudget,
  { cuts, bytes, work }: { cuts: number; bytes: number; work: () => Result },
): Result {
  const left = { cuts: budget.cuts, bytes: budget.bytes };
  try {
    Object.assign(budget, { cuts, bytes });
    return work();
  } finally {
    Object.assign(budget, left);
  }
}
