/** Counts the booleans of a job and tells its progress. */
export interface Tally {
  /** Says how many booleans there will be in all, as far as is known. */
  expect(booleans: number): void;
  step(): void;
}

/** Starts at 0. Never tells less than before, also when more booleans come than were expected. */
export function tally(onProgress: ((done: number) => void) | undefined): Tally {
  let expected = 1;
  let finished = 0;
  let told = 0;
  return {
    expect(booleans) {
      expected = booleans;
    },
    step() {
      told = Math.max(told, Math.min(1, ++finished / expected));
      onProgress?.(told);
    },
  };
}
