import type { Operation } from '../../chain/graph/reached-from.ts';
import { damaged } from '../../import-error.ts';
import { IMPORT_LIMITS } from '../../limits.ts';
import { type Limit, tooMuch } from '../../refuse-more.ts';
import { operatorName } from './operator-names.ts';
import { bytesIn, integersIn, numberIn, rootTable, type Table, tableIn, tablesIn } from './table.ts';

/** What is used of a TensorFlow Lite file (schema.fbs, version 3). */
export interface TfliteModel {
  /** What wrote it, such as `MLIR Converted.`; may be empty. */
  readonly description: string;
  readonly tensors: readonly TfliteTensor[];
  readonly operations: readonly TfliteOperation[];
  readonly inputs: readonly string[];
}

/** A value of a graph, constant or not. */
export interface TfliteTensor {
  readonly name: string;
  readonly shape: readonly number[];
  /** As the schema numbers types. */
  readonly type: number;
  /** None for values that flow. */
  readonly bytes: Uint8Array;
  /** How it is quantised. */
  readonly quantisation: Table | undefined;
  readonly isSparse: boolean;
}

/** An operation whose values are known by the names of tensors. */
export interface TfliteOperation extends Operation {
  /** Its inputs by place, `undefined` for one that is left out. */
  readonly operands: readonly (TfliteTensor | undefined)[];
  /** What the operator is told. */
  readonly options: Table | undefined;
}

/** Takes a TensorFlow Lite file apart. Throws an ImportError where it is damaged or has very many parts. */
export function parseModel(bytes: Uint8Array): TfliteModel {
  const model = rootTable(bytes);
  const [graph] = tablesIn(model, 2, IMPORT_LIMITS.maxTensors);
  if (graph === undefined) throw damaged('it has no graph');
  const operators = tablesIn(model, 1, IMPORT_LIMITS.maxTensors).map(operatorOf);
  const buffers = tablesIn(model, 4, MOST_BUFFERS);
  const tensors = named(
    tablesIn(graph, 0, IMPORT_LIMITS.maxTensors).map((tensor) => tensorOf(tensor, buffers)),
  );
  let count = 0;
  const operations = tablesIn(graph, 3, IMPORT_LIMITS.maxOnnxNodes).map((table) => {
    const operation = operationOf(table, { operators, tensors });
    count += operation.inputs.length + operation.outputs.length;
    if (count > MOST_VALUES.most) throw tooMuch(MOST_VALUES);
    return operation;
  });
  const inputs = namesOf(integersIn(graph, 1, IMPORT_LIMITS.maxTensors), tensors);
  return { description: textIn(model, 3), tensors, operations, inputs };
}

/** Tensors have one each, and so have notes on the file. */
const MOST_BUFFERS = 4 * IMPORT_LIMITS.maxTensors;

/** Inputs and outputs of all operators: lists of many operators may be one and the same. */
const MOST_VALUES: Limit = { most: 1_000_000, of: 'inputs', subject: 'Its operators have' };

function operatorOf(operator: Table): string {
  const custom = textIn(operator, 1);
  // Codes from 127 on stand in a later field.
  const code = Math.max(numberIn(operator, 0, 'byte'), numberIn(operator, 3, 'integer'));
  return custom || operatorName(code);
}

function tensorOf(tensor: Table, buffers: readonly Table[]): TfliteTensor {
  const buffer = buffers[numberIn(tensor, 2, 'integer')];
  return {
    name: textIn(tensor, 3),
    shape: integersIn(tensor, 0, MOST_DIMENSIONS),
    type: numberIn(tensor, 1, 'byte'),
    bytes: buffer === undefined ? new Uint8Array(0) : bytesIn(buffer, 0),
    quantisation: tableIn(tensor, 4),
    isSparse: tableIn(tensor, 6) !== undefined,
  };
}

const MOST_DIMENSIONS = 16;

/** Tensors whose names are each another one. */
function named(tensors: readonly TfliteTensor[]): readonly TfliteTensor[] {
  const taken = new Set<string>();
  return tensors.map((tensor, i) => {
    const name = tensor.name === '' || taken.has(tensor.name) ? `${tensor.name} (${i})`.trim() : tensor.name;
    taken.add(name);
    return { ...tensor, name };
  });
}

interface Parts {
  readonly operators: readonly string[];
  readonly tensors: readonly TfliteTensor[];
}

function operationOf(table: Table, { operators, tensors }: Parts): TfliteOperation {
  const places = integersIn(table, 1, IMPORT_LIMITS.maxTensors);
  const outputs = namesOf(integersIn(table, 2, IMPORT_LIMITS.maxTensors), tensors);
  return {
    operator: operators[numberIn(table, 0, 'integer')] ?? 'unknown operator',
    // What converters join is named after all its parts.
    name: outputs[0]?.split(';')[0] ?? '',
    inputs: namesOf(places, tensors),
    outputs,
    operands: places.map((place) => tensors[place]),
    options: tableIn(table, 4),
  };
}

function namesOf(places: readonly number[], tensors: readonly TfliteTensor[]): readonly string[] {
  return places.flatMap((place) => tensors[place]?.name ?? []);
}

/** The first thousand letters of a text: many names may be one and the same long one. */
function textIn(table: Table, field: number): string {
  return UTF8.decode(bytesIn(table, field).subarray(0, 1000));
}

const UTF8 = new TextDecoder();
