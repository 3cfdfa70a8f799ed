import { IMPORT_LIMITS } from '../../limits.ts';
import { type Limit, tooMuch } from '../../refuse-more.ts';
import { foldNode, isFoldable } from './fold-node.ts';
import type { OnnxModel, OnnxNode } from './parse-model.ts';
import { type Constant, readTensor } from './read-tensor.ts';

/** A constant by its name; `undefined` for what depends on inputs, or is made in a way that is not read. */
export type Constants = (name: string) => Constant | undefined;

/** What is known of a graph's values. */
export interface Values {
  readonly constants: Constants;
  /** Those that depend on the inputs. */
  readonly flowing: ReadonlySet<string>;
}

/** The constants of a graph, each read or worked out when it is first asked for. */
export function constantsOf(
  { nodes, tensors }: OnnxModel,
  files: ReadonlyMap<string, Uint8Array>,
): Constants {
  const makers = new Map<string, OnnxNode>();
  for (const node of nodes) {
    if (isFoldable(node)) for (const output of node.outputs) makers.set(output, node);
  }
  const known = new Map<string, Constant | undefined>([['', undefined]]);
  let size = 0;
  const learn = (
    name: string,
    constant: Constant | undefined,
    { inputs }: Pick<OnnxNode, 'inputs'> = NONE,
  ) => {
    known.set(name, constant);
    if (constant === undefined || inputs.some((input) => known.get(input)?.numbers === constant.numbers))
      return;
    size += constant.numbers.byteLength;
    if (size > MOST_BYTES.most) throw tooMuch(MOST_BYTES);
  };
  return (wanted) => {
    // A list of what is to be learnt instead of recursion: a file may put ten thousands of nodes one behind another.
    const waiting = [wanted];
    const begun = new Set<string>();
    for (let name = waiting.at(-1); name !== undefined; name = waiting.at(-1)) {
      const tensor = tensors.get(name);
      const maker = makers.get(name);
      const missing = maker?.inputs.filter((input) => !known.has(input)) ?? [];
      if (known.has(name)) waiting.pop();
      else if (tensor !== undefined) learn(name, readTensor(tensor, files));
      else if (maker === undefined) learn(name, undefined);
      else if (missing.length === 0) learn(name, foldNode(maker, { output: name, known, files }), maker);
      else if (begun.has(name))
        learn(name, undefined); // It depends on itself.
      else {
        begun.add(name);
        waiting.push(...missing);
      }
    }
    return known.get(wanted);
  };
}

const NONE = { inputs: [] };

/** Of all constants together: what a file of the largest size holds as 32-bit floats, and as much again for turning it. */
const MOST_BYTES: Limit = {
  most: 2 * IMPORT_LIMITS.maxBytes,
  of: 'bytes',
  subject: 'Its weights take',
};
