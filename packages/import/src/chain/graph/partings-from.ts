import type { Operation } from './reached-from.ts';

/** A graph, and what of it is looked at. */
export interface Surroundings<Node extends Operation> {
  readonly consumers: ReadonlyMap<string, readonly Node[]>;
  readonly values: ReadonlySet<string>;
  readonly isDense: (node: Node) => boolean;
  /** Whether a way is followed. */
  readonly matters: (node: Node) => boolean;
}

/** What happens between a value and the next one through which everything flows. */
export interface Parting<Node extends Operation> {
  readonly start: string;
  /** The operations that `start` goes into. */
  readonly first: readonly Node[];
  readonly nodes: readonly Node[];
  /** The next value through which everything flows; `undefined` where there is none. */
  readonly end: string | undefined;
}

/** The way from a value on, from each value through which everything flows to the next one; the last may lead to none. */
export function* partingsFrom<Node extends Operation>(
  start: string,
  surroundings: Surroundings<Node>,
): Iterable<Parting<Node>> {
  let value: string | undefined = start;
  while (value !== undefined) {
    const parting: Parting<Node> | undefined = partingAt(value, surroundings);
    if (parting !== undefined) yield parting;
    value = parting?.end;
  }
}

/** What happens between a value and the next one through which everything flows; `undefined` where nothing follows. */
function partingAt<Node extends Operation>(
  start: string,
  { consumers, values, isDense, matters }: Surroundings<Node>,
): Parting<Node> | undefined {
  const following = (value: string) => (consumers.get(value) ?? []).filter(matters);
  const first = following(start);
  if (first.length === 0) return undefined;
  const nodes: Node[] = [];
  /** Values that exist by now, with the number of operations that still wait to be done with them. */
  const open = new Map([[start, first.length]]);
  /** The inputs that operations still wait for. */
  const waiting = new Map<Node, Set<string>>();
  const ready: Node[] = [];
  const make = (value: string, following: readonly Node[]) => {
    if (following.length > 0) open.set(value, following.length);
    for (const node of following) {
      const inputs = waiting.get(node) ?? new Set(node.inputs.filter((input) => values.has(input)));
      waiting.set(node, inputs);
      inputs.delete(value);
      if (inputs.size === 0) ready.push(node);
    }
  };
  make(start, first);
  for (const node of ready) {
    nodes.push(node);
    for (const input of new Set(node.inputs)) {
      const left = (open.get(input) ?? 0) - 1;
      if (left > 0) open.set(input, left);
      else open.delete(input);
    }
    for (const output of new Set(node.outputs)) make(output, following(output));
    if (isDense(node) && (open.size > 1 || nodes.length > 1)) break;
    if (open.size > 1) continue;
    const [end = node.outputs[0]] = open.keys();
    if (end !== start) return { start, first, nodes, end };
  }
  return { start, first, nodes, end: undefined };
}
