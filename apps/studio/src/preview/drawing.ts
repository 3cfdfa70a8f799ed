import type { Bounds, Placement } from '@neurofab/core';
import type { Triangles } from './triangles.ts';

/** What is drawn, as buffers hold it. */
export interface Drawing {
  /** From the last to the first, so that what has sockets is there before what goes into them. */
  readonly pieces: readonly DrawnPiece[];
  /** Balls and rods: two ends, of which the first carries the radius and the second the colour. Read by fours it is lines. */
  readonly instances: Float32Array;
  readonly instanceCount: number;
  readonly triangles: Triangles;
  /** Around all of it. */
  readonly box: Bounds;
  readonly rodCount: number;
}

export interface DrawnPiece {
  readonly placement: Placement;
  /** Whether all of its triangles are seen from outside alone; a mesh from elsewhere may be open, or inside out. */
  readonly isClosed: boolean;
  /** Whether what lies under the bed is cut off. */
  readonly isCut: boolean;
  readonly batches: readonly Batch[];
  /** Outermost first. */
  readonly holes: readonly Range[];
}

/** What is drawn at once. */
export type Batch = InstanceBatch | (Range & { readonly kind: 'triangles' });

export interface InstanceBatch extends Range {
  readonly kind: 'balls' | 'rods';
  readonly segments: number;
  /** Of balls, 0 of rods. */
  readonly rings: number;
  /** Whether it is seen that its sides are plane. */
  readonly isFaceted: boolean;
}

/** What lies together in a buffer. */
export interface Range {
  readonly first: number;
  readonly count: number;
  /** Where surfaces lie in one plane, the lowest is seen. */
  readonly rank: number;
}

/** Numbers of an instance. */
export const INSTANCE = 8;

/** What the buffers of the drawing before were made of, to be filled anew. */
export interface Room {
  instances: Float32Array;
  readonly triangles: Triangles;
}
