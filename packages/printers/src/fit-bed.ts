import type { Printer } from './printer.ts';

/** How a model and a bed go together. */
export interface BedFit {
  /** The largest scale at which the model fits, rounded down to 3 significant digits; above 1 if there is room to spare. */
  readonly scale: number;
  /** The axes along which the model is longer than the bed, in millimetres; none if it fits. */
  readonly tooLong: readonly {
    readonly axis: 'x' | 'y' | 'z';
    readonly size: number;
    readonly bed: number;
  }[];
}

const AXES = ['x', 'y', 'z'] as const;

/** In millimetres: far below what a printer resolves, far above the rounding of a scaled model. */
const TOLERANCE = 1e-6;

/**
 * Whether a model of some size, in millimetres and above zero, fits a printer, standing as it is: nothing is turned.
 * `undefined` if no bed is known.
 */
export function fitBed(
  size: readonly [x: number, y: number, z: number],
  { bed }: Printer,
): BedFit | undefined {
  if (bed === undefined) return undefined;
  const lengths = AXES.map((axis, i) => ({ axis, size: size[i]!, bed: bed[axis] }));
  return {
    scale: roundDown(Math.min(...lengths.map((length) => length.bed / length.size))),
    tooLong: lengths.filter((length) => length.size > length.bed + TOLERANCE),
  };
}

/** A scale in three significant digits, cut off. */
export function roundDown(value: number): number {
  // Twelve digits first: 0.3 is a little less than that in binary, but must not become 0.299.
  const [digits, exponent] = value.toExponential(11).split('e');
  return Number(`${digits!.slice(0, '0.00'.length)}e${exponent}`);
}
