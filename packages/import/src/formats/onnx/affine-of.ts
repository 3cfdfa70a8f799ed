import type { Numbers } from '../../trained-network.ts';
import { floatOf } from './attributes.ts';
import type { OnnxOperation } from './operation-of.ts';
import type { Values } from './values.ts';

/** What is done to each value: it is multiplied by `scale`, then `shift` is added. Each is one number for all, or one a value. */
export interface Affine {
  readonly scale?: Numbers;
  readonly shift?: Numbers;
}

/** What a batch normalisation or arithmetic with a constant does; `undefined` where an operation is neither. */
export function affineOf(operation: OnnxOperation, values: Values): Affine | undefined {
  return operation.operator === 'BatchNormalization'
    ? batchNormalisation(operation, values)
    : arithmetic(operation, values);
}

/** scale · (x − mean) / √(variance + ε) + shift, as it is after training. */
function batchNormalisation({ node }: OnnxOperation, { constants }: Values): Affine | undefined {
  const [scale, shift, mean, variance] = node.inputs.slice(1, 5).map((input) => constants(input)?.numbers);
  if (scale === undefined || shift === undefined || mean === undefined || variance === undefined)
    return undefined;
  const epsilon = floatOf(node, 'epsilon') ?? 1e-5;
  const whole = Float64Array.from(scale, (number, i) => number / Math.sqrt(variance[i]! + epsilon));
  return { scale: whole, shift: Float64Array.from(shift, (number, i) => number - mean[i]! * whole[i]!) };
}

function arithmetic(
  { operator, node: { inputs } }: OnnxOperation,
  { constants, flowing }: Values,
): Affine | undefined {
  const [first = '', second = ''] = inputs;
  const isFirst = flowing.has(first);
  if (!ARITHMETIC.has(operator) || isFirst === flowing.has(second)) return undefined;
  const numbers = constants(isFirst ? second : first)?.numbers;
  if (numbers === undefined) return undefined;
  switch (operator) {
    case 'Add':
      return { shift: numbers };
    case 'Mul':
      return { scale: numbers };
    case 'Sub':
      return isFirst
        ? { shift: Float64Array.from(numbers, (number) => -number) }
        : { scale: Float64Array.of(-1), shift: numbers };
    case 'Div':
      return isFirst ? { scale: Float64Array.from(numbers, (number) => 1 / number) } : undefined;
    default:
      return undefined;
  }
}

const ARITHMETIC: ReadonlySet<string> = new Set(['Add', 'Sub', 'Mul', 'Div']);
