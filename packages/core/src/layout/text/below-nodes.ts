import type { NetworkSpec } from '../../spec/network-spec.ts';
import { brailleRoom } from '../braille/braille-line.ts';
import { textLine } from './text-line.ts';

/** How far text stays off nodes and edges, in heights of its capitals. */
const GAP = 0.5;
/** How far it stays off edges at the least, in radii of the corners between them: less would be outside a round corner. */
const CORNER_GAP = 0.3;

/** Lines below nodes: how high capitals of text are, as large as there is room for, how far behind the nodes' lower ends their middles are, and how deep their strip is. */
export interface Strip {
  readonly height: number;
  readonly textY: number;
  readonly brailleY: number;
  readonly deep: number;
}

/** Text in a strip so wide, whose corners are so round, and before it Braille, or what there is of them. */
export function belowNodes(
  spec: NetworkSpec,
  { wide, cornerRadius }: { readonly wide: number; readonly cornerRadius: number },
): Strip {
  const line = textLine(spec);
  const { width, depth } = line ?? { width: 0, depth: 0 };
  const edge = line === undefined ? 0 : CORNER_GAP * cornerRadius;
  const height =
    line === undefined ? 0 : Math.min(spec.textHeight!, wide / (width + 2 * GAP), (wide - 2 * edge) / width);
  const end = height * (depth + GAP);
  const braille = brailleRoom(spec);
  return {
    height,
    textY: -height * (depth / 2 + GAP),
    brailleY: -(end + braille.middle),
    deep: end + Math.max(braille.deep, height * GAP, edge),
  };
}
