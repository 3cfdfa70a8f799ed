import type { Affine } from '../affine.ts';
import type { DenseStep } from '../step.ts';
import type { Operation } from './reached-from.ts';

/** What a part of the way through a graph is. */
export type FlowPart =
  /** Its weights are read when they are asked for. */
  | { readonly kind: 'dense'; readonly layer: () => DenseStep }
  | AffinePart
  | { readonly kind: 'activation'; readonly activation: string }
  | { readonly kind: 'pass'; readonly name: string }
  | {
      readonly kind: 'other';
      readonly operations: readonly Operation[];
      /** One that cannot be left out between layers. */
      readonly obstacle?: Operation;
    };

/** Arithmetic with constants, or a batch normalisation. */
export interface AffinePart {
  readonly kind: 'affine';
  readonly operation: Operation;
  /** Worked out when it is asked for. Scale and shift are one number for all, or one a value. */
  readonly affine: () => Partial<Affine>;
  readonly isNormalisation: boolean;
}
