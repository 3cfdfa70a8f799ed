import { titleOf } from '../../chain/graph/reached-from.ts';
import { spread } from '../../chain/graph/spread.ts';
import type { DenseStep } from '../../chain/step.ts';
import { ImportError } from '../../import-error.ts';
import type { Numbers } from '../../trained-network.ts';
import type { Constants } from './constants-of.ts';
import { fusedActivation } from './fused-activation.ts';
import type { TfliteOperation } from './parse-model.ts';
import { numberIn } from './table.ts';

/** Whether an operation multiplies what flows by something else, as a dense layer does. */
export function isDense({ operator, operands }: TfliteOperation, flowing: ReadonlySet<string>): boolean {
  const [data, weights] = operands;
  return operator === 'FULLY_CONNECTED' && flowing.has(data?.name ?? '') && !flowing.has(weights?.name ?? '');
}

/** The layer that a FULLY_CONNECTED is, whose weights have a row for each output. Throws an ImportError where they are no constant matrix. */
export function denseOf(operation: TfliteOperation, constants: Constants): DenseStep {
  const { operands, options } = operation;
  const weights = constants(operands[1]);
  const [outputs, inputs, ...others] = weights?.shape ?? [];
  const isShuffled = options !== undefined && numberIn(options, WEIGHTS_FORMAT, 'byte') !== 0;
  if (
    weights === undefined ||
    outputs === undefined ||
    inputs === undefined ||
    others.length > 0 ||
    isShuffled
  ) {
    const message = `The weights of ${titleOf(operation)} are no constant matrix, or one that is not read.`;
    throw new ImportError('unsupported', message);
  }
  return {
    kind: 'dense',
    name: layerName(operation),
    inputs,
    outputs,
    // Before the bias, since it checks that there are as many as the shape says.
    weights: weights.numbers(),
    bias: biasOf(operation, { constants, outputs }),
    activation: fusedActivation(options),
  };
}

/** What its weights are called, of `sequential/dense/MatMul` what comes first; newer converters only number them. */
function layerName({ name, operands }: TfliteOperation): string {
  const weights = operands[1]?.name ?? '';
  return (/^(?:$|\(|arith\.|tfl\.)/.test(weights) ? name : weights).replace(/\/MatMul\d*$/, '');
}

/** The field of FullyConnectedOptions that says whether weights are shuffled. */
const WEIGHTS_FORMAT = 1;

function biasOf(
  operation: TfliteOperation,
  { constants, outputs }: { constants: Constants; outputs: number },
): Numbers | undefined {
  const tensor = operation.operands[2];
  if (tensor === undefined) return undefined;
  const bias = constants(tensor);
  const title = titleOf(operation);
  if (bias === undefined) {
    throw new ImportError('unsupported', `What ${title} adds is no constant, which is not read.`);
  }
  return spread(bias.numbers(), { count: outputs, title });
}
