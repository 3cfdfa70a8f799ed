import { field } from '../../bytes/json-fields.ts';
import { ImportError } from '../../import-error.ts';
import { printable, printableList } from '../../text/printable.ts';
import type { KerasLayer } from './keras-layer.ts';
import { isMerge, refuseLayers } from './refuse-layers.ts';

/** The layers of a functional model in the order of their connections. Throws an ImportError where they are no chain. */
export function chainOfLayers(
  layers: readonly KerasLayer[],
  { inputs, outputs }: { inputs: readonly string[]; outputs: readonly string[] },
): readonly KerasLayer[] {
  refuseSeveral(inputs, 'inputs');
  refuseLayers(layers.filter((layer) => !isMerge(layer)));
  refuseSeveral(outputs, 'outputs');
  const byName = new Map(layers.map((layer) => [layer.name, layer]));
  const followers = followersOf(layers);
  const chain: KerasLayer[] = [];
  let here = byName.get(inputs[0] ?? '') ?? layers.find(({ uses }) => uses.length === 0);
  if (here === undefined) throw notAChain('it has no input');
  while (here !== undefined) {
    if (chain.length === layers.length) throw notAChain('its layers lead in a circle');
    if (here.uses.flat().length > 1) throw notAChain(`${described(here)} joins several branches`);
    chain.push(here);
    const next: readonly KerasLayer[] = followers.get(here.name) ?? [];
    if (next.length > 1) throw branches(here, next);
    here = next[0];
  }
  refuseLayers(chain);
  return chain;
}

/** The layers that take the values of each. */
function followersOf(layers: readonly KerasLayer[]): ReadonlyMap<string, readonly KerasLayer[]> {
  const followers = new Map<string, KerasLayer[]>();
  for (const layer of layers) {
    if (layer.uses.length > 1) throw notAChain(`it uses the layer ${printable(layer.name)} more than once`);
    for (const source of layer.uses.flat()) {
      const known = followers.get(source);
      if (known === undefined) followers.set(source, [layer]);
      else known.push(layer);
    }
  }
  return followers;
}

/** The names of the layers whose values something in a configuration refers to: `["dense", 0, 0, …]`, in Keras 3 a `keras_history`. */
export function references(value: unknown): readonly string[] {
  const names: string[] = [];
  collect(value, names);
  return names;
}

/** More than one is too many in any case. */
const ENOUGH = 100;

function collect(value: unknown, names: string[]): void {
  if (typeof value !== 'object' || value === null || names.length === ENOUGH) return;
  const reference = isReference(value) ? value : field(value, 'keras_history');
  if (isReference(reference)) {
    names.push(reference[0]);
    // Other values that go into the layer, by their names.
    collect(reference[3], names);
  } else for (const inner of Object.values(value)) collect(inner, names);
}

function isReference(value: unknown): value is readonly [string, number, number, ...unknown[]] {
  return (
    Array.isArray(value) &&
    typeof value[0] === 'string' &&
    typeof value[1] === 'number' &&
    typeof value[2] === 'number'
  );
}

function refuseSeveral(names: readonly string[], what: 'inputs' | 'outputs'): void {
  if (names.length > 1) throw notAChain(`the network has ${names.length} ${what}: ${printableList(names)}`);
}

function branches(layer: KerasLayer, next: readonly KerasLayer[]): ImportError {
  const number = next.length === 2 ? 'two' : `${next.length}`;
  const from = layer.className === 'InputLayer' ? 'one input' : printable(layer.name);
  return notAChain(`${number} branches leave ${from}, to ${printableList(next.map(({ name }) => name))}`);
}

function described({ className, name }: KerasLayer): string {
  return printable(`${className} ${name}`);
}

function notAChain(what: string): ImportError {
  return new ImportError(
    'not-a-chain',
    `Its layers are no chain: ${what}. Only a chain of dense layers can be drawn: export one branch of it alone.`,
  );
}
