import type { Fault, Mesh } from '@neurofab/core';

/** What a worker is asked: to unite meshes. */
export interface UnionRequest {
  readonly meshes: readonly Mesh[];
}

/**
 * What a worker says: once that it is ready and has its kernel, then of each request how it goes on and how it ends. If one
 * fails before it is ready, another place can still do the work.
 */
export type UnionReply =
  | { readonly kind: 'ready' }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'united'; readonly mesh: Mesh }
  /** `faults` are those of a SpecError, which would not cross as one. */
  | { readonly kind: 'failed'; readonly error: unknown; readonly faults?: readonly Fault[] };

/** A worker, wherever it runs. */
export interface UnionWorker {
  post(request: UnionRequest): void;
  /** Stops it at once, also in the midst of a boolean. */
  terminate(): void;
}

export interface UnionWorkerEvents {
  onReply(reply: UnionReply): void;
  /** The worker is no more, or never was. */
  onEnd(error: unknown): void;
}

/** Starts a worker. Throws, or calls `onEnd` before it is ready, where none is to be had. */
export type StartUnionWorker = (events: UnionWorkerEvents) => UnionWorker;
