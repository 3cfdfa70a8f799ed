import type { Prism } from '../../scene/scene.ts';
import { type Outline, outlineIn } from '../../spec/lettering.ts';
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

/** What text is made from; source is written from the same numbers. */
export const TEXT_SIZES = {
  /** Layers that it rises, or is cut in: enough to cover another colour, and to be felt. */
  layers: 3,
  /** How far what is cut in reaches over what it is cut into. */
  above: 1,
} as const;

/** The line of text of a spec; `undefined` where there is none, or nobody knows how it looks. */
export function textLine(spec: NetworkSpec): TextLine | undefined {
  const outline = textOutline(spec);
  if (outline === undefined) return undefined;
  const { width, bottom, top, polygons } = outline;
  const middle = (bottom + top) / 2;
  return {
    width,
    depth: top - bottom,
    polygons: polygons.map((polygon) => polygon.map(([x, y]) => [x - width / 2, y - middle] as const)),
  };
}

/** How the text of a spec looks; `undefined` where there is none that is drawn. */
export function textOutline({ text, lettering }: NetworkSpec): Outline | undefined {
  const outline = text === undefined ? undefined : outlineIn(lettering, text);
  return outline?.polygons.length === 0 ? undefined : outline;
}

/** A line of text in its place: what rises, or what is to be taken away. */
export function textSolids(spec: NetworkSpec, { polygons }: TextLine, place: TextPlace): Prism[] {
  const { height, at, top, thickness } = place;
  const rise = TEXT_SIZES.layers * (spec.layerHeight ?? NETWORK_DEFAULTS.layerHeight);
  const range = spec.engraved
    ? ([top - Math.min(rise, thickness / 2), top + TEXT_SIZES.above] as const)
    : ([top, top + rise] as const);
  return polygons.map((polygon) =>
    standing(
      polygon.map(([x, y]) => [at[0] + height * x, at[1] + height * y] as const),
      range,
    ),
  );
}
