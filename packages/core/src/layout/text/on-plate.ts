import { LABEL_KINDS } from '../../spec/labels.ts';
import type { NetworkSpec } from '../../spec/network-spec.ts';
import { middle } from '../base-solids.ts';
import { brailleRoom } from '../braille/braille-line.ts';
import { drawnOf } from '../drawn.ts';
import { NAME_GAP, type NameLines, nameLines, placeOf } from './name-lines.ts';
import { type Lines, type PlacedLine, textLine } from './text-line.ts';

/** The plate of a plaque and the lines on it, the middle of its network over the origin. */
export interface OnPlate extends Lines {
  /** Of its round corners. */
  readonly radius: number;
  /** Where the middles of these are. */
  readonly min: readonly [x: number, y: number];
  readonly max: readonly [x: number, y: number];
}

/** From the outermost nodes to the plate's edge, in node radii. */
const MARGIN = 1.25;
/** How far lines stay off the edges at least, in radii of the plate's round corners, to be within these. */
const CORNER = 0.3;

/** Names of nodes beside these, those of layers in a row below all, text below that, and Braille at the lower edge. */
export function onPlate(spec: NetworkSpec): OnPlate {
  const { nodeRadius, nodeSpacing } = spec;
  const rows = drawnOf(spec).network.layers.map(({ shown }) => shown.length);
  const [half, reach] = [middle(spec), ((Math.max(...rows) - 1) / 2) * nodeSpacing];
  const radius = (1 + MARGIN) * nodeRadius;
  const edge = (height: number) => Math.max(NAME_GAP * height, CORNER * radius);
  const [layers, inputs, outputs] = LABEL_KINDS.map((kind) => nameLines(spec, kind));
  const sides = [inputs, outputs].filter((names) => names !== undefined);

  // How much farther the plate reaches than nodes alone ask for.
  const more = (...reaches: number[]) => Math.max(0, ...reaches.map((far) => far - radius));
  const aside = (names: NameLines | undefined) =>
    names === undefined ? 0 : nodeRadius + NAME_GAP * names.height + names.width + edge(names.height);
  const columns = (layers?.lines ?? []).map((line) => ({
    x: placeOf(spec, line)[0],
    around: (layers!.height * line.width) / 2 + edge(layers!.height),
  }));
  const leftmost = -half - more(aside(inputs), ...columns.map(({ x, around }) => around - x - half));
  const rightmost = half + more(aside(outputs), ...columns.map(({ x, around }) => around + x - half));
  const braille = brailleRoom(spec);
  // Braille has to fit between the middles of round corners.
  const wider = Math.max(0, braille.wide - (rightmost - leftmost) / 2);
  const [left, right] = [leftmost - wider, rightmost + wider];
  const above = more(...sides.map(({ depth, height }) => depth / 2 + edge(height)));

  const underNodes = -reach - Math.max(nodeRadius, ...sides.map(({ depth }) => depth / 2));
  const yOfLayers = layers === undefined ? 0 : underNodes - NAME_GAP * layers.height - layers.depth / 2;
  const underLayers =
    layers === undefined ? underNodes : yOfLayers - layers.depth / 2 - NAME_GAP * layers.height;
  const line = textLine(spec);
  const wide = right - left + 2 * radius;
  const height =
    line === undefined
      ? 0
      : Math.min(
          spec.textHeight!,
          wide / (line.width + 2 * NAME_GAP),
          (wide - 2 * CORNER * radius) / line.width,
        );
  const underText = line === undefined ? underLayers : underLayers - height * (NAME_GAP + line.depth);
  // What keeps the lowest line off the edge.
  const gap = line === undefined ? NAME_GAP * (layers?.height ?? Infinity) : NAME_GAP * height;
  const bottom =
    braille.deep > 0
      ? underText - braille.deep
      : underText - (line === undefined ? 0 : gap) - Math.max(0, CORNER * radius - gap);
  const center = (left + right) / 2;
  return {
    radius,
    min: [left, Math.min(-reach - above, bottom + radius)],
    max: [right, reach + above],
    names: [
      ...besideNodes(spec, inputs, -1),
      ...besideNodes(spec, outputs, 1),
      ...(layers?.lines ?? []).map((name, i) => ({
        line: name,
        height: layers!.height,
        at: [columns[i]!.x, yOfLayers] as const,
      })),
    ],
    text: line && { line, height, at: [center, underLayers - height * (NAME_GAP + line.depth / 2)] },
    braille: braille.deep === 0 ? undefined : [center, underText - braille.middle],
  };
}

/** Names of nodes, to the left or to the right of these. */
function besideNodes(spec: NetworkSpec, names: NameLines | undefined, side: -1 | 1): PlacedLine[] {
  if (names === undefined) return [];
  const { lines, height } = names;
  return lines.map((line) => {
    const [x, y] = placeOf(spec, line);
    const away = spec.nodeRadius + height * (NAME_GAP + line.width / 2);
    return { line, height, at: [x + side * away, y] };
  });
}
