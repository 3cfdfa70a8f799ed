import { damaged, type ImportError } from '../../import-error.ts';
import { IMPORT_LIMITS } from '../../limits.ts';
import { type Limit, tooMuch } from '../../refuse-more.ts';
import { printable, printableList } from '../../text/printable.ts';
import { notAChain, ONE_BRANCH } from '../refusals.ts';
import { type Parting, partingsFrom } from './partings-from.ts';
import { inputOf, type Operation, type Reached, reachedFrom, titleOf } from './reached-from.ts';

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
  const leading = leadingToDense(reached, isDense);
  const segments: Segment<Node>[] = [];
  let end = inputOf(reached);
  const follow = (parting: Segment<Node>) => {
    segments.push(parting);
    if (segments.length > SEGMENTS.most) throw tooMuch(SEGMENTS);
    end = parting.end;
  };
  const isLeading = (node: Node) => leading.has(node);
  const { values, consumers } = reached;
  for (const parting of partingsFrom(end, { consumers, values, isDense, matters: isLeading })) {
    if (!isWhole(parting)) throw branches(parting);
    follow(parting);
  }
  const behind = reachedFrom(reached.nodes, [end]);
  refuseOtherWays(behind, values);
  const done = new Set<Node>();
  const rest = { consumers, values: behind.values, isDense, matters: () => true };
  for (const parting of partingsFrom(end, rest)) {
    if (!isWhole(parting)) break;
    follow(parting);
    for (const node of parting.nodes) done.add(node);
  }
  return { segments, rest: behind.nodes.filter((node) => !done.has(node)) };
}

/** Between the layers that can be drawn are some operations each, hardly hundreds. */
const SEGMENTS: Limit = { most: 32 * IMPORT_LIMITS.maxLayers, of: 'operations one behind another' };

function isWhole<Node extends Operation>(parting: Parting<Node>): parting is Parting<Node> & Segment<Node> {
  return parting.end !== undefined;
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

/** The branch that a refusal speaks of. */
function branches({ start, first }: Parting<Operation>): ImportError {
  const names = printableList(first.map(titleOf));
  return notAChain(`Two branches leave one input (${printable(start)} goes into ${names})`, ONE_BRANCH);
}

/** Whatever is done with the last layer's outputs is done with them alone: else a way leads past layers, as in residual networks. */
function refuseOtherWays({ nodes, values }: Reached<Operation>, all: ReadonlySet<string>): void {
  for (const node of nodes) {
    if (node.inputs.every((input) => values.has(input) || !all.has(input))) continue;
    throw notAChain(
      `Two branches leave one input and meet again (${titleOf(node)}), as in residual networks`,
    );
  }
}
