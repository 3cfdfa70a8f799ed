import { drawnLines, drawnWeights } from '../spec/drawn-weights.ts';
import { ELLIPSIS, type LayerSpec, layerSize, shownCount } from '../spec/layers.ts';
import type { NetworkSpec, WeightMatrix } from '../spec/network-spec.ts';
import type { Connection, Connections, Layer, Network, Shown } from './network.ts';

/** The network that a spec describes: every node joined to every node of the next layer, or as its weights say. */
export function networkOf({
  layers: specs,
  weights,
  trained,
  inputs,
  outputs,
}: Pick<NetworkSpec, 'layers' | 'weights' | 'trained' | 'inputs' | 'outputs'>): Network {
  const byHand = new Map([
    [0, inputs],
    [specs.length - 1, outputs],
  ]);
  const layers = specs.map((spec, number) => named(toLayer(spec, number), spec, byHand.get(number)));
  return {
    ...(trained !== undefined && { trained }),
    layers,
    connections: weights === undefined ? dense(layers) : weighted(specs, drawnWeights(weights, specs)),
  };
}

/** What a layer is called; `number` counts from 0. */
export function layerLabel(layer: LayerSpec, number: number): string {
  return (typeof layer === 'number' ? undefined : layer.name) ?? `layer ${number + 1}`;
}

function toLayer(layer: LayerSpec, number: number): Layer {
  const label = layerLabel(layer, number);
  const drawn = shownCount(layer);
  if (typeof layer === 'number') {
    const shown = Array.from({ length: layer }, (_, index) => ({ kind: 'node' as const, index }));
    return { label, size: layer, drawn, shown };
  }
  const { size, flow } = layer;
  return {
    label,
    size,
    drawn,
    ...(flow !== undefined && { flow }),
    shown: toShown(size, layer.shown),
  };
}

/** The same with what its nodes stand for. Names by hand go before those of the layer itself. */
function named(layer: Layer, spec: LayerSpec, names: readonly string[] | undefined): Layer {
  const labels = names ?? (typeof spec === 'number' ? undefined : spec.labels);
  if (labels === undefined) return layer;
  const lines = drawnLines(spec, labels.length);
  let node = 0;
  const shown = layer.shown.map((entry) =>
    entry.kind === 'node' ? { ...entry, label: labels[lines[node++]!]! } : entry,
  );
  return { ...layer, shown };
}

/** Every node that is not drawn counts for the ellipsis nearest to its place. */
function toShown(size: number, list: readonly (number | typeof ELLIPSIS)[]): Shown[] {
  const places = list.flatMap((entry, place) => (entry === ELLIPSIS ? [place] : []));
  const hidden = new Map(places.map((place) => [place, 0]));
  let before = -1;
  let last = -1;
  const hide = (count: number, place: number) => {
    if (count === 0) return;
    const nearest = places.reduce((best, other) =>
      distance(other, place) < distance(best, place) ? other : best,
    );
    hidden.set(nearest, hidden.get(nearest)! + count);
  };
  for (const [place, entry] of list.entries()) {
    if (entry === ELLIPSIS) continue;
    hide(entry - before - 1, (last + place) / 2);
    before = entry;
    last = place;
  }
  hide(size - 1 - before, (last + list.length) / 2);
  return list.map((entry, place) =>
    entry === ELLIPSIS ? { kind: 'ellipsis', hidden: hidden.get(place)! } : { kind: 'node', index: entry },
  );
}

function distance(one: number, other: number): number {
  return Math.abs(one - other);
}

function dense(layers: readonly Layer[]): Connections {
  const starts = [0];
  for (const { drawn } of layers) starts.push(starts.at(-1)! + drawn);
  return {
    count: layers.slice(1).reduce((sum, { drawn }, gap) => sum + layers[gap]!.drawn * drawn, 0),
    [Symbol.iterator]: () => eachWithEach(starts),
  };
}

/** Connections of each node of a layer, none of which is empty, with each of the next. By hand: a generator takes twice as long, and a page asks at each frame. */
function eachWithEach(starts: readonly number[]): Iterator<Connection> {
  let gap = 0;
  let from = 0;
  let to = starts[1]!;
  return {
    next() {
      if (gap + 2 >= starts.length) return { done: true, value: undefined };
      const value = { from, to };
      to++;
      if (to === starts[gap + 2]) {
        from++;
        if (from === starts[gap + 1]) gap++;
        to = starts[gap + 1]!;
      }
      return { done: false, value };
    },
  };
}

/** Weights in columns, those that are there; a row and a column for each drawn node. */
function weighted(layers: readonly LayerSpec[], matrices: readonly WeightMatrix[]): Connections {
  const ends: number[] = [];
  const weights: number[] = [];
  let first = 0;
  for (const [gap, matrix] of matrices.entries()) {
    const next = first + shownCount(layers[gap]!);
    for (let from = first; from < next; from++) {
      for (const [row, entries] of matrix.entries()) {
        const weight = entries[from - first]!;
        if (weight === null) continue;
        ends.push(from, next + row);
        weights.push(weight);
      }
    }
    first = next;
  }
  const columnsOfEnds = Uint32Array.from(ends);
  const columnOfWeights = Float64Array.from(weights);
  return {
    count: columnOfWeights.length,
    *[Symbol.iterator](): Generator<Connection> {
      for (let i = 0; i < columnOfWeights.length; i++) {
        yield { from: columnsOfEnds[2 * i]!, to: columnsOfEnds[2 * i + 1]!, weight: columnOfWeights[i]! };
      }
    },
  };
}

/** The sizes of a network's layers. */
export function layerSizes({ layers }: Pick<NetworkSpec, 'layers'>): number[] {
  return layers.map(layerSize);
}
