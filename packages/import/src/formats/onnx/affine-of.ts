import { type Affine, batchNormalisation } from '../../chain/affine.ts';
import { affineWith, isArithmetic } from '../../chain/graph/arithmetic.ts';
import { floatOf } from './attributes.ts';
import type { Values } from './constants-of.ts';
import type { OnnxOperation } from './operation-of.ts';

/** What a batch normalisation or arithmetic with a constant does, worked out when it is asked for; `undefined` where an operation is neither. */
export function affineOf(operation: OnnxOperation, values: Values): (() => Partial<Affine>) | undefined {
  return operation.operator === 'BatchNormalization'
    ? normalisation(operation, values)
    : withConstant(operation, values);
}

function normalisation({ node }: OnnxOperation, { constants }: Values): (() => Partial<Affine>) | undefined {
  const [gamma, beta, mean, variance] = node.inputs.slice(1, 5).map((input) => constants(input)?.numbers);
  if (gamma === undefined || beta === undefined || mean === undefined || variance === undefined)
    return undefined;
  const epsilon = floatOf(node, 'epsilon') ?? 1e-5;
  return () => batchNormalisation({ mean, variance, gamma, beta, epsilon });
}

function withConstant(
  { operator, node }: OnnxOperation,
  { constants, flowing }: Values,
): (() => Partial<Affine>) | undefined {
  const [first = '', second = ''] = node.inputs;
  const arithmetic = { operator: operator.toLowerCase(), isBehind: flowing.has(first) };
  if (!isArithmetic(arithmetic) || (flowing.has(first) && flowing.has(second))) return undefined;
  const constant = constants(arithmetic.isBehind ? second : first)?.numbers;
  return constant && (() => affineWith(constant, arithmetic));
}
