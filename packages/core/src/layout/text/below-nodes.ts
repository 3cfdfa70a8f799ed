import type { NetworkSpec } from '../../spec/network-spec.ts';
import { brailleRoom } from '../braille/braille-line.ts';
import { textLine } from './text-line.ts';

/** How far text stays off nodes and edges, in heights of its capitals. */
const GAP = 0.5;

/** Lines in a strip below nodes: how high capitals of text are, as large as there is room for, how far below the nodes their middles are, and how deep the strip is. */
export interface Strip {
  readonly height: number;
  readonly text: number;
  readonly braille: number;
  readonly deep: number;
}

/** Text in a strip so wide, and before it Braille, or what there is of them. */
export function belowNodes(spec: NetworkSpec, wide: number): Strip {
  const line = textLine(spec);
  const braille = brailleRoom(spec);
  if (line === undefined) return { height: 0, text: 0, braille: braille.middle, deep: braille.deep };
  const { width, depth } = line;
  const height = Math.min(spec.textHeight!, wide / (width + 2 * GAP));
  const end = height * (depth + GAP);
  return {
    height,
    text: height * (depth / 2 + GAP),
    braille: end + braille.middle,
    deep: end + Math.max(braille.deep, height * GAP),
  };
}
