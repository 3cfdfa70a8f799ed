import { activationName } from '../../chain/activation-name.ts';
import type { Affine } from '../../chain/affine.ts';
import { affineWith, isArithmetic } from '../../chain/graph/arithmetic.ts';
import type { Flow, Segment } from '../../chain/graph/flow-of.ts';
import type { FlowPart } from '../../chain/graph/flow-part.ts';
import { words } from '../../text/words.ts';
import type { Constants } from './constants-of.ts';
import { denseOf, isDense } from './dense-of.ts';
import { fusedActivation } from './fused-activation.ts';
import type { TfliteOperation } from './parse-model.ts';

/** What is known of a model's values. */
export interface Values {
  readonly constants: Constants;
  /** Those that depend on the inputs. */
  readonly flowing: ReadonlySet<string>;
}

/** The parts of the way through a model. */
export function partsOf({ segments, rest }: Flow<TfliteOperation>, values: Values): readonly FlowPart[] {
  const parts = segments.flatMap((segment) => partsAt(segment, values));
  return rest.length === 0 ? parts : [...parts, otherPart(rest)];
}

function partsAt({ nodes }: Segment<TfliteOperation>, values: Values): readonly FlowPart[] {
  const [operation] = nodes;
  if (operation === undefined || nodes.length > 1) return [partingPart(nodes)];
  const { operator } = operation;
  if (isDense(operation, values.flowing)) {
    return [{ kind: 'dense', layer: () => denseOf(operation, values.constants) }];
  }
  if (PASSED.has(operator)) return [{ kind: 'pass', name: operator }];
  const activation = ACTIVATIONS.has(operator)
    ? (OWN_NAMES[operator] ?? activationName(operator))
    : undefined;
  if (activation !== undefined) return [{ kind: 'activation', activation }];
  const affine = affineOf(operation, values);
  if (affine === undefined) return [otherPart(nodes)];
  const fused = fusedActivation(operation.options);
  return [
    { kind: 'affine', operation, affine, isNormalisation: false },
    ...(fused === 'linear' ? [] : [{ kind: 'activation' as const, activation: fused }]),
  ];
}

/** Change the shape of data, or how they are kept, but not what they are. */
const PASSED: ReadonlySet<string> = words('CAST DEQUANTIZE EXPAND_DIMS FAKE_QUANT QUANTIZE RESHAPE SQUEEZE');

const ACTIVATIONS: ReadonlySet<string> = words(
  'ABS COS ELU EXP GELU HARD_SWISH LEAKY_RELU LOGISTIC LOG_SOFTMAX PRELU RELU RELU6 RELU_N1_TO_1 SIN SOFTMAX TANH',
);

const OWN_NAMES: Readonly<Record<string, string>> = { RELU_N1_TO_1: 'hardtanh' };

/** x · sigmoid(x) is written out. */
function partingPart(operations: readonly TfliteOperation[]): FlowPart {
  const operators = operations.map(({ operator }) => operator);
  if (operators.join() === 'LOGISTIC,MUL') return { kind: 'activation', activation: 'swish' };
  return otherPart(operations);
}

/** What arithmetic with a constant does; `undefined` where an operation is something else. */
function affineOf(
  { operator, operands }: TfliteOperation,
  { constants, flowing }: Values,
): (() => Partial<Affine>) | undefined {
  const [isFirst, isSecond] = operands.map((tensor) => flowing.has(tensor?.name ?? ''));
  const arithmetic = { operator: operator.toLowerCase(), isBehind: isFirst === true };
  if (!isArithmetic(arithmetic) || (isFirst && isSecond)) return undefined;
  const constant = constants(operands[arithmetic.isBehind ? 1 : 0]);
  return constant && (() => affineWith(constant.numbers(), arithmetic));
}

/** Between layers only that can be left out which keeps them as they are. */
function otherPart(operations: readonly TfliteOperation[]): FlowPart {
  const obstacle = operations.find(({ operator }) => !ACTIVATIONS.has(operator) && !HARMLESS.has(operator));
  return { kind: 'other', operations, ...(obstacle !== undefined && { obstacle }) };
}

/** Work on each value alone, or normalise all of them. */
const HARMLESS: ReadonlySet<string> = new Set([
  ...PASSED,
  ...words(`
    ADD DIV L2_NORMALIZATION LOG MAXIMUM MEAN MINIMUM MUL NEG POW RSQRT SQRT SQUARE SQUARED_DIFFERENCE SUB SUM TRANSPOSE
  `),
]);
