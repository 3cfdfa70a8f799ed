import type { Contestant } from './contestant.ts';

/** One line of work that Neurofab and its peers do alike. */
export interface Case {
  /** What `--only` matches. */
  readonly id: string;
  readonly work: string;
  /** Network and resolution, for people. */
  readonly network: string;
  readonly pace: Pace;
  /** Measured in a browser: in a section of its own, and skipped where there is no Chromium. */
  readonly isOnPage?: boolean;
  /** By which share a peer's result may differ from Neurofab's before the comparison is called unfair. */
  readonly agreement: Agreement;
  readonly neurofab: Contestant;
  readonly peers: readonly Contestant[];
  readonly targets: readonly Target[];
}

/** How long a round takes, by which it is decided how many there are. */
export type Pace = 'milliseconds' | 'seconds';

export interface Agreement {
  readonly triangles?: number;
  readonly volume?: number;
}

/** What is to be reached. `atLeast` must be, `reachFor` would be good. */
export type Target = FasterTarget | WithinTarget | UnderTarget | SmallerTarget;

/** Neurofab so many times as fast as a peer. */
export interface FasterTarget {
  readonly kind: 'faster';
  readonly than: string;
  readonly atLeast: number;
  readonly reachFor: number;
}

/** Neurofab within so many times the time of a peer that does as little as possible. */
export interface WithinTarget {
  readonly kind: 'within';
  readonly of: string;
  readonly atLeast: number;
  readonly reachFor: number;
}

/** Neurofab in less than so many milliseconds. */
export interface UnderTarget {
  readonly kind: 'under';
  readonly atLeast: number;
  readonly reachFor: number;
}

/** Neurofab's file smaller than a peer's. */
export interface SmallerTarget {
  readonly kind: 'smaller';
  readonly than: string;
}
