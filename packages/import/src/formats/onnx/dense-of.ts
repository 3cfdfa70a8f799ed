import { transposed } from '../../bytes/transposed.ts';
import { titleOf } from '../../chain/graph/reached-from.ts';
import { spread } from '../../chain/graph/spread.ts';
import type { DenseStep } from '../../chain/step.ts';
import { ImportError } from '../../import-error.ts';
import type { Numbers } from '../../trained-network.ts';
import { floatOf, integerOf } from './attributes.ts';
import type { Constants, Values } from './constants-of.ts';
import { FACTORS, type Factor } from './factors.ts';
import type { OnnxOperation } from './operation-of.ts';
import { dequantisedConstant } from './quantisation.ts';
import type { Constant } from './read-tensor.ts';

/** The layer that an operation is. Throws an ImportError where its weights are no constant matrix. */
export function denseOf(operation: OnnxOperation, { constants, flowing }: Values): DenseStep {
  const { node } = operation;
  const [first, second] = FACTORS.get(operation.operator)!;
  const isLeft = flowing.has(node.inputs[second.at] ?? '');
  refuseTurnedData(operation, isLeft ? 'transB' : 'transA');
  const { name, numbers, shape } = matrixOf(operation, {
    factor: isLeft ? first : second,
    isLeft,
    constants,
  });
  const isTurned = integerOf(node, isLeft ? 'transA' : 'transB') === 1;
  const [rows, columns] = shape;
  const hasRowForOutput = isLeft !== isTurned;
  const [outputs, inputs] = hasRowForOutput ? [rows, columns] : [columns, rows];
  return {
    kind: 'dense',
    name: node.name || name.replace(/[./_]?(?:weight|kernel)(?::0)?$/, '') || node.outputs[0]!,
    inputs,
    outputs,
    weights: times(hasRowForOutput ? numbers : transposed(numbers, rows, columns), floatOf(node, 'alpha')),
    bias: biasOf(operation, { constants, outputs }),
  };
}

function refuseTurnedData(operation: OnnxOperation, attribute: string): void {
  if (integerOf(operation.node, attribute) !== 1) return;
  const message = `It has a dense layer that works on transposed data (${titleOf(operation)}, ${attribute}), which is not read.`;
  throw new ImportError('unsupported', message);
}

interface Matrix {
  readonly name: string;
  readonly numbers: Numbers;
  readonly shape: readonly [rows: number, columns: number];
}

interface MatrixOptions {
  readonly factor: Factor;
  readonly isLeft: boolean;
  readonly constants: Constants;
}

/** The constant factor as a matrix: a vector on the left is a row, one on the right a column. */
function matrixOf(operation: OnnxOperation, options: MatrixOptions): Matrix {
  const constant = factorOf(operation, options);
  if (constant === undefined) {
    const message = `The weights of ${titleOf(operation)} are made in a way that is not read.`;
    throw new ImportError('unsupported', message);
  }
  const { name, numbers, shape } = constant;
  const [rows, columns] =
    shape.length === 1 ? (options.isLeft ? [1, ...shape] : [...shape, 1]) : shape.slice(-2);
  if (
    rows === undefined ||
    columns === undefined ||
    rows * columns !== numbers.length ||
    numbers.length === 0
  ) {
    const message = `The weights of ${titleOf(operation)} are no matrix: they have ${shape.join(' × ') || 'no'} places.`;
    throw new ImportError('unsupported', message);
  }
  return { name, numbers, shape: [rows, columns] };
}

function factorOf(
  { node }: OnnxOperation,
  { factor: { at, scale, zero }, isLeft, constants }: MatrixOptions,
): Constant | undefined {
  const input = (place: number) => constants(node.inputs[place] ?? '');
  if (zero === undefined) return input(at);
  // Scales and zero points are one for all, or one for each output.
  return dequantisedConstant(
    [input(at), scale === undefined ? ONE : input(scale), input(zero)],
    isLeft ? -2 : -1,
  );
}

const ONE: Constant = { name: '', shape: [], numbers: Float32Array.of(1), type: 'f4' };

function times(numbers: Numbers, factor = 1): Numbers {
  return factor === 1 ? numbers : numbers.map((number) => number * factor);
}

/** The third factor of a Gemm, one number for each output or one for all. */
function biasOf(
  operation: OnnxOperation,
  { constants, outputs }: { constants: Constants; outputs: number },
): Numbers | undefined {
  const { operator, node } = operation;
  const added = operator === 'Gemm' ? (node.inputs[2] ?? '') : '';
  if (added === '') return undefined;
  const constant = constants(added);
  const title = titleOf(operation);
  if (constant === undefined) {
    const message = `What ${title} adds is made in a way that is not read.`;
    throw new ImportError('unsupported', message);
  }
  return times(spread(constant.numbers, { count: outputs, title }), floatOf(node, 'beta'));
}
