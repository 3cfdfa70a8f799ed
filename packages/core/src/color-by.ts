import type { NetworkSpec } from './network-spec.ts';

/** What parts differ in colour by. */
export const COLOR_BY = ['layer', 'role', 'none'] as const;
export type ColorBy = (typeof COLOR_BY)[number];

/**
 * The same network coloured by layer (as it is), by role (base, connections and layers, all layers as the first) or in one colour, that
 * of the base.
 */
export function colorBy(spec: NetworkSpec, by: ColorBy): NetworkSpec {
  const { base, layers } = spec.colors;
  switch (by) {
    case 'layer':
      return spec;
    case 'role':
      return { ...spec, colors: { ...spec.colors, layers: [layers[0]!] } };
    case 'none':
      return { ...spec, colors: { base, connections: base, layers: [base] } };
    default:
      throw unknownColoring(by);
  }
}

function unknownColoring(by: never): Error {
  return new Error(`Unknown colouring: ${by}`);
}
