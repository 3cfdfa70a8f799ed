import { damaged } from '../../import-error.ts';
import { IMPORT_LIMITS } from '../../limits.ts';
import { type Limit, refuseMore, tooMuch } from '../../refuse-more.ts';
import { type Field, fieldsOf, textOf } from './fields.ts';

/** A message of protobuf: its fields in their order. */
export type Message = readonly Field[];

/** What is used of an ONNX file (onnx.proto of ONNX 1.20). */
export interface OnnxModel {
  /** Such as `pytorch 2.1.0`; empty where the file does not say it. */
  readonly producer: string;
  readonly nodes: readonly OnnxNode[];
  /** Constants by name, each a TensorProto. */
  readonly tensors: ReadonlyMap<string, Message>;
  /** Names of what is given from outside, constants aside. */
  readonly inputs: readonly string[];
}

/** A NodeProto. */
export interface OnnxNode {
  readonly operator: string;
  readonly name: string;
  /** An input that is left out has an empty name. */
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  /** By name, each an AttributeProto. */
  readonly attributes: ReadonlyMap<string, Message>;
  /** The TensorProto that a Constant is told. */
  readonly tensor?: Message;
}

/** Takes an ONNX file apart. Throws an ImportError where it is damaged or has very many parts. */
export function parseModel(bytes: Uint8Array): OnnxModel {
  const fields = countedFields();
  const model = [...fields(bytes)];
  const graph = lengthy(model, 7).at(-1);
  if (graph === undefined) throw damaged('it has no graph');
  return { producer: `${textIn(model, 2)} ${textIn(model, 3)}`.trim(), ...graphOf(graph, fields) };
}

/** The text of a message's field, empty where it has none. */
export function textIn(message: Message, tag: number): string {
  const bytes = message.find((field) => field.tag === tag)?.bytes;
  return bytes === undefined ? '' : textOf(bytes);
}

/** The bytes of a message's fields of a kind. */
export function lengthy(message: Message, tag: number): readonly Uint8Array[] {
  const found: Uint8Array[] = [];
  for (const field of message) if (field.tag === tag && field.bytes !== undefined) found.push(field.bytes);
  return found;
}

type Fields = (message: Uint8Array) => Iterable<Field>;

/** Nodes have about ten fields, and a file of 256 MB could hold a hundred million. */
const FIELDS: Limit = { most: 10 * IMPORT_LIMITS.maxOnnxNodes, of: 'parts' };

/** The fields of messages, of which all together are counted. */
function countedFields(): Fields {
  let count = 0;
  return function* (message) {
    for (const field of fieldsOf(message)) {
      if (++count > FIELDS.most) throw tooMuch(FIELDS);
      yield field;
    }
  };
}

function graphOf(graph: Uint8Array, fields: Fields): Omit<OnnxModel, 'producer'> {
  const parts = [...fields(graph)];
  const nodes = lengthy(parts, 1);
  const tensors = lengthy(parts, 5);
  refuseMore(nodes.length, { most: IMPORT_LIMITS.maxOnnxNodes, of: 'nodes' });
  refuseMore(tensors.length, { most: IMPORT_LIMITS.maxTensors, of: 'tensors' });
  const tensorsByName = byName(
    tensors.map((tensor) => [...fields(tensor)]),
    8,
  );
  return {
    nodes: nodes.map((node) => nodeOf(node, fields)),
    tensors: tensorsByName,
    // Up to version 3 of the format, constants are listed among the inputs as well.
    inputs: lengthy(parts, 11)
      .map((input) => textIn([...fields(input)], 1))
      .filter((name) => name !== '' && !tensorsByName.has(name)),
  };
}

function nodeOf(node: Uint8Array, fields: Fields): OnnxNode {
  const inputs: string[] = [];
  const outputs: string[] = [];
  const attributes: Message[] = [];
  let name = '';
  let operator = '';
  for (const { tag, bytes } of fields(node)) {
    if (bytes === undefined) continue;
    if (tag === 1) inputs.push(textOf(bytes));
    else if (tag === 2) outputs.push(textOf(bytes));
    else if (tag === 3) name = textOf(bytes);
    else if (tag === 4) operator = textOf(bytes);
    else if (tag === 5) attributes.push([...fields(bytes)]);
  }
  const attributesByName = byName(attributes, 1);
  const [tensor] = lengthy(attributesByName.get('value') ?? [], 5);
  return {
    operator,
    name,
    inputs,
    outputs,
    attributes: attributesByName,
    ...(tensor !== undefined && { tensor: [...fields(tensor)] }),
  };
}

function byName(messages: readonly Message[], tag: number): ReadonlyMap<string, Message> {
  return new Map(messages.map((message) => [textIn(message, tag), message]));
}
