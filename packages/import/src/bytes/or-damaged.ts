import { damaged, ImportError } from '../import-error.ts';

/** What some work gives. What it throws becomes an ImportError, if it is none: libraries throw anything for damaged bytes, even texts. */
export function orDamaged<Result>(what: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw asDamaged(what, error);
  }
}

/** An error as an ImportError, which is what it may be already; `what` is a clause. */
export function asDamaged(what: string, error: unknown): ImportError {
  return error instanceof ImportError ? error : damaged(what, { cause: error });
}
