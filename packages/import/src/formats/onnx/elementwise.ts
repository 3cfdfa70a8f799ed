import { floatOf } from './attributes.ts';
import type { OnnxNode } from './parse-model.ts';

/** What an operator makes of one number of each of its inputs, `undefined` for those that are left out. */
type Compute = (inputs: readonly (number | undefined)[], node: OnnxNode) => number;

/** Operators that work on each number alone, and of which files make activations. */
export const ELEMENTWISE: ReadonlyMap<string, Compute> = new Map([
  ...of1({
    Abs: Math.abs,
    Cast: (x) => x,
    Erf: erf,
    Exp: Math.exp,
    Identity: (x) => x,
    Log: Math.log,
    Neg: (x) => -x,
    Reciprocal: (x) => 1 / x,
    Relu: (x) => Math.max(0, x),
    Sigmoid: (x) => 1 / (1 + Math.exp(-x)),
    Softplus: (x) => Math.log1p(Math.exp(x)),
    Sqrt: Math.sqrt,
    Tanh: Math.tanh,
  }),
  ...of2({
    Add: (a, b) => a + b,
    Div: (a, b) => a / b,
    Max: Math.max,
    Min: Math.min,
    Mul: (a, b) => a * b,
    Pow: (a, b) => a ** b,
    Sub: (a, b) => a - b,
  }),
  ['Clip', clip],
  ['HardSigmoid', hardSigmoid],
]);

type Entry = readonly [string, Compute];

function of1(functions: Readonly<Record<string, (x: number) => number>>): Entry[] {
  return Object.entries(functions).map(([name, compute]) => [name, ([x = Number.NaN]) => compute(x)]);
}

function of2(functions: Readonly<Record<string, (a: number, b: number) => number>>): Entry[] {
  return Object.entries(functions).map(([name, compute]) => [
    name,
    ([a = Number.NaN, b = Number.NaN]) => compute(a, b),
  ]);
}

/** Limits are told up to version 6 of the operators, and inputs since then. */
function clip([x = Number.NaN, least, most]: readonly (number | undefined)[], node: OnnxNode): number {
  const low = least ?? floatOf(node, 'min') ?? Number.NEGATIVE_INFINITY;
  const high = most ?? floatOf(node, 'max') ?? Number.POSITIVE_INFINITY;
  return Math.min(high, Math.max(low, x));
}

function hardSigmoid([x = Number.NaN]: readonly (number | undefined)[], node: OnnxNode): number {
  const steepness = floatOf(node, 'alpha') ?? 0.2;
  return Math.min(1, Math.max(0, steepness * x + (floatOf(node, 'beta') ?? 0.5)));
}

/** The error function to 1.5e-7 (Abramowitz and Stegun, Handbook of Mathematical Functions, 7.1.26). */
export function erf(x: number): number {
  const t = 1 / (1 + 0.3275911 * Math.abs(x));
  const sum =
    t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  return Math.sign(x) * (1 - sum * Math.exp(-x * x));
}
