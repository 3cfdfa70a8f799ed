/** The default title of a network with so many nodes a layer. */
export function defaultName(layers: readonly number[]): string {
  return `Neural network ${layers.join('-')}`;
}
