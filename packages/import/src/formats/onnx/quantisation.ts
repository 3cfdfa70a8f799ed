import type { Constant } from './read-tensor.ts';

type Constants = readonly (Constant | undefined)[];

/**
 * (x − zero point) · scale: x, scale and, where it is not zero, zero point. Scale and zero point are one number each, or one
 * for each place along `axis`; `undefined` where they are neither, or not all of them are constant.
 */
export function dequantised([constant, scale, zero]: Constants, axis: number): Constant | undefined {
  if (constant === undefined) return undefined;
  const scaleAt = along(scale, { constant, axis });
  const zeroAt = zero === undefined ? () => 0 : along(zero, { constant, axis });
  if (scaleAt === undefined || zeroAt === undefined) return undefined;
  const numbers = constant.numbers.map((number, i) => (number - zeroAt(i)) * scaleAt(i));
  return { ...constant, numbers, type: 'f4' };
}

/** x / scale + zero point as a whole number of the zero point's type, of which the nearest is taken. */
export function quantised([constant, scale, zero]: Constants, axis: number): Constant | undefined {
  const type = zero?.type ?? 'u1';
  const range = RANGES.get(type);
  if (constant === undefined || range === undefined) return undefined;
  const scaleAt = along(scale, { constant, axis });
  const zeroAt = zero === undefined ? () => 0 : along(zero, { constant, axis });
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

/** Which of some numbers belongs to a place of a constant. */
function along(
  values: Constant | undefined,
  { constant: { shape }, axis }: { constant: Constant; axis: number },
): ((i: number) => number) | undefined {
  if (values === undefined) return undefined;
  const { numbers } = values;
  if (numbers.length === 1) return () => numbers[0]!;
  const place = axis < 0 ? axis + shape.length : axis;
  const size = shape[place];
  if (size === undefined || size !== numbers.length) return undefined;
  const stride = shape.slice(place + 1).reduce((product, each) => product * each, 1);
  return (i) => numbers[Math.floor(i / stride) % size]!;
}

function roundedHalfToEven(number: number): number {
  const rounded = Math.round(number);
  return rounded - number === 0.5 && rounded % 2 !== 0 ? rounded - 1 : rounded;
}
