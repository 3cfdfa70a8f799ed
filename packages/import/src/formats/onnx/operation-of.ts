import type { Operation } from '../../chain/graph/reached-from.ts';
import { words } from '../../text/words.ts';
import type { OnnxNode } from './parse-model.ts';

/** A node as it stands in the flow of data: without inputs that only say how it is to be done, such as a shape. */
export interface OnnxOperation extends Operation {
  readonly node: OnnxNode;
}

/** The operation that a node is. */
export function operationOf(node: OnnxNode): OnnxOperation {
  const { operator, name } = node;
  const inputs = SHAPES.has(operator) ? [] : FIRST_ONLY.has(operator) ? node.inputs.slice(0, 1) : node.inputs;
  const outputs = operator === 'DynamicQuantizeLinear' ? node.outputs.slice(0, 1) : node.outputs;
  const isNamed = (value: string) => value !== '';
  return { operator, name, inputs: inputs.filter(isNamed), outputs: outputs.filter(isNamed), node };
}

/** Give the size of data, whatever the data are. */
const SHAPES: ReadonlySet<string> = words('Shape Size');

/** Work on their first input; the others are sizes, axes, limits and the like. */
const FIRST_ONLY: ReadonlySet<string> = words(`
  Clip DequantizeLinear Dropout Expand Pad QuantizeLinear Reshape Resize Slice Squeeze Tile TopK Unsqueeze
`);
