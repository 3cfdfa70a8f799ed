import { printable, printableList } from '../../text/printable.ts';
import { notAChain, ONE_BRANCH } from '../refusals.ts';

/** An operation of a graph: it makes values out of values, each known by its name. */
export interface Operation {
  readonly operator: string;
  readonly name: string;
  /** The values that it works on; constants may be among them. */
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
}

/** An operation as it can stand in a sentence, such as `MatMul dense/MatMul`. */
export function titleOf({ operator, name }: Operation): string {
  return `${printable(operator)} ${printable(name)}`.trim();
}

/** What depends on the inputs of a graph; all else is constant. */
export interface Reached<Node extends Operation> {
  readonly inputs: readonly string[];
  readonly values: ReadonlySet<string>;
  /** In the order in which the file has them. */
  readonly nodes: readonly Node[];
  /** The operations that work on each value. */
  readonly consumers: ReadonlyMap<string, readonly Node[]>;
}

/** What depends on any of the values `inputs`. */
export function reachedFrom<Node extends Operation>(
  nodes: readonly Node[],
  inputs: readonly string[],
): Reached<Node> {
  const consumers = consumersOf(nodes);
  const reached = new Set<Node>();
  const values = new Set(inputs);
  // A set hands out what is added while it is walked through.
  for (const value of values) {
    for (const node of consumers.get(value) ?? []) {
      reached.add(node);
      for (const output of node.outputs) values.add(output);
    }
  }
  return { inputs, values, nodes: nodes.filter((node) => reached.has(node)), consumers };
}

/** The input of a network; empty where nothing is done with one. Throws an ImportError where there are several. */
export function inputOf({ inputs, consumers }: Reached<Operation>): string {
  const used = [...new Set(inputs)].filter((input) => consumers.has(input));
  if (used.length <= 1) return used[0] ?? '';
  throw notAChain(`The network has ${used.length} inputs: ${printableList(used)}`, ONE_BRANCH);
}

function consumersOf<Node extends Operation>(nodes: readonly Node[]): ReadonlyMap<string, readonly Node[]> {
  const consumers = new Map<string, Node[]>();
  for (const node of nodes) {
    for (const input of new Set(node.inputs)) {
      const others = consumers.get(input);
      if (others === undefined) consumers.set(input, [node]);
      else others.push(node);
    }
  }
  return consumers;
}
