import type { Prism } from '../../scene/scene.ts';
import { type Lettering, type Outline, outlineIn } from '../../spec/lettering.ts';
import type { NetworkSpec } from '../../spec/network-spec.ts';
import { NETWORK_DEFAULTS } from '../../spec/presets.ts';
import { type Polygon, standing } from '../modes/polygon.ts';
import { wholeLayers } from '../modes/whole-layers.ts';

/** A line of text as it looks, in heights of its capitals, its middle at the origin. */
export interface TextLine {
  readonly width: number;
  readonly depth: number;
  readonly polygons: readonly Polygon[];
}

/** A line, how high its capitals are in millimetres, and where its middle is. */
export interface PlacedLine {
  readonly line: TextLine;
  readonly height: number;
  readonly at: readonly [x: number, y: number];
}

/** The lines on what a network stands on. */
export interface Lines {
  readonly names: readonly PlacedLine[];
  readonly text: PlacedLine | undefined;
  /** Where the middle of the Braille is. */
  readonly braille: readonly [x: number, y: number] | undefined;
}

/** What a line is put on. */
export interface TextPlace {
  /** The height of what it stands on, and how thick that is. */
  readonly top: number;
  readonly thickness: number;
}

/** What text is made from; source is written from the same numbers. */
export const TEXT_SIZES = {
  /** Layers that it rises, or is cut in, at least: enough to cover another colour. */
  layers: 3,
  /** And millimetres, in whole layers, however thin these are: enough to be seen and felt. */
  rise: 0.4,
  /** How far what is cut in reaches over what it is cut into. */
  above: 1,
} as const;

/** The line of text of a spec; `undefined` where there is none, or nobody knows how it looks. */
export function textLine(spec: NetworkSpec): TextLine | undefined {
  const outline = textOutline(spec);
  if (outline === undefined) return undefined;
  return centred(outline, outline);
}

/** An outline with its middle at the origin: across, and between a lowest and a highest point. */
export function centred(
  { width, polygons }: Outline,
  { bottom, top }: Pick<Outline, 'bottom' | 'top'>,
): TextLine {
  const middle = (bottom + top) / 2;
  return {
    width,
    depth: top - bottom,
    polygons: polygons.map((polygon) => polygon.map(([x, y]) => [x - width / 2, y - middle] as const)),
  };
}

/** How the text of a spec looks; `undefined` where there is none that is drawn. */
export function textOutline({ text, lettering }: NetworkSpec): Outline | undefined {
  return text === undefined ? undefined : drawnOutline(lettering, text);
}

/** How a text looks; `undefined` where nobody knows, or nothing of it is drawn. */
export function drawnOutline(lettering: Lettering | undefined, text: string): Outline | undefined {
  const outline = outlineIn(lettering, text);
  return outline?.polygons.length === 0 ? undefined : outline;
}

/** A line in its place: what rises, or what is to be taken away. */
export function textSolids(
  spec: NetworkSpec,
  { line: { polygons }, height, at }: PlacedLine,
  { top, thickness }: TextPlace,
): Prism[] {
  const { layerHeight = NETWORK_DEFAULTS.layerHeight } = spec;
  const rise = letterRise(layerHeight);
  const deepest = Math.max(1, Math.floor(thickness / 2 / layerHeight + 1e-9)) * layerHeight;
  const range = spec.engraved
    ? ([top - Math.min(rise, deepest), top + TEXT_SIZES.above] as const)
    : ([top, top + rise] as const);
  return letterSolids(polygons, { height, at, range });
}

/** How far letters rise from what they stand on, in layers of a height. */
export function letterRise(layerHeight: number): number {
  return Math.max(TEXT_SIZES.layers, wholeLayers(TEXT_SIZES.rise, layerHeight)) * layerHeight;
}

export interface LettersPlace {
  /** Of capitals, in millimetres. */
  readonly height: number;
  /** Where the origin of the letters is. */
  readonly at: readonly [x: number, y: number];
  readonly range: readonly [from: number, to: number];
}

/** Letters, in heights of their capitals, as prisms from one height to another. */
export function letterSolids(polygons: readonly Polygon[], { height, at, range }: LettersPlace): Prism[] {
  return polygons.map((polygon) =>
    standing(
      polygon.map(([x, y]) => [at[0] + height * x, at[1] + height * y] as const),
      range,
    ),
  );
}
