import { ImportError } from '../../import-error.ts';
import { IMPORT_LIMITS } from '../../limits.ts';
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
  const parse = messageParser();
  const model = parse(bytes);
  const [graph] = lengthy(model, 7).slice(-1);
  if (graph === undefined) throw new ImportError('damaged', 'It is damaged: it has no graph.');
  const parts = parse(graph);
  const nodes = lengthy(parts, 1);
  const tensors = lengthy(parts, 5);
  refuseMore(nodes.length, { most: IMPORT_LIMITS.maxOnnxNodes, what: 'nodes' });
  refuseMore(tensors.length, { most: IMPORT_LIMITS.maxTensors, what: 'tensors' });
  const tensorsByName = byName(tensors.map(parse), 8);
  return {
    producer: `${textIn(model, 2)} ${textIn(model, 3)}`.trim(),
    nodes: nodes.map((node) => nodeOf(parse(node), parse)),
    tensors: tensorsByName,
    // Up to version 3 of the format, constants are listed among the inputs as well.
    inputs: lengthy(parts, 11)
      .map((input) => textIn(parse(input), 1))
      .filter((name) => name !== '' && !tensorsByName.has(name)),
  };
}

/** The text of a message's field, empty where it has none. */
export function textIn(message: Message, tag: number): string {
  const bytes = message.find((field) => field.tag === tag)?.bytes;
  return bytes === undefined ? '' : textOf(bytes);
}

/** The bytes of a message's fields of a kind. */
export function lengthy(message: Message, tag: number): readonly Uint8Array[] {
  return message.flatMap((field) => (field.tag === tag && field.bytes !== undefined ? [field.bytes] : []));
}

type Parse = (message: Uint8Array) => Message;

/** Nodes have about ten fields, and a file of 256 MB could hold a hundred million. */
const MOST_FIELDS = 20 * IMPORT_LIMITS.maxOnnxNodes;

/** Takes messages apart, and counts the fields of all of them. */
function messageParser(): Parse {
  let count = 0;
  return (message) => {
    const fields: Field[] = [];
    for (const field of fieldsOf(message)) {
      refuseMore(++count, { most: MOST_FIELDS, what: 'parts' });
      fields.push(field);
    }
    return fields;
  };
}

function nodeOf(node: Message, parse: Parse): OnnxNode {
  const attributes = byName(lengthy(node, 5).map(parse), 1);
  const [tensor] = lengthy(attributes.get('value') ?? [], 5);
  return {
    operator: textIn(node, 4),
    name: textIn(node, 3),
    inputs: lengthy(node, 1).map((bytes) => textOf(bytes)),
    outputs: lengthy(node, 2).map((bytes) => textOf(bytes)),
    attributes,
    ...(tensor !== undefined && { tensor: parse(tensor) }),
  };
}

function byName(messages: readonly Message[], tag: number): ReadonlyMap<string, Message> {
  return new Map(messages.map((message) => [textIn(message, tag), message]));
}

function refuseMore(count: number, { most, what }: { most: number; what: string }): void {
  if (count <= most) return;
  throw new ImportError('too-large', `It has more than ${most} ${what}, which is the most that is read.`);
}
