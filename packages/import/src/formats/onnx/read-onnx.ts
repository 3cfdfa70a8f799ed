import { flowOf } from '../../chain/graph/flow-of.ts';
import { reachedFrom } from '../../chain/graph/reached-from.ts';
import { refuseGraph } from '../../chain/graph/refuse-graph.ts';
import { stepsOfFlow } from '../../chain/graph/steps-of-flow.ts';
import { printable } from '../../text/printable.ts';
import type { FoundModel, NamedFile, ReadContext } from '../format.ts';
import { integerListOf, textListOf } from './attributes.ts';
import { constantsOf, type Values } from './constants-of.ts';
import { isDense } from './factors.ts';
import { OPERATION_KINDS } from './operation-kinds.ts';
import { type OnnxOperation, operationOf } from './operation-of.ts';
import { parseModel } from './parse-model.ts';
import { partsOf } from './parts-of.ts';
import { readBeside } from './read-beside.ts';

/** Reads ONNX: the dense layers on the way through its graph, and what is done between them. */
export async function readOnnx([file]: readonly NamedFile[], context: ReadContext): Promise<FoundModel> {
  const model = parseModel(file!.bytes);
  const reached = reachedFrom(model.nodes.map(operationOf), model.inputs);
  refuseGraph(reached, OPERATION_KINDS);
  const flow = flowOf(reached, (operation) => isDense(operation, reached.values));
  const files = await readBeside(model.tensors.values(), context);
  const values: Values = { constants: constantsOf(model, files), flowing: reached.values };
  return {
    format: 'ONNX',
    producer: printable(model.producer) || undefined,
    outputNames: labelsOf(reached.nodes),
    ...stepsOfFlow(partsOf(flow, values)),
  };
}

/** The names of classes, which scikit-learn's converter puts behind the last layer. */
function labelsOf(operations: readonly OnnxOperation[]): readonly string[] | undefined {
  const map = operations.find(({ operator }) => operator === 'ZipMap')?.node;
  if (map === undefined) return undefined;
  return integerListOf(map, 'classlabels_int64s')?.map(String) ?? textListOf(map, 'classlabels_strings');
}
