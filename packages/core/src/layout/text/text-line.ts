import type { Prism } from '../../scene/scene.ts';
import { outlineIn } from '../../spec/lettering.ts';
import type { NetworkSpec } from '../../spec/network-spec.ts';
import { NETWORK_DEFAULTS } from '../../spec/presets.ts';
import type { Polygon } from '../modes/polygon.ts';
import { standing } from '../modes/polygon.ts';

/** A line of text as it looks, in heights of its capitals, its middle at the origin. */
export interface TextLine {
  readonly width: number;
  readonly depth: number;
  readonly polygons: readonly Polygon[];
}

/** What a line of text is put on. */
export interface TextPlace {
  /** Of its capitals, in millimetres. */
  readonly height: number;
  /** Where its middle is. */
  readonly at: readonly [x: number, y: number];
  /** The height of what it stands on, and how thick that is. */
  readonly top: number;
  readonly thickness: number;
}

/** Layers that text rises, or is cut in: enough to cover another colour, and to be felt. */
const LAYERS = 3;

/** How far what is cut in reaches over what it is cut into. */
const ABOVE = 1;

/** The line of text of a spec; `undefined` where there is none, or nobody knows how it looks. */
export function textLine({ text, lettering }: NetworkSpec): TextLine | undefined {
  const outline = text === undefined ? undefined : outlineIn(lettering, text);
  if (outline === undefined) return undefined;
  const { width, bottom, top, polygons } = outline;
  if (polygons.length === 0) return undefined;
  const middle = (bottom + top) / 2;
  return {
    width,
    depth: top - bottom,
    polygons: polygons.map((polygon) => polygon.map(([x, y]) => [x - width / 2, y - middle] as const)),
  };
}

/** A line of text in its place: what rises, or what is to be taken away. */
export function textSolids(spec: NetworkSpec, { polygons }: TextLine, place: TextPlace): Prism[] {
  const { height, at, top, thickness } = place;
  const rise = LAYERS * (spec.layerHeight ?? NETWORK_DEFAULTS.layerHeight);
  const range = spec.engraved
    ? ([top - Math.min(rise, thickness / 2), top + ABOVE] as const)
    : ([top, top + rise] as const);
  return polygons.map((polygon) =>
    standing(
      polygon.map(([x, y]) => [at[0] + height * x, at[1] + height * y] as const),
      range,
    ),
  );
}
