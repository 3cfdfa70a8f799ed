import { flowOf } from '../../chain/flow-of.ts';
import { inputOf, reachedFrom } from '../../chain/reached-from.ts';
import { ImportError } from '../../import-error.ts';
import { IMPORT_LIMITS } from '../../limits.ts';
import { printableList } from '../../text/printable.ts';
import type { FoundModel, NamedFile, ReadContext } from '../format.ts';
import { integerListOf, textListOf } from './attributes.ts';
import { isDense } from './factors.ts';
import { constantsOf } from './fold-constants.ts';
import { type OnnxOperation, operationOf } from './operation-of.ts';
import { parseModel } from './parse-model.ts';
import { partsOf } from './parts-of.ts';
import { readBeside } from './read-beside.ts';
import { refuseOperators, refuseProducts } from './refuse-operators.ts';
import { stepsOf } from './steps-of.ts';
import type { Values } from './values.ts';

/** Reads ONNX: the dense layers on the way through its graph, and what is done between them. */
export async function readOnnx([file]: readonly NamedFile[], context: ReadContext): Promise<FoundModel> {
  const model = parseModel(file!.bytes);
  const reached = reachedFrom(model.nodes.map(operationOf), model.inputs);
  refuseOperators(reached);
  inputOf(reached);
  refuseProducts(reached);
  const dense = reached.nodes.filter((operation) => isDense(operation, reached.values));
  refuseCount(dense.length, reached.nodes);
  const flow = flowOf(reached, (operation) => isDense(operation, reached.values));
  const files = await readBeside(model.tensors.values(), context);
  const values: Values = { constants: constantsOf(model, files), flowing: reached.values };
  const outputNames = labelsOf(reached.nodes);
  return {
    format: 'ONNX',
    ...(model.producer !== '' && { producer: model.producer }),
    ...(outputNames !== undefined && { outputNames }),
    ...stepsOf(partsOf(flow, values), values),
  };
}

/** Said here rather than once all weights are read: a file may name one tensor in very many layers. */
function refuseCount(layers: number, operations: readonly OnnxOperation[]): void {
  if (layers === 0) {
    const operators = [...new Set(operations.map(({ operator }) => operator))];
    const found = operators.length === 0 ? '' : `: its operators are ${printableList(operators)}`;
    const message = `It has no dense layer${found}. Only networks of dense layers can be drawn.`;
    throw new ImportError('unsupported', message);
  }
  if (layers > IMPORT_LIMITS.maxLayers) {
    const message = `It has ${layers} dense layers, and at most ${IMPORT_LIMITS.maxLayers} can be drawn.`;
    throw new ImportError('too-large', message);
  }
}

/** The names of classes, which scikit-learn's converter puts behind the last layer. */
function labelsOf(operations: readonly OnnxOperation[]): readonly string[] | undefined {
  const map = operations.find(({ operator }) => operator === 'ZipMap')?.node;
  if (map === undefined) return undefined;
  return integerListOf(map, 'classlabels_int64s')?.map(String) ?? textListOf(map, 'classlabels_strings');
}
