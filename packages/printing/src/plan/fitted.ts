import type { PaceId } from '@neurofab/printers';

interface Seconds {
  readonly walls: number;
  readonly solid: number;
  readonly sparse: number;
  readonly contour: number;
  readonly support: number;
  readonly supportOutline: number;
  readonly toolChange: number;
  readonly slowest: number;
}
export interface Fitted {
  readonly filled: {
    readonly walls: number;
    readonly solid: number;
    readonly sparse: number;
    readonly support: number;
    readonly supportOutline: number;
  };
  readonly seconds: Readonly<Record<PaceId, Seconds>>;
}
export const FITTED: Fitted = {
  filled: { walls: 1.09, solid: 0.9889, sparse: 0.3115, support: 0.1731, supportOutline: 0.4496 },
  seconds: {
    steady: {
      walls: 0.1479,
      solid: 0.04732,
      sparse: 0.008214,
      contour: 0.8148,
      support: 0.0447,
      supportOutline: 0.04297,
      toolChange: 1.562,
      slowest: 1.432,
    },
    quick: {
      walls: 0.036975,
      solid: 0.01183,
      sparse: 0.0020535,
      contour: 0.2037,
      support: 0.011175,
      supportOutline: 0.0107425,
      toolChange: 1.562,
      slowest: 1.432,
    },
  },
};
