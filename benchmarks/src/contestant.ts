/** Somebody who does a case's work: Neurofab, or one of its peers. */
export interface Contestant {
  readonly name: string;
  /** Takes minutes: one round without a warm-up, and none under `--quick`. */
  readonly once?: boolean;
  /** Gets ready, outside the clock. Throws a MissingPeer where the peer is not installed. */
  start(context: RunContext): Promise<Runner>;
}

export interface RunContext {
  /** An empty folder for files; it is removed in the end. */
  readonly folder: string;
  /** The most that one round may take. */
  readonly limitSeconds: number;
}

/** A contestant that is ready. */
export interface Runner {
  /** Does the work once. With `measure` it says what came out, after the clock has stopped. Throws an OverLimit past the limit. */
  round(options: { readonly measure: boolean }): Promise<Round>;
  stop(): void;
}

export interface Round {
  readonly milliseconds: number;
  readonly measured?: Measured | undefined;
  /** The most memory that the process has had so far, as the operating system counts it. */
  readonly maxRssBytes?: number | undefined;
}

/** What came out, to see that all did the same work. */
export interface Measured {
  readonly triangles?: number | undefined;
  readonly volumeMm3?: number | undefined;
  readonly bytes?: number | undefined;
}

export class MissingPeer extends Error {}

export class OverLimit extends Error {}
