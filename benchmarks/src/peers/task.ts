import type { Measured } from '../contestant.ts';
import type { Network } from '../networks.ts';

/** What a contestant is to do, as plain data. */
export interface Job {
  readonly network: Network;
  /** A file that it may write. */
  readonly file: string;
}

/** A contestant in its own process, ready to work. */
export interface Task<Result> {
  /** What the clock measures. */
  readonly work: () => Result | Promise<Result>;
  readonly measure: (result: Result) => Measured;
}

export type Prepare = (job: Job) => Promise<Task<unknown>>;

/** Forgets the type of the result, which only the task itself looks at. */
export function task<Result>({ work, measure }: Task<Result>): Task<unknown> {
  return { work, measure: (result) => measure(result as Result) };
}
