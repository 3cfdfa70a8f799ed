import type { HexColor } from '../spec/color.ts';
import type { NetworkSpec } from '../spec/network-spec.ts';

/**
 * The same network with at most so many colours, one a slot. If there are more, they are merged: connections take the
 * base's colour and slot 1; the layers' other colours share the remaining slots in turn, each merged colour becoming the one that came
 * first; and the last layer, should it meet the first, moves on to the next slot, so that the two can be told apart.
 * Two slots leave one for layers, so there the last layer shares slot 1. One slot prints everything in the base's colour.
 */
export function fitSlots(spec: NetworkSpec, slots: number): NetworkSpec {
  if (countColors(spec) <= slots) return spec;
  const shared = sharedColor(spec);
  const colors = layerColors(spec);
  const others = [...new Set(colors)].filter((color) => color !== shared);
  const kept = others.slice(0, slots - 1);
  const layers = colors.map((color) =>
    color === shared || kept.length === 0 ? shared : kept[others.indexOf(color) % kept.length]!,
  );
  if (layers[0] === layers.at(-1) && slots > 1) {
    const available = [...kept, shared];
    layers[layers.length - 1] = available[(available.indexOf(layers[0]!) + 1) % available.length]!;
  }
  return { ...spec, colors: { base: shared, connections: shared, layers: withoutRepeats(layers) } };
}

/** The colour of the base, or of the connections where there is none: what merged colours fall back on. */
export function sharedColor({ base, colors }: NetworkSpec): HexColor {
  return base.shape === 'none' ? colors.connections : colors.base;
}

/** The number of colours that a network is printed in. */
export function countColors(spec: NetworkSpec): number {
  const { base, connections } = spec.colors;
  return new Set([...(spec.base.shape === 'none' ? [] : [base]), connections, ...layerColors(spec)]).size;
}

/** The shortest list that gives the same colours when it is used in turn. */
export function withoutRepeats(colors: readonly HexColor[]): readonly HexColor[] {
  const period = colors.findIndex(
    (_, length) => length > 0 && colors.every((color, i) => color === colors[i % length]),
  );
  return period < 0 ? colors : colors.slice(0, period);
}

/** The colour of each layer, in order. */
function layerColors({ layers, colors }: NetworkSpec): HexColor[] {
  return layers.map((_, i) => colors.layers[i % colors.layers.length]!);
}
