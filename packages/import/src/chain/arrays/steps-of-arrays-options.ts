import type { Layout } from './oriented-parts.ts';

/** What is known of arrays beside themselves. */
export interface StepsOfArraysOptions {
  /** What is usual where the arrays come from. Names such as `fc1.weight` and `dense/kernel` say it by themselves. */
  readonly layout: Layout;
  /** Whether the order of the arrays is the order in which somebody defined the layers. */
  readonly isOrdered: boolean;
  /** Whether somebody said that the arrays are layers, so that none is taken for data; default false. */
  readonly isNetwork?: boolean;
  /** The names of layers in their order, as somebody gave it. */
  readonly layerOrder?: readonly string[] | undefined;
}
