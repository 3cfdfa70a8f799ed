import { PbfWriter } from 'pbf';

/** A constant of a graph, by default of 32-bit floats that stand as raw bytes. */
export interface Tensor {
  readonly name: string;
  readonly shape: readonly number[];
  readonly numbers?: readonly number[];
  /** As TensorProto numbers types. */
  readonly type?: number;
  readonly raw?: Uint8Array;
  /** Adds fields of one's own. */
  readonly write?: (writer: PbfWriter) => void;
}

/** A node: what a test writes as `Gemm x w b > y`, with attributes. */
export interface Node {
  readonly text: string;
  readonly name?: string;
  readonly attributes?: Readonly<Record<string, number | readonly number[] | Tensor>>;
}

export interface Graph {
  readonly nodes: readonly (Node | string)[];
  readonly tensors?: readonly Tensor[];
  readonly inputs?: readonly string[];
}

/** An ONNX file with a graph; nodes in brackets of their own have attributes. */
export function onnxModel({ nodes, tensors = [], inputs = ['x'] }: Graph): Uint8Array {
  const model = new PbfWriter();
  model.writeTag(1, 0);
  model.writeVarint(8);
  model.writeMessage(
    7,
    (_, graph) => {
      for (const node of nodes)
        graph.writeMessage(1, writeNode, typeof node === 'string' ? { text: node } : node);
      for (const tensor of tensors) graph.writeMessage(5, writeTensor, tensor);
      for (const input of inputs) graph.writeMessage(11, (name, writer) => writeText(writer, 1, name), input);
    },
    undefined,
  );
  return model.finish();
}

/** A matrix, or a vector, of 32-bit floats. */
export function floats(name: string, rows: readonly (readonly number[])[] | readonly number[]): Tensor {
  const numbers = rows.flat();
  const shape = Array.isArray(rows[0]) ? [rows.length, numbers.length / rows.length] : [rows.length];
  return { name, shape, numbers };
}

function writeNode({ text, name = '', attributes = {} }: Node, node: PbfWriter): void {
  const [operator = '', ...values] = text.split(' ');
  const split = values.indexOf('>');
  // `-` is an input that is left out.
  for (const input of values.slice(0, split)) writeText(node, 1, input === '-' ? '' : input);
  for (const output of values.slice(split + 1)) writeText(node, 2, output);
  writeText(node, 3, name);
  writeText(node, 4, operator);
  for (const entry of Object.entries(attributes)) node.writeMessage(5, writeAttribute, entry);
}

function writeAttribute(
  [name, value]: readonly [string, number | readonly number[] | Tensor],
  attribute: PbfWriter,
): void {
  writeText(attribute, 1, name);
  if (typeof value === 'number') {
    // Those that are floats have a fraction in these tests.
    attribute.writeTag(Number.isInteger(value) ? 3 : 2, Number.isInteger(value) ? 0 : 5);
    if (Number.isInteger(value)) attribute.writeVarint(value);
    else attribute.writeFloat(value);
  } else if ('shape' in value) attribute.writeMessage(5, writeTensor, value);
  else {
    // As above.
    const areFloats = !value.every(Number.isInteger);
    for (const number of value) {
      attribute.writeTag(areFloats ? 7 : 8, areFloats ? 5 : 0);
      if (areFloats) attribute.writeFloat(number);
      else attribute.writeVarint(number);
    }
  }
}

function writeTensor({ name, shape, numbers, type = 1, raw, write }: Tensor, tensor: PbfWriter): void {
  for (const size of shape) {
    tensor.writeTag(1, 0);
    tensor.writeVarint(size);
  }
  tensor.writeTag(2, 0);
  tensor.writeVarint(type);
  writeText(tensor, 8, name);
  const bytes = raw ?? (numbers && new Uint8Array(Float32Array.from(numbers).buffer));
  if (bytes !== undefined) {
    tensor.writeTag(9, 2);
    tensor.writeBytes(bytes);
  }
  write?.(tensor);
}

function writeText(writer: PbfWriter, tag: number, text: string): void {
  writer.writeTag(tag, 2);
  writer.writeString(text);
}
