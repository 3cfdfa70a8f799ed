import { flowOf } from '../../chain/graph/flow-of.ts';
import { reachedFrom } from '../../chain/graph/reached-from.ts';
import { refuseGraph } from '../../chain/graph/refuse-graph.ts';
import { stepsOfFlow } from '../../chain/graph/steps-of-flow.ts';
import { printable } from '../../text/printable.ts';
import type { FoundModel, NamedFile } from '../format.ts';
import { constantsOf } from './constants-of.ts';
import { isDense } from './dense-of.ts';
import { OPERATION_KINDS } from './operation-kinds.ts';
import { parseModel } from './parse-model.ts';
import { partsOf } from './parts-of.ts';

/** Reads TensorFlow Lite: the dense layers on the way through its first graph, and what is done between them. */
export async function readTflite([file]: readonly NamedFile[]): Promise<FoundModel> {
  const model = parseModel(file!.bytes);
  const reached = reachedFrom(model.operations, model.inputs);
  refuseGraph(reached, OPERATION_KINDS);
  const flow = flowOf(reached, (operation) => isDense(operation, reached.values));
  const values = { constants: constantsOf(model), flowing: reached.values };
  return {
    format: 'TensorFlow Lite',
    producer: printable(model.description).replace(/\.$/, '') || undefined,
    ...stepsOfFlow(partsOf(flow, values)),
  };
}
