import { parseNumber } from '@neurofab/core/internal';
import type { ReduceOptions, Show, TrainedNetwork } from '@neurofab/import';
import { quoted } from '@neurofab/words';
import { CommandError } from '../errors.ts';

/** Which trained network, and what is to be drawn of it, as given. */
export interface ModelRequest {
  /** Files of one network. */
  readonly models: readonly string[];
  /** The name of one that comes with the product. */
  readonly example?: string | undefined;
  readonly nodes?: string | undefined;
  /** What `--show` says of nodes. */
  readonly shownNodes: readonly string[];
  readonly layerOrder?: string | undefined;
}

/** Whether there is a trained network in a request. */
export function asksForModel({ models, example }: ModelRequest): boolean {
  return models.length > 0 || example !== undefined;
}

/** Throws a CommandError for flags that go with a trained network where there is none. */
export function refuseWithoutModel(request: ModelRequest): void {
  if (asksForModel(request)) return;
  const flag = (['nodes', 'shownNodes', 'layerOrder'] as const).find(
    (name) => (request[name]?.length ?? 0) > 0,
  );
  if (flag === undefined) return;
  if (flag === 'shownNodes') refuseUnknownShow(request.shownNodes);
  throw new CommandError(
    `${FLAGS[flag]} says what is drawn of a trained network: name its file, or take --example digits.`,
  );
}

const FLAGS = { nodes: '--nodes', shownNodes: '--show', layerOrder: '--layer-order' } as const;

/** Throws a CommandError for what `--show` never takes. */
function refuseUnknownShow(texts: readonly string[]): void {
  const stranger = texts.find((text) => !/^(strongest|first|(.*:)?[\d\s,-]+)$/s.test(text));
  if (stranger === undefined) return;
  throw new CommandError(
    `--show: Must be strongest, first, or numbers of nodes such as 3,17,42, and of a GLB or picture assembled or plate, but is ${quoted(stranger)}.`,
  );
}

/** The names in `--layer-order`. */
export function layerOrderIn({
  layerOrder,
}: Pick<ModelRequest, 'layerOrder'>): readonly string[] | undefined {
  return layerOrder?.split(',').map((name) => name.trim());
}

/** What is to be drawn of a network. Throws a CommandError for flags that make no sense. */
export function reduceOptions(
  { nodes, shownNodes }: Pick<ModelRequest, 'nodes' | 'shownNodes'>,
  network: TrainedNetwork,
): ReduceOptions {
  return {
    ...(nodes !== undefined && { nodes: nodesIn(nodes) }),
    ...(shownNodes.length > 0 && { show: showIn(shownNodes, network) }),
  };
}

function nodesIn(text: string): number {
  const nodes = parseNumber(text);
  if (nodes !== undefined) return nodes;
  throw new CommandError(`--nodes: Must be a whole number of rows, such as 10, but is ${quoted(text)}.`);
}

/** `strongest`, `first`, `3,17,42` for all layers that are drawn in part, or any number of `LAYER:3,17,42`. */
function showIn(texts: readonly string[], { layers }: TrainedNetwork): Show {
  refuseUnknownShow(texts);
  const [first] = texts;
  const ofLayers = texts.filter((text) => text.includes(':'));
  if (texts.length > 1 && ofLayers.length < texts.length) {
    throw new CommandError(`--show: Says twice which nodes to draw, by ${texts.map(quoted).join(' and ')}.`);
  }
  if (first === 'strongest' || first === 'first') return first;
  if (ofLayers.length === 0) return { nodes: numbersIn(first!) };
  const names = ['inputs', ...layers.map(({ name }) => name)];
  const lists: (readonly number[] | undefined)[] = names.map(() => undefined);
  for (const text of ofLayers) {
    const at = text.lastIndexOf(':');
    const layer = names.indexOf(text.slice(0, at));
    if (layer < 0) {
      throw new CommandError(
        `--show: There is no layer ${quoted(text.slice(0, at))}. There are ${names.join(', ')}.`,
      );
    }
    lists[layer] = numbersIn(text.slice(at + 1));
  }
  return { nodesOfLayers: lists };
}

function numbersIn(text: string): number[] {
  return text.split(',').map((number) => parseNumber(number.trim()) ?? Number.NaN);
}
