import type { NetworkSpec } from '../../spec/network-spec.ts';
import type { TextLine } from './text-line.ts';

/** How far text stays off nodes and edges, in heights of its capitals. */
const GAP = 0.5;

/** As large as text can be in a strip so wide below nodes, where its middle is below them, and how deep the strip is. */
export function belowNodes(
  { textHeight }: NetworkSpec,
  { width, depth }: TextLine,
  wide: number,
): { readonly height: number; readonly middle: number; readonly deep: number } {
  const height = Math.min(textHeight!, wide / (width + 2 * GAP));
  const deep = height * (depth + 2 * GAP);
  return { height, middle: deep / 2, deep };
}
