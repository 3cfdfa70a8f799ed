import { isObject } from './spec-error.ts';

/** The default title of a network with so many nodes a layer. */
export function defaultName(layers: readonly number[]): string {
  return `Neural network ${layers.join('-')}`;
}

/** Whether an input that nothing has checked yet has the title that its layers would give it anyway, as a spec printed in full does. */
export function hasDefaultName({
  name,
  layers,
}: {
  readonly name?: unknown;
  readonly layers?: unknown;
}): boolean {
  if (!Array.isArray(layers)) return false;
  return name === defaultName(layers.map((layer) => (isObject(layer) ? layer.size : layer)));
}
