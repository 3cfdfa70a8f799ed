import type { Numbers } from '../../trained-network.ts';
import type { Step } from '../step.ts';
import type { Operation } from './reached-from.ts';

export type Dense = Extract<Step, { kind: 'dense' }>;

/** What is done to each value: it is multiplied by `scale`, then `shift` is added. Each is one number for all, or one a value. */
export interface Affine {
  readonly scale?: Numbers;
  readonly shift?: Numbers;
}

/** What a part of the way through a graph is. */
export type FlowPart =
  /** Its weights are read when they are asked for. */
  | { readonly kind: 'dense'; readonly layer: () => Dense }
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
  /** Worked out when it is asked for. */
  readonly affine: () => Affine;
  readonly isNormalisation: boolean;
}
