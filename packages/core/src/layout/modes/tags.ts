import type { Prism } from '../../scene/scene.ts';
import type { NetworkSpec } from '../../spec/network-spec.ts';
import { nameLines, placeOf, TAG_MARGIN } from '../text/name-lines.ts';
import { textSolids } from '../text/text-line.ts';
import { railWidthOf } from './foot-sizes.ts';
import { rectangle, standing } from './polygon.ts';
import { wholeLayers } from './whole-layers.ts';

/** Strips that lie on the bed beside a lying network, each joined to a node, and the names on them. */
export interface Tags {
  readonly strips: readonly Prism[];
  /** What rises, or is to be taken away. */
  readonly letters: readonly Prism[];
}

/** What a tag is made from; source is written from the same numbers. */
export const TAG_SIZES = {
  /** In millimetres, and in node radii, whichever is more: so that it does not break off. */
  thickness: 1.2,
  thicknessOfNode: 0.4,
  /** In node radii: how wide the neck is that joins it to its node, and how near to the middle of that it begins. */
  neck: 1.2,
  neckFrom: 0.5,
} as const;

/** The tags of inputs to the left, and of outputs to the right of a lying network, its middle over the origin. */
export function tagsOf(spec: NetworkSpec): Tags {
  const tags = [tagsBeside(spec, 'inputs', -1), tagsBeside(spec, 'outputs', 1)];
  return {
    strips: tags.flatMap(({ strips }) => strips),
    letters: tags.flatMap(({ letters }) => letters),
  };
}

function tagsBeside(spec: NetworkSpec, kind: 'inputs' | 'outputs', side: -1 | 1): Tags {
  const { nodeRadius } = spec;
  const names = nameLines(spec, kind);
  if (names === undefined) return { strips: [], letters: [] };
  const { lines, height, depth } = names;
  const thickness = tagThickness(spec);
  const halfStrip = depth / 2 + TAG_MARGIN * height;
  // Beside the rail of the foot.
  const start = Math.max(nodeRadius, railWidthOf(spec) / 2) + TAG_MARGIN * height;
  const strips = lines.flatMap((line) => {
    const [x, y] = placeOf(spec, line);
    const strip = (from: number, to: number, half: number) => {
      const ends = side < 0 ? ([x - to, x - from] as const) : ([x + from, x + to] as const);
      return standing(rectangle(ends, [y - half, y + half]), [0, thickness]);
    };
    const end = start + height * (line.width + 2 * TAG_MARGIN);
    const halfNeck = (TAG_SIZES.neck * nodeRadius) / 2;
    return [
      strip(TAG_SIZES.neckFrom * nodeRadius, start + TAG_MARGIN * height, Math.min(halfNeck, halfStrip)),
      strip(start, end, halfStrip),
    ];
  });
  const letters = lines.flatMap((line) => {
    const [x, y] = placeOf(spec, line);
    const at = [x + side * (start + height * (line.width / 2 + TAG_MARGIN)), y] as const;
    return textSolids(spec, { line, height, at }, { top: thickness, thickness });
  });
  return { strips, letters };
}

function tagThickness({ nodeRadius, layerHeight }: NetworkSpec): number {
  const { thickness, thicknessOfNode } = TAG_SIZES;
  return wholeLayers(Math.max(thickness, thicknessOfNode * nodeRadius), layerHeight!) * layerHeight!;
}
