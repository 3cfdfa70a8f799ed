import { along, dequantised } from '../../bytes/dequantised.ts';
import type { Constant } from './read-tensor.ts';

type Constants = readonly (Constant | undefined)[];

/**
 * What a DequantizeLinear gives for x, scale and, where it is not zero, zero point; `undefined` where they do not fit, or not
 * all of them are constant.
 */
export function dequantisedConstant([constant, scale, zero]: Constants, axis: number): Constant | undefined {
  if (constant === undefined || scale === undefined) return undefined;
  const { shape } = constant;
  const options = { shape, scale: scale.numbers, zero: zero?.numbers, axis };
  const numbers = dequantised(constant.numbers, options);
  return numbers && { ...constant, numbers, type: 'f4' };
}

/** What a QuantizeLinear gives: the whole number of the zero point's type that is nearest to x / scale + zero point. */
export function quantisedConstant([constant, scale, zero]: Constants, axis: number): Constant | undefined {
  const type = zero?.type ?? 'u1';
  const range = RANGES.get(type);
  if (constant === undefined || scale === undefined || range === undefined) return undefined;
  const place = { shape: constant.shape, axis };
  const scaleAt = along(scale.numbers, place);
  const zeroAt = zero === undefined ? () => 0 : along(zero.numbers, place);
  if (scaleAt === undefined || zeroAt === undefined) return undefined;
  const [least, most] = range;
  const numbers = constant.numbers.map((number, i) =>
    Math.min(most, Math.max(least, roundedHalfToEven(number / scaleAt(i)) + zeroAt(i))),
  );
  return { ...constant, numbers, type };
}

const RANGES: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['i1', [-128, 127]],
  ['u1', [0, 255]],
  ['i2', [-32_768, 32_767]],
  ['u2', [0, 65_535]],
]);

function roundedHalfToEven(number: number): number {
  const rounded = Math.round(number);
  return rounded - number === 0.5 && rounded % 2 !== 0 ? rounded - 1 : rounded;
}
