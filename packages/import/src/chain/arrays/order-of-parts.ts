import { listText, printable } from '../../text/printable.ts';
import type { OrientedPart } from './oriented-parts.ts';

type Dense = Extract<OrientedPart, { kind: 'dense' }>;
type Normalisation = Extract<OrientedPart, { kind: 'normalisation' }>;

/** As many steps a search takes at most. */
const MOST_STEPS = 200_000;

/** Whether parts fit together one after another as they stand. */
export function isChain(parts: readonly OrientedPart[]): boolean {
  let width: number | undefined;
  let before: OrientedPart['kind'] | undefined;
  for (const part of parts) {
    if (part.kind === 'normalisation') {
      if (before === 'normalisation' || (width ?? part.size) !== part.size) return false;
      width = part.size;
    }
    if (part.kind === 'dense') {
      if ((width ?? part.inputs) !== part.inputs) return false;
      width = part.outputs;
    }
    before = part.kind;
  }
  return true;
}

/** Parts by name, numbers in names by their value: `fc2` before `fc10`. */
export function naturallySorted<Named extends { readonly name: string }>(
  parts: readonly Named[],
): readonly Named[] {
  return parts.toSorted(
    (one, other) => ORDER.compare(one.name, other.name) || (one.name < other.name ? -1 : 1),
  );
}

// Of a locale that is everywhere, so that all machines give one order.
const ORDER = new Intl.Collator('en', { numeric: true });

/** Whether names differ in nothing but their numbers, which then say the order. */
export function isNumbered(parts: readonly { readonly name: string }[]): boolean {
  const [first] = parts.map(({ name }) => stem(name));
  return parts.every(({ name }) => stem(name) === first);
}

function stem(name: string): string {
  return name.replace(/\d+/g, '#');
}

/**
 * The one order in which parts fit together. Layers whose names differ in numbers alone keep the order of these; where no order
 * comes of that, any order will do, if only one. `undefined` where none is found, `several` where there are more.
 */
export function onlyOrder(parts: readonly OrientedPart[]): readonly OrientedPart[] | 'several' | undefined {
  const dense = naturallySorted(parts.filter((part) => part.kind === 'dense'));
  const found = ordersOf(dense, (layer) => stem(layer.name)) ?? ordersOf(dense, (layer) => layer.name);
  if (found === undefined || found === 'several') return found;
  const normalisations = naturallySorted(parts.filter((part) => part.kind === 'normalisation'));
  return withNormalisations(found, normalisations);
}

/**
 * Depth first over all orders in which each layer has as many inputs as the one before has outputs; of layers of one group the
 * first comes first. It stops at the second order found.
 */
function ordersOf(
  layers: readonly Dense[],
  groupOf: (layer: Dense) => string,
): readonly Dense[] | 'several' | undefined {
  const queues = grouped(layers, groupOf);
  const taken = queues.map(() => 0);
  const path: number[] = [];
  let found: readonly Dense[] | undefined;
  let next = 0;
  for (let step = 0; step < MOST_STEPS; step++) {
    const last = path.length === 0 ? undefined : queues[path.at(-1)!]![taken[path.at(-1)!]! - 1];
    while (next < queues.length) {
      const layer = queues[next]![taken[next]!];
      if (layer !== undefined && (last === undefined || layer.inputs === last.outputs)) break;
      next++;
    }
    if (next < queues.length) {
      path.push(next);
      taken[next]!++;
      next = 0;
      if (path.length < layers.length) continue;
      if (found !== undefined) return 'several';
      found = inOrder(path, queues);
    }
    const back = path.pop();
    if (back === undefined) return found;
    taken[back]!--;
    next = back + 1;
  }
  return 'several';
}

function grouped(layers: readonly Dense[], groupOf: (layer: Dense) => string): readonly (readonly Dense[])[] {
  const groups = new Map<string, Dense[]>();
  for (const layer of layers) groups.set(groupOf(layer), [...(groups.get(groupOf(layer)) ?? []), layer]);
  return [...groups.values()];
}

function inOrder(path: readonly number[], queues: readonly (readonly Dense[])[]): readonly Dense[] {
  const taken = queues.map(() => 0);
  return path.map((queue) => queues[queue]![taken[queue]!++]!);
}

/** Puts each normalisation behind the one layer with as many outputs, or of several behind the one with its number. */
function withNormalisations(
  layers: readonly Dense[],
  normalisations: readonly Normalisation[],
): readonly OrientedPart[] | 'several' {
  const behind = new Map<Dense | undefined, Normalisation>();
  for (const part of normalisations) {
    const fitting = layers.filter(({ outputs }) => outputs === part.size);
    const alike = normalisations.filter(({ size }) => size === part.size);
    const places: readonly (Dense | undefined)[] =
      layers[0]!.inputs === part.size ? [undefined, ...fitting] : fitting;
    const place =
      places.length === 1 && alike.length === 1
        ? places
        : fitting.filter((layer) => isOneNumber(layer.name, part.name));
    if (place.length !== 1 || behind.has(place[0])) return 'several';
    behind.set(place[0], part);
  }
  return [undefined, ...layers].flatMap((layer) => [
    ...(layer === undefined ? [] : [layer]),
    ...(behind.has(layer) ? [behind.get(layer)!] : []),
  ]);
}

/** Whether the last numbers of two names are one, as of `fc2` and `bn2`. */
function isOneNumber(one: string, other: string): boolean {
  const number = LAST_NUMBER.exec(one)?.[1];
  return number !== undefined && number === LAST_NUMBER.exec(other)?.[1];
}

const LAST_NUMBER = /(?<!\d)(\d+)\D*$/;

/** The first five parts with their sizes, such as `fc1 (4 → 16), fc2 (16 → 3)`. */
export function listOfParts(parts: readonly OrientedPart[]): string {
  return listText(parts, (part) => {
    const name = printable(part.name, 32);
    if (part.kind === 'dense') return `${name} (${part.inputs} → ${part.outputs})`;
    return part.kind === 'normalisation' ? `${name} (${part.size})` : name;
  });
}
