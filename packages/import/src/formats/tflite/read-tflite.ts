import { flowOf } from '../../chain/graph/flow-of.ts';
import { inputOf, reachedFrom } from '../../chain/graph/reached-from.ts';
import { refuseCount } from '../../chain/graph/refuse-count.ts';
import { stepsOfFlow } from '../../chain/graph/steps-of-flow.ts';
import { printable } from '../../text/printable.ts';
import type { FoundModel, NamedFile } from '../format.ts';
import { constantsOf } from './constants-of.ts';
import { isDense } from './dense-of.ts';
import { parseModel, type TfliteOperation } from './parse-model.ts';
import { partsOf } from './parts-of.ts';
import { refuseOperators, refuseProducts } from './refuse-operators.ts';

/** Reads TensorFlow Lite: the dense layers on the way through its first graph, and what is done between them. */
export async function readTflite([file]: readonly NamedFile[]): Promise<FoundModel> {
  const model = parseModel(file!.bytes);
  const reached = reachedFrom(model.operations, model.inputs);
  refuseOperators(reached);
  inputOf(reached);
  refuseProducts(reached);
  const isLayer = (operation: TfliteOperation) => isDense(operation, reached.values);
  refuseCount(reached, isLayer);
  const flow = flowOf(reached, isLayer);
  const values = { constants: constantsOf(model), flowing: reached.values };
  return {
    format: 'TensorFlow Lite',
    producer: printable(model.description).replace(/\.$/, '') || undefined,
    ...stepsOfFlow(partsOf(flow, values)),
  };
}
