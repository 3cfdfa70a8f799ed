import { type Fault, NETWORK_LIMITS, SpecError } from '@neurofab/core';
import { cleanName, type ELLIPSIS } from '@neurofab/core/internal';
import type { TrainedNetwork } from '../trained-network.ts';
import { largest, withEllipsis } from './drawn-nodes.ts';
import { flowShares, strengths, sum } from './flow.ts';

/**
 * Which nodes of a layer are drawn that is not drawn whole: those through which most flows, the first ones, or given ones,
 * counted from 0. Given ones go for every such layer, where a layer that has none of them has its strongest drawn; or there is
 * a list for each layer, the inputs being the first, which goes for a layer of any size.
 */
export type Show =
  | 'strongest'
  | 'first'
  | { readonly nodes: readonly number[] }
  | { readonly nodesOfLayers: readonly (readonly number[] | undefined)[] };

/** How much of a network is drawn. */
export interface ReduceOptions {
  /** Most rows of a layer, the ellipsis being one: a layer with at most so many nodes is drawn whole. At least 2, 10 if left out. */
  readonly nodes?: number;
  /** The strongest if left out. */
  readonly show?: Show;
}

/** What is drawn of a trained network, from the inputs on. */
export interface Reduction {
  readonly layers: readonly ReducedLayer[];
  /** For each gap a row for each drawn node of the next layer, with a number for each drawn node of this one. */
  readonly weights: readonly (readonly (readonly number[])[])[];
}

/** What is drawn of one layer. */
export interface ReducedLayer {
  /** As the file calls it, cleaned and cut as a layer of a spec asks for; the first is called `inputs`. */
  readonly name: string;
  readonly size: number;
  /** The drawn nodes in order, counted from 0, and one ellipsis where most are left out in a row. */
  readonly shown: readonly (number | typeof ELLIPSIS)[];
  /** The share of the network's flow that its drawn nodes carry, from 0 to 1; 1 for a whole layer. */
  readonly flow: number;
  /** What the file calls each drawn node, where it does; of inputs and outputs alone. */
  readonly labels?: readonly string[];
}

/**
 * Decides which nodes and connections of a network are drawn. A wide layer keeps all but one of its rows for nodes, in their own
 * order, and one for an ellipsis. Strongest is where most flows (`flowShares`): nodes through which nothing does are left out. In
 * a network where nothing flows at all it is where the sum of |w| is largest; of equal ones the first. Throws a SpecError for
 * options that draw nothing or too much.
 */
export function reduce(network: TrainedNetwork, options: ReduceOptions = {}): Reduction {
  const { nodes = 10, show = 'strongest' } = options;
  const { layers } = network;
  const sizes = [layers[0]!.inputs, ...layers.map(({ outputs }) => outputs)];
  refuse(optionFaults(sizes, { nodes, show }));
  const flow = flowShares(layers);
  const drawn = drawnNodes(network, { nodes, show, flow });
  refuse(tooManyWeights(sizes, { nodes, show, drawn }));
  return {
    layers: sizes.map((size, number) => ({
      name: number === 0 ? 'inputs' : nameOf(layers[number - 1]!.name, number),
      size,
      shown: withEllipsis(drawn[number]!, size),
      flow: drawn[number]!.length === size ? 1 : shareOf(flow[number]!, drawn[number]!),
      ...(number === 0 && labelled(network.inputNames, drawn[number]!)),
      ...(number === layers.length && labelled(network.outputNames, drawn[number]!)),
    })),
    weights: layers.map(({ inputs, weights }, gap) =>
      drawn[gap + 1]!.map((row) => drawn[gap]!.map((column) => weights[row * inputs + column]!)),
    ),
  };
}

type Options = Required<ReduceOptions>;

function refuse(faults: readonly Fault[]): void {
  if (faults.length > 0) throw new SpecError(faults);
}

function optionFaults(sizes: readonly number[], { nodes, show }: Options): Fault[] {
  const most = NETWORK_LIMITS.maxNodesPerLayer;
  if (!Number.isInteger(nodes) || nodes < 2 || nodes > most) {
    const message = `Must be a whole number of rows from 2, one of them for the ellipsis, to ${most}, but is ${nodes}.`;
    return [{ path: ['nodes'], message }];
  }
  if (typeof show === 'string') return [];
  if ('nodesOfLayers' in show) {
    return show.nodesOfLayers.flatMap((list, number) =>
      list === undefined ? [] : listFaults(list, sizes[number] ?? 0, `Layer ${number + 1}`),
    );
  }
  const widest = Math.max(...sizes);
  if (widest <= nodes) {
    const message = `No layer has more than ${nodes} nodes, so all are drawn whole and there is nothing to choose.`;
    return [{ path: ['show'], message }];
  }
  return listFaults(show.nodes, widest, 'The widest layer');
}

function listFaults(list: readonly number[], size: number, subject: string): Fault[] {
  const fault = (message: string): Fault[] => [{ path: ['show'], message }];
  if (list.length === 0) return fault('Must be at least one node to draw, but is none.');
  const wrong = list.find((node) => !Number.isInteger(node) || node < 0 || node >= size);
  if (wrong !== undefined && size > 0) {
    return fault(`${subject} has nodes 0 to ${size - 1}, so there is no node ${wrong} to draw.`);
  }
  if (wrong !== undefined) return fault(`${subject} is none of this network.`);
  const count = new Set(list).size;
  if (count <= NETWORK_LIMITS.maxNodesPerLayer) return [];
  return fault(
    `At most ${NETWORK_LIMITS.maxNodesPerLayer} nodes of a layer can be drawn, but these are ${count}.`,
  );
}

/** The nodes of each layer that are drawn, in order. */
function drawnNodes(
  { layers }: TrainedNetwork,
  { nodes, show, flow }: Options & { readonly flow: readonly Float64Array[] },
): number[][] {
  const isDead = flow[0]!.every((share) => share === 0);
  const importance = isDead ? strengths(layers) : flow;
  return importance.map((values, number) => {
    const size = values.length;
    const given = givenNodes(show, number, size <= nodes).filter((node) => node < size);
    if (given.length > 0) return [...new Set(given)].sort((one, other) => one - other);
    if (size <= nodes) return range(size);
    if (show === 'first') return range(nodes - 1);
    // Nodes through which nothing flows would stand alone.
    const alive = values.reduce((count, value) => count + Number(value > 0), 0);
    return largest(values, Math.max(1, Math.min(nodes - 1, alive)));
  });
}

function givenNodes(show: Show, number: number, isWhole: boolean): readonly number[] {
  if (typeof show === 'string') return [];
  if ('nodesOfLayers' in show) return show.nodesOfLayers[number] ?? [];
  return isWhole ? [] : show.nodes;
}

function range(count: number): number[] {
  return Array.from({ length: count }, (_, node) => node);
}

function tooManyWeights(
  sizes: readonly number[],
  { nodes, show, drawn }: Options & { readonly drawn: readonly (readonly number[])[] },
): Fault[] {
  const most = NETWORK_LIMITS.maxWeights;
  const count = weightCount(drawn.map(({ length }) => length));
  if (count <= most) return [];
  const message = `Between the drawn nodes are ${count} connections, and at most ${most} can be drawn:`;
  if (typeof show === 'object') return [{ path: ['show'], message: `${message} name fewer nodes.` }];
  let fitting = nodes;
  while (weightCount(sizes.map((size) => (size <= fitting ? size : fitting - 1))) > most) fitting--;
  return [{ path: ['nodes'], message: `${message} ${fitting} rows or fewer fit.` }];
}

function weightCount(counts: readonly number[]): number {
  return sum(counts.slice(1).map((count, gap) => count * counts[gap]!));
}

function shareOf(flow: Float64Array, drawn: readonly number[]): number {
  // The same order of adding for both, so a share never is more than 1.
  return sum(drawn.map((node) => flow[node]!)) / (sum(flow) || 1);
}

function nameOf(text: string, number: number): string {
  return shortName(text) || `layer ${number + 1}`;
}

function shortName(text: string): string {
  const name = cleanName(text).slice(0, NETWORK_LIMITS.maxLayerNameLength);
  // Once more, since a cut may part the two halves of a character.
  return cleanName(name);
}

function labelled(
  names: readonly string[] | undefined,
  drawn: readonly number[],
): Pick<ReducedLayer, 'labels'> {
  return names === undefined ? {} : { labels: drawn.map((node) => shortName(names[node]!)) };
}
