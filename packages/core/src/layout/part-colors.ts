import type { HexColor } from '../spec/color.ts';

/** The colour of each part of a network; left out where it has no such part. */
export interface PartColors {
  readonly base?: HexColor | undefined;
  readonly connections?: HexColor | undefined;
  /** Of connections with negative weights. */
  readonly negative?: HexColor | undefined;
  /** Layer by layer. */
  readonly layers: readonly HexColor[];
  /** Of raised text. */
  readonly text?: HexColor | undefined;
}

/** What parts differ in colour by. */
export const COLOR_BY = ['layer', 'role', 'none'] as const;
export type ColorBy = (typeof COLOR_BY)[number];

/**
 * The same parts coloured by layer (as they are), by role (base, connections of each sign and layers, all layers as the
 * first) or in one colour, that of the base, or of the connections where there is none.
 */
export function colorBy(colors: PartColors, by: ColorBy): PartColors {
  switch (by) {
    case 'layer':
      return colors;
    case 'role':
      return { ...colors, layers: colors.layers.map(() => colors.layers[0]!) };
    case 'none':
      return inOneColor(colors, sharedColor(colors));
    default:
      throw unknownColoring(by);
  }
}

/**
 * The same parts in at most so many colours, one a slot. If there are more, they are merged: connections take the base's
 * colour and slot 1, but for those of a sign and those that lie on the base (`areApart`), which keep their own as long as there is
 * a slot for it, negative ones first; the layers' other colours share the remaining slots in turn, each merged colour becoming the one that came first; and the last
 * layer, should it meet the first whose colour it did not have, moves on to the next slot, so that the two can be told apart. Where that leaves one slot for
 * layers, the last layer shares slot 1. Text in a colour of its own keeps that where a slot is left for layers, and else takes one
 * that is not the base's, on which it stands. One slot prints everything in the base's colour.
 */
export function fitSlots(
  colors: PartColors,
  slots: number,
  { areApart = false }: { readonly areApart?: boolean } = {},
): PartColors {
  if (countColors(colors) <= slots) return colors;
  const shared = sharedColor(colors);
  const apart = areApart || colors.negative !== undefined ? [colors.negative, colors.connections] : [];
  const roles = distinct([shared, ...apart]).slice(0, slots);
  const others = [...colors.layers, colors.connections, colors.negative];
  const ownText = others.includes(colors.text) ? undefined : colors.text;
  const reserved = roles.length + 2 > slots ? roles : distinct([...roles, ownText]);
  const fitted = (color: HexColor | undefined) =>
    color === undefined || reserved.includes(color) ? color : shared;
  const layers = fitLayers(colors.layers, { shared, reserved, slots });
  // In the colour of a layer it stays in that.
  const text = layers[colors.layers.indexOf(colors.text!)] ?? fitted(colors.text);
  const isHidden = text === shared && colors.text !== shared;
  return {
    base: fitted(colors.base),
    connections: fitted(colors.connections),
    negative: fitted(colors.negative),
    layers,
    text: isHidden ? ([...reserved, ...layers].find((color) => color !== shared) ?? text) : text,
  };
}

interface Room {
  readonly shared: HexColor;
  readonly reserved: readonly HexColor[];
  readonly slots: number;
}

function fitLayers(colors: readonly HexColor[], { shared, reserved, slots }: Room): HexColor[] {
  const others = distinct(colors).filter((color) => !reserved.includes(color));
  const kept = others.slice(0, slots - reserved.length);
  const layers = colors.map((color) => {
    if (reserved.includes(color)) return color;
    return kept.length === 0 ? shared : kept[others.indexOf(color) % kept.length]!;
  });
  const areToDiffer = colors[0] !== colors.at(-1) && slots > 1 && kept.length > 0;
  if (areToDiffer && layers[0] === layers.at(-1)) {
    const available = [...kept, shared];
    layers[layers.length - 1] = available[(available.indexOf(layers[0]!) + 1) % available.length]!;
  }
  return layers;
}

/** The same parts in one colour. */
export function inOneColor(
  { base, connections, negative, layers, text }: PartColors,
  color: HexColor,
): PartColors {
  return {
    base: base && color,
    connections: connections && color,
    negative: negative && color,
    layers: layers.map(() => color),
    text: text && color,
  };
}

/** The number of colours that parts are printed in. */
export function countColors({ base, connections, negative, layers, text }: PartColors): number {
  return distinct([base, connections, negative, ...layers, text]).length;
}

/** What merged colours fall back on: the base's, or that of the connections where there is none. */
function sharedColor({ base, connections, negative, layers }: PartColors): HexColor {
  return base ?? connections ?? negative ?? layers[0]!;
}

function distinct(colors: readonly (HexColor | undefined)[]): HexColor[] {
  return [...new Set(colors.filter((color) => color !== undefined))];
}

function unknownColoring(by: never): Error {
  return new Error(`Unknown colouring: ${by}`);
}
