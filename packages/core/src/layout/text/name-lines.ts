import type { LabelKind } from '../../spec/labels.ts';
import { MODE_TRAITS } from '../../spec/modes.ts';
import type { NetworkSpec } from '../../spec/network-spec.ts';
import { middle } from '../base-solids.ts';
import { drawnOf } from '../drawn.ts';
import { railRise } from '../modes/foot-sizes.ts';
import { rowCenters, upright } from '../place-nodes.ts';
import { type Name, namesOf } from './names-of.ts';
import { centred, drawnOutline, type TextLine } from './text-line.ts';

/** A name as it looks, in heights of its capitals. */
export interface NameLine extends TextLine, Name {}

/** The names of a kind that are drawn, on baselines at one height beside their nodes, or on one below their layers. */
export interface NameLines {
  readonly lines: readonly NameLine[];
  /** Of their capitals, in millimetres. */
  readonly height: number;
  /** Of the longest, in millimetres. */
  readonly width: number;
  /** From the lowest point of any to the highest, in millimetres. */
  readonly depth: number;
}

/** How far names stay off each other, nodes and edges, in heights of their capitals; source is written from the same numbers. */
export const NAME_GAP = 0.5;
/** The same between names of layers, which would be read as one: wider than a space. */
export const ROW_GAP = 1.2;
/** What of a tag is around its name, in the same measure. */
export const TAG_MARGIN = 0.3;

/** The names of a kind as large as there is room for them; `undefined` where none is drawn. */
export function nameLines(spec: NetworkSpec, kind: LabelKind): NameLines | undefined {
  if (!MODE_TRAITS[spec.mode].holdsLabels) return undefined;
  const known = namesOf(spec, kind).flatMap((name) => {
    const outline = drawnOutline(spec.lettering, name.text);
    return outline === undefined ? [] : [{ name, outline }];
  });
  if (known.length === 0) return undefined;
  const bottom = Math.min(...known.map(({ outline }) => outline.bottom));
  const top = Math.max(...known.map(({ outline }) => outline.top));
  const lines = known.map(({ name, outline }) => ({ ...name, ...centred(outline, { bottom, top }) }));
  const room = kind === 'layers' ? roomInRow(spec, lines) : roomAtNodes(spec, top - bottom);
  const height = Math.min(spec.textHeight!, room);
  const longest = Math.max(...lines.map(({ width }) => width));
  return { lines, height, width: height * longest, depth: height * (top - bottom) };
}

/** Where the node is that a name belongs to, the middle of the network over the origin. */
export function placeOf(spec: NetworkSpec, { layer, row }: Name): readonly [x: number, y: number] {
  const rows = drawnOf(spec).network.layers[layer]!.shown.length;
  const [x, , y] = rowCenters(spec, { layer, rows }, upright([-middle(spec), 0, 0]))(row);
  return [x, y];
}

/** How high capitals can be of names that stand in one row, each below its layer. */
function roomInRow({ layerSpacing }: NetworkSpec, lines: readonly NameLine[]): number {
  const rooms = lines.slice(1).map(({ layer, width }, i) => {
    const before = lines[i]!;
    return ((layer - before.layer) * layerSpacing) / ((width + before.width) / 2 + ROW_GAP);
  });
  return Math.min(Infinity, ...rooms);
}

/** The same of names that stand beside nodes; tags stay off each other, and off the plate of the foot. */
function roomAtNodes(spec: NetworkSpec, depth: number): number {
  const { nodeRadius, nodeSpacing } = spec;
  if (MODE_TRAITS[spec.mode].hasPlate) return nodeSpacing / (depth + NAME_GAP);
  return Math.min(nodeSpacing, 2 * (nodeRadius + railRise(spec))) / (depth + 2 * TAG_MARGIN + NAME_GAP);
}
