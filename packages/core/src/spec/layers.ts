import { parseNumber } from '../text/parse-number.ts';
import { undrawableFault } from './clean-name.ts';
import { NETWORK_LIMITS } from './limits.ts';
import { show } from './show.ts';
import { type Fault, isObject } from './spec-error.ts';

/** Stands among the shown nodes of a layer for those that are not drawn. */
export const ELLIPSIS = '…';

/** One layer as a person writes it: how many nodes it has, and which of them are drawn. */
export type LayerInput =
  | number
  | {
      /** What the layer is called; `layer 1` and so on if left out. */
      readonly name?: string | undefined;
      readonly size: number;
      /**
       * The nodes that are drawn, from 0 and in order, with `"…"` (or `"..."`) where others are left out; or how many: the
       * first half of them from the layer's start, the rest from its end. All if left out.
       */
      readonly shown?: number | readonly (number | string)[] | undefined;
      /** What nodes stand for, such as `petal width`: a text for each node, or for each that is drawn. */
      readonly labels?: readonly string[] | undefined;
      /** The share of the flow through a trained network that drawn nodes carry, from 0 to 1. */
      readonly flow?: number | undefined;
    };

/** One layer, complete. A number is a layer of so many nodes without a name, all of them drawn. */
export type LayerSpec =
  | number
  | {
      readonly name?: string;
      readonly size: number;
      readonly shown: readonly (number | typeof ELLIPSIS)[];
      readonly labels?: readonly string[];
      readonly flow?: number;
    };

const FIELDS = ['name', 'size', 'shown', 'labels', 'flow'];

/** How many nodes a layer has, drawn or not. */
export function layerSize(layer: LayerSpec): number {
  return typeof layer === 'number' ? layer : layer.size;
}

/** How many nodes of a layer are drawn. */
export function shownCount(layer: LayerSpec): number {
  return typeof layer === 'number' ? layer : layer.shown.filter((shown) => shown !== ELLIPSIS).length;
}

/** The layer that a sound input describes. */
export function completeLayer(layer: LayerInput): LayerSpec {
  if (typeof layer === 'number') return layer;
  const { size, shown = size, name, labels, flow } = layer;
  const list =
    typeof shown === 'number'
      ? firstAndLast(size, shown)
      : shown.map((entry) => (typeof entry === 'number' ? entry : ELLIPSIS));
  const isWhole = list.length === size && !list.includes(ELLIPSIS);
  if (isWhole && [name, labels, flow].every((field) => field === undefined)) return size;
  return {
    ...(name !== undefined && { name }),
    size,
    shown: list,
    ...(labels !== undefined && { labels }),
    ...(flow !== undefined && { flow }),
  };
}

function firstAndLast(size: number, count: number): (number | typeof ELLIPSIS)[] {
  if (count === size) return Array.from({ length: size }, (_, i) => i);
  const first = Math.ceil(count / 2);
  const last = count - first;
  return [
    ...Array.from({ length: first }, (_, i) => i),
    ELLIPSIS,
    ...Array.from({ length: last }, (_, i) => size - last + i),
  ];
}

/** What is wrong with one layer of an input, with paths from the layer on. */
export function layerFaults(layer: unknown): Fault[] {
  if (!isObject(layer)) return countFaults(layer, [], NETWORK_LIMITS.maxNodesPerLayer, 'A layer must have');
  const { name, size, shown, labels, flow } = layer;
  const faults: Fault[] = Object.keys(layer)
    .filter((key) => !FIELDS.includes(key))
    .map((key) => ({
      path: [key],
      message: `A layer has no field ${show(key)}. There are ${FIELDS.join(', ')}.`,
    }));
  if (name !== undefined && (typeof name !== 'string' || name.length > NETWORK_LIMITS.maxLayerNameLength)) {
    const message = `Must be text of at most ${NETWORK_LIMITS.maxLayerNameLength} characters, but is ${show(name)}.`;
    faults.push({ path: ['name'], message });
  }
  if (flow !== undefined && !(typeof flow === 'number' && flow >= 0 && flow <= 1)) {
    faults.push({ path: ['flow'], message: `Must be a share from 0 to 1, but is ${show(flow)}.` });
  }
  const most = shown === undefined ? NETWORK_LIMITS.maxNodesPerLayer : NETWORK_LIMITS.maxLayerSize;
  const sizeFaults = countFaults(size, ['size'], most, 'Must be');
  if (sizeFaults.length > 0) return [...faults, ...sizeFaults];
  const wrong = shownFaults(shown, size as number);
  if (wrong.length > 0) return [...faults, ...wrong];
  return [...faults, ...labelFaults(labels, completeLayer({ size, shown } as LayerInput))];
}

function labelFaults(labels: unknown, layer: LayerSpec): Fault[] {
  if (labels === undefined) return [];
  const [size, drawn] = [layerSize(layer), shownCount(layer)];
  if (!Array.isArray(labels) || (labels.length !== size && labels.length !== drawn)) {
    const counts = size === drawn ? size : `${size}, or the ${drawn} that are drawn`;
    const value = Array.isArray(labels) ? `has ${labels.length}` : `is ${show(labels)}`;
    return [{ path: ['labels'], message: `Must have a text for each node (${counts}), but ${value}.` }];
  }
  return labels.flatMap((label, i): Fault[] => {
    const isText = typeof label === 'string' && label.length <= NETWORK_LIMITS.maxLayerNameLength;
    const message = isText
      ? undrawableFault(label)
      : `Must be text of at most ${NETWORK_LIMITS.maxLayerNameLength} characters, but is ${show(label)}.`;
    return message === undefined ? [] : [{ path: ['labels', i], message }];
  });
}

function countFaults(count: unknown, path: Fault['path'], most: number, subject: string): Fault[] {
  if (typeof count === 'number' && Number.isInteger(count) && count >= 1 && count <= most) return [];
  const end = path.length === 0 ? 'this one has' : 'is';
  const value = path.length > 0 && count === undefined ? 'missing' : show(count);
  const message = `${subject} a whole number of nodes from 1 to ${most}, but ${end} ${value}.`;
  return [{ path, message }];
}

function shownFaults(shown: unknown, size: number): Fault[] {
  const fault = (message: string, ...path: number[]): Fault[] => [{ path: ['shown', ...path], message }];
  if (shown === undefined) return [];
  if (typeof shown === 'number') {
    const most = Math.min(size, NETWORK_LIMITS.maxNodesPerLayer);
    if (Number.isInteger(shown) && shown >= 1 && shown <= most) return [];
    return fault(`Must be a whole number of nodes to draw from 1 to ${most}, but is ${show(shown)}.`);
  }
  if (!Array.isArray(shown)) {
    return fault(
      `Must be the nodes to draw, such as [0, 1, "…", ${size - 1}], or how many, but is ${show(shown)}.`,
    );
  }
  if (shown.length > 2 * NETWORK_LIMITS.maxNodesPerLayer) {
    return fault(`Must have at most ${NETWORK_LIMITS.maxNodesPerLayer} nodes, but has ${shown.length}.`);
  }
  let last = -1;
  let nodes = 0;
  for (const [i, entry] of shown.entries()) {
    if (entry === ELLIPSIS || entry === '...') {
      if (i > 0 && typeof shown[i - 1] === 'string') return fault('One "…" is enough here.', i);
      continue;
    }
    if (typeof entry !== 'number' || !Number.isInteger(entry) || entry < 0 || entry >= size) {
      return fault(`Must be the number of a node from 0 to ${size - 1}, or "…", but is ${show(entry)}.`, i);
    }
    if (entry <= last) return fault(`Nodes must stand in their order, but ${entry} comes after ${last}.`, i);
    last = entry;
    nodes++;
  }
  if (nodes === 0) return fault('Must draw at least one node, but draws none.');
  if (nodes > NETWORK_LIMITS.maxNodesPerLayer) {
    return fault(`Must have at most ${NETWORK_LIMITS.maxNodesPerLayer} nodes, but has ${nodes}.`);
  }
  const ellipses = shown.length - nodes;
  if (nodes < size && ellipses === 0) {
    return fault(`Must have a "…" for the ${size - nodes} nodes that are not drawn.`);
  }
  if (ellipses > size - nodes) {
    return fault(`Has ${ellipses} "…", but only ${size - nodes} nodes are not drawn.`);
  }
  return [];
}

/** The shortest text of a layer, as in `784~9`; `undefined` where no text says all of it. */
export function layerText(layer: LayerSpec): string | undefined {
  if (typeof layer === 'number') return String(layer);
  const { size, shown, name, labels, flow } = layer;
  const count = shownCount(layer);
  const usual = firstAndLast(size, count);
  const isUsual = shown.length === usual.length && shown.every((entry, i) => entry === usual[i]);
  const isPlain = name === undefined && labels === undefined && flow === undefined;
  return isPlain && isUsual ? `${size}~${count}` : undefined;
}

/** The layer that a text such as `784` or `784~9` describes; its numbers are not checked. */
export function layerFromText(text: string): LayerInput {
  const [size, shown, ...more] = text.split('~').map((number) => parseNumber(number) ?? number);
  if (shown === undefined) return size as number;
  return more.length > 0 ? (text as unknown as number) : ({ size, shown } as LayerInput);
}
