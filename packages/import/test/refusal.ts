import { ImportError } from '../src/index.ts';

/** The refusal that some work ends in; `undefined` where it ends well. */
export function refusal(work: () => unknown): ImportError | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    if (error instanceof ImportError) return error;
    throw error;
  }
}
