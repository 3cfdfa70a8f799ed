import type { NetworkSpec } from '../spec/network-spec.ts';
import { sharedColor } from './fit-slots.ts';

/** What parts differ in colour by. */
export const COLOR_BY = ['layer', 'role', 'none'] as const;
export type ColorBy = (typeof COLOR_BY)[number];

/**
 * The same network coloured by layer (as it is), by role (base, connections and layers, all layers as the first) or in one colour, that
 * of the base, or of the connections where there is none.
 */
export function colorBy(spec: NetworkSpec, by: ColorBy): NetworkSpec {
  switch (by) {
    case 'layer':
      return spec;
    case 'role':
      return { ...spec, colors: { ...spec.colors, layers: [spec.colors.layers[0]!] } };
    case 'none': {
      const color = sharedColor(spec);
      return { ...spec, colors: { base: color, connections: color, layers: [color] } };
    }
    default:
      throw unknownColoring(by);
  }
}

function unknownColoring(by: never): Error {
  return new Error(`Unknown colouring: ${by}`);
}
