import { damaged, ImportError } from '../../import-error.ts';
import { IMPORT_LIMITS } from '../../limits.ts';
import { type Limit, tooMuch } from '../../refuse-more.ts';
import { printable, printableList } from '../../text/printable.ts';
import { consumersOf, inputOf, type Operation, type Reached, reachedFrom, titleOf } from './reached-from.ts';

/** The way from the input through all dense layers to the end. */
export interface Flow<Node extends Operation> {
  readonly segments: readonly Segment<Node>[];
  /** What else is made of the last layer's outputs, where the way parts for good. */
  readonly rest: readonly Node[];
}

/** What happens between a value and the next one through which everything flows: mostly one operation, or several that part and join again. */
export interface Segment<Node extends Operation> {
  readonly start: string;
  readonly nodes: readonly Node[];
  readonly end: string;
}

/**
 * The way through a graph on which all dense layers lie one behind another. What neither leads to one nor comes from the last
 * one is left aside. Throws an ImportError where the way parts for good with dense layers on its branches.
 */
export function flowOf<Node extends Operation>(
  reached: Reached<Node>,
  isDense: (node: Node) => boolean,
): Flow<Node> {
  const consumers = consumersOf(reached.nodes);
  const leading = leadingToDense(reached, isDense);
  const segments: Segment<Node>[] = [];
  let value = inputOf(reached);
  for (;;) {
    const parting = partingAt(value, {
      consumers,
      values: reached.values,
      isDense,
      matters: (node) => leading.has(node),
    });
    if (parting === undefined) break;
    const { first, nodes, end } = parting;
    if (end === undefined) throw branches(value, first);
    segments.push({ start: value, nodes, end });
    refuseLong(segments.length);
    value = end;
  }
  const behind = reachedFrom(reached.nodes, [value]);
  refuseOtherWays(behind, reached.values);
  const done = new Set<Node>();
  for (;;) {
    const parting = partingAt(value, { consumers, values: behind.values, isDense, matters: () => true });
    if (parting?.end === undefined) break;
    const { nodes, end } = parting;
    segments.push({ start: value, nodes, end });
    refuseLong(segments.length);
    for (const node of nodes) done.add(node);
    value = end;
  }
  return { segments, rest: behind.nodes.filter((node) => !done.has(node)) };
}

interface Surroundings<Node extends Operation> {
  readonly consumers: ReadonlyMap<string, readonly Node[]>;
  readonly values: ReadonlySet<string>;
  readonly isDense: (node: Node) => boolean;
  /** Whether a way is followed. */
  readonly matters: (node: Node) => boolean;
}

interface Parting<Node extends Operation> {
  /** The operations that a value goes into. */
  readonly first: readonly Node[];
  readonly nodes: readonly Node[];
  /** The next value through which everything flows; `undefined` where there is none. */
  readonly end: string | undefined;
}

/** The dense layers and the operations that lead to one. */
function leadingToDense<Node extends Operation>(
  { nodes, values, inputs }: Reached<Node>,
  isDense: (node: Node) => boolean,
): ReadonlySet<Node> {
  const makers = makersOf(nodes, new Set(inputs));
  const leading = new Set(nodes.filter(isDense));
  for (const node of leading) {
    for (const input of node.inputs) {
      const maker = values.has(input) ? makers.get(input) : undefined;
      if (maker !== undefined) leading.add(maker);
    }
  }
  return leading;
}

/** Which operation makes a value; with two of them the way might go round in circles. */
function makersOf<Node extends Operation>(
  nodes: readonly Node[],
  inputs: ReadonlySet<string>,
): ReadonlyMap<string, Node> {
  const makers = new Map<string, Node>();
  for (const node of nodes) {
    for (const output of node.outputs) {
      if (makers.has(output) || inputs.has(output)) {
        throw damaged(`two of its operations make one value (${printable(output)})`);
      }
      makers.set(output, node);
    }
  }
  return makers;
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
    if (end !== start) return { first, nodes, end };
  }
  return { first, nodes, end: undefined };
}

/** The branch that a refusal speaks of. */
function branches(value: string, first: readonly Operation[]): ImportError {
  const names = printableList(first.map(titleOf));
  const message = `Two branches leave one input (${printable(value)} goes into ${names}). Only networks whose layers follow one another can be drawn.`;
  return new ImportError('not-a-chain', message);
}

/** Between the layers that can be drawn are some operations each, hardly hundreds. */
const SEGMENTS: Limit = { most: 32 * IMPORT_LIMITS.maxLayers, of: 'operations one behind another' };

function refuseLong(length: number): void {
  if (length > SEGMENTS.most) throw tooMuch(SEGMENTS);
}

/** Whatever is done with the last layer's outputs is done with them alone: else a way leads past layers, as in residual networks. */
function refuseOtherWays({ nodes, values }: Reached<Operation>, all: ReadonlySet<string>): void {
  for (const node of nodes) {
    if (node.inputs.every((input) => values.has(input) || !all.has(input))) continue;
    const message = `Two branches leave one input and meet again (${titleOf(node)}), as in residual networks. Only networks whose layers follow one another can be drawn.`;
    throw new ImportError('not-a-chain', message);
  }
}
