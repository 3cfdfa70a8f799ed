import type { Numbers } from '../trained-network.ts';
import { numbersIn } from './tensor.ts';

/** How numbers are kept as smaller ones: (number − zero point) · scale. */
export interface Quantisation {
  readonly shape: readonly number[];
  /** One number for all, or one for each place along `axis`, which may count from the end. */
  readonly scale: Numbers;
  /** In the same way; 0 where it is left out. */
  readonly zero?: Numbers | undefined;
  readonly axis: number;
}

/** The numbers that quantised ones stand for; `undefined` where scale or zero point have another length. */
export function dequantised(
  numbers: Numbers,
  { shape, scale, zero, axis }: Quantisation,
): Numbers | undefined {
  const scaleAt = along(scale, { shape, axis });
  const zeroAt = zero === undefined ? () => 0 : along(zero, { shape, axis });
  if (scaleAt === undefined || zeroAt === undefined) return undefined;
  return numbers.map((number, i) => (number - zeroAt(i)) * scaleAt(i));
}

/** Which of some numbers belongs to the place `i` of a tensor, where there is one for all or one for each place along an axis. */
export function along(
  numbers: Numbers,
  { shape, axis }: Pick<Quantisation, 'shape' | 'axis'>,
): ((i: number) => number) | undefined {
  if (numbers.length === 1) return () => numbers[0]!;
  const place = axis < 0 ? axis + shape.length : axis;
  const size = shape[place];
  if (size === undefined || size !== numbers.length) return undefined;
  const stride = numbersIn(shape.slice(place + 1));
  return (i) => numbers[Math.floor(i / stride) % size]!;
}
