import { numbersIn } from '../../bytes/tensor.ts';
import { transposed } from '../../bytes/transposed.ts';
import { floatListOf, floatOf, integerListOf, integerOf } from './attributes.ts';
import type { OnnxNode } from './parse-model.ts';
import { dequantisedConstant, quantisedConstant } from './quantisation.ts';
import { type Constant, numberTypeOf, readTensor } from './read-tensor.ts';

interface Known {
  /** The output that is asked for. */
  readonly output: string;
  readonly known: ReadonlyMap<string, Constant | undefined>;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

type Fold = (node: OnnxNode, inputs: readonly (Constant | undefined)[], known: Known) => Constant | undefined;

/** Whether a node gives constants out of constants in a way that is known here. */
export function isFoldable({ operator }: OnnxNode): boolean {
  return FOLDS.has(operator);
}

/** The constant that a node gives; `undefined` where not all that it needs is constant. */
export function foldNode(node: OnnxNode, known: Known): Constant | undefined {
  return FOLDS.get(node.operator)?.(
    node,
    node.inputs.map((input) => known.known.get(input)),
    known,
  );
}

const FOLDS: ReadonlyMap<string, Fold> = new Map<string, Fold>([
  ['Constant', toldConstant],
  ['Identity', (_, [constant]) => constant],
  ['Cast', cast],
  ['Reshape', reshape],
  ['Flatten', flatten],
  ['Squeeze', squeeze],
  ['Unsqueeze', unsqueeze],
  ['Transpose', transpose],
  ['DequantizeLinear', (node, inputs) => dequantisedConstant(inputs, integerOf(node, 'axis') ?? 1)],
  ['QuantizeLinear', (node, inputs) => quantisedConstant(inputs, integerOf(node, 'axis') ?? 1)],
  // What inputs are quantised by cancels out: it divides them before a layer, and multiplies what the layer gives.
  ['DynamicQuantizeLinear', ({ outputs }, _, { output }) => scalar(output === outputs[1] ? 1 : 0)],
  ['Add', (_, inputs) => combined(inputs, (a, b) => a + b)],
  ['Sub', (_, inputs) => combined(inputs, (a, b) => a - b)],
  ['Mul', (_, inputs) => combined(inputs, (a, b) => a * b)],
  ['Div', (_, inputs) => combined(inputs, (a, b) => a / b)],
]);

function toldConstant(node: OnnxNode, _: unknown, { files }: Known): Constant | undefined {
  if (node.tensor !== undefined) return readTensor(node.tensor, files);
  const number = floatOf(node, 'value_float') ?? integerOf(node, 'value_int');
  if (number !== undefined) return scalar(number);
  const floats = floatListOf(node, 'value_floats');
  const list = floats ?? integerListOf(node, 'value_ints');
  const type = floats === undefined ? 'i8' : 'f4';
  return list && { name: '', shape: [list.length], numbers: Float64Array.from(list), type };
}

function scalar(number: number): Constant {
  return { name: '', shape: [], numbers: Float64Array.of(number), type: 'f4' };
}

/** Types of floats begin with their letter or a `b` for bfloat16. */
function cast(node: OnnxNode, [constant]: readonly (Constant | undefined)[]): Constant | undefined {
  const type = numberTypeOf(integerOf(node, 'to') ?? 0);
  if (constant === undefined || type === undefined) return undefined;
  const numbers =
    /f/.test(type) || !/f/.test(constant.type) ? constant.numbers : constant.numbers.map(Math.trunc);
  return { ...constant, numbers, type };
}

/** A zero keeps a size, and −1 takes what is left. */
function reshape(_: OnnxNode, [constant, sizes]: readonly (Constant | undefined)[]): Constant | undefined {
  if (constant === undefined || sizes === undefined || sizes.numbers.length > MOST_DIMENSIONS)
    return undefined;
  const kept = Array.from(sizes.numbers, (size, i) => (size === 0 ? (constant.shape[i] ?? 1) : size));
  const known = numbersIn(kept.filter((size) => size !== -1));
  const shape = kept.map((size) => (size === -1 ? constant.numbers.length / known : size));
  const isSound = shape.every((size) => Number.isInteger(size) && size >= 0);
  return isSound && numbersIn(shape) === constant.numbers.length ? { ...constant, shape } : undefined;
}

const MOST_DIMENSIONS = 16;

function flatten(node: OnnxNode, [constant]: readonly (Constant | undefined)[]): Constant | undefined {
  if (constant === undefined) return undefined;
  const axis = integerOf(node, 'axis') ?? 1;
  const first = constant.shape.slice(0, axis);
  return { ...constant, shape: [numbersIn(first), numbersIn(constant.shape.slice(first.length))] };
}

/** Axes are an attribute up to version 12 of the operators, and an input since then. */
function axesOf(node: OnnxNode, axes: Constant | undefined): readonly number[] | undefined {
  return integerListOf(node, 'axes') ?? (axes && Array.from(axes.numbers.slice(0, MOST_DIMENSIONS)));
}

function squeeze(node: OnnxNode, [constant, given]: readonly (Constant | undefined)[]): Constant | undefined {
  if (constant === undefined) return undefined;
  const { shape } = constant;
  const axes = axesOf(node, given)?.map((axis) => (axis < 0 ? axis + shape.length : axis));
  return { ...constant, shape: shape.filter((size, axis) => size !== 1 || axes?.includes(axis) === false) };
}

function unsqueeze(
  node: OnnxNode,
  [constant, given]: readonly (Constant | undefined)[],
): Constant | undefined {
  const axes = axesOf(node, given);
  if (constant === undefined || axes === undefined) return undefined;
  const length = constant.shape.length + axes.length;
  if (length > MOST_DIMENSIONS) return undefined;
  const isNew = new Set(axes.map((axis) => (axis < 0 ? axis + length : axis)));
  const rest = constant.shape.values();
  const shape = Array.from({ length }, (_, axis) => (isNew.has(axis) ? 1 : (rest.next().value ?? 1)));
  return { ...constant, shape };
}

/** Of vectors and matrices. */
function transpose(node: OnnxNode, [constant]: readonly (Constant | undefined)[]): Constant | undefined {
  if (constant === undefined) return undefined;
  const { shape, numbers } = constant;
  const permutation = integerListOf(node, 'perm') ?? shape.map((_, axis) => axis).reverse();
  if (permutation.length !== shape.length) return undefined;
  if (permutation.every((from, axis) => from === axis)) return constant;
  const [rows, columns] = shape;
  if (shape.length !== 2 || rows === undefined || columns === undefined) return undefined;
  if (permutation[0] !== 1 || permutation[1] !== 0) return undefined;
  return { ...constant, shape: [columns, rows], numbers: transposed(numbers, rows, columns) };
}

/** Two constants of one size, or one of them a single number. */
function combined(
  [one, other]: readonly (Constant | undefined)[],
  combine: (a: number, b: number) => number,
): Constant | undefined {
  if (one === undefined || other === undefined) return undefined;
  const longer = one.numbers.length < other.numbers.length ? other : one;
  const steps = [one, other].map(({ numbers }) => (numbers.length === 1 ? 0 : 1));
  const isFitting = [one, other].every(({ numbers }) => [1, longer.numbers.length].includes(numbers.length));
  if (!isFitting) return undefined;
  const [a, b, step, otherStep] = [one.numbers, other.numbers, steps[0]!, steps[1]!];
  const numbers = longer.numbers.map((_, i) => combine(a[i * step]!, b[i * otherStep]!));
  return { ...longer, numbers };
}
