import { mapped } from '../../bytes/mapped.ts';
import { affineWith, isArithmetic } from '../../chain/graph/arithmetic.ts';
import type { Affine } from '../../chain/graph/flow-part.ts';
import { floatOf } from './attributes.ts';
import type { OnnxOperation } from './operation-of.ts';
import type { Values } from './values.ts';

/** What a batch normalisation or arithmetic with a constant does, worked out when it is asked for; `undefined` where an operation is neither. */
export function affineOf(operation: OnnxOperation, values: Values): (() => Affine) | undefined {
  return operation.operator === 'BatchNormalization'
    ? batchNormalisation(operation, values)
    : withConstant(operation, values);
}

/** scale · (x − mean) / √(variance + ε) + shift, as it is after training. */
function batchNormalisation({ node }: OnnxOperation, { constants }: Values): (() => Affine) | undefined {
  const [scale, shift, mean, variance] = node.inputs.slice(1, 5).map((input) => constants(input)?.numbers);
  if (scale === undefined || shift === undefined || mean === undefined || variance === undefined)
    return undefined;
  const epsilon = floatOf(node, 'epsilon') ?? 1e-5;
  return () => {
    const whole = mapped(scale, (number, i) => number / Math.sqrt(variance[i]! + epsilon));
    return { scale: whole, shift: mapped(shift, (number, i) => number - mean[i]! * whole[i]!) };
  };
}

function withConstant(
  { operator, node }: OnnxOperation,
  { constants, flowing }: Values,
): (() => Affine) | undefined {
  const [first = '', second = ''] = node.inputs;
  const arithmetic = { operator: operator.toLowerCase(), isBehind: flowing.has(first) };
  if (!isArithmetic(arithmetic) || (flowing.has(first) && flowing.has(second))) return undefined;
  const constant = constants(arithmetic.isBehind ? second : first)?.numbers;
  return constant && (() => affineWith(constant, arithmetic));
}
