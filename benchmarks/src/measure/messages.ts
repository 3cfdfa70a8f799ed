import type { Round } from '../contestant.ts';

/** What the process of a contestant is asked. */
export interface RoundRequest {
  readonly measure: boolean;
}

/** What it answers: once when it is ready, then once a round. */
export type Answer =
  | { readonly kind: 'ready' }
  | ({ readonly kind: 'done' } & Round)
  | { readonly kind: 'missing'; readonly message: string }
  | { readonly kind: 'failed'; readonly message: string };
