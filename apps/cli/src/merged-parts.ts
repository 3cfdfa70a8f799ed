import { type ColorBy, type HexColor, layout, type Scene } from '@neurofab/core';

/** A part that is printed in a colour other than its own, since there are too few slots. */
export interface MergedPart {
  readonly name: string;
  readonly color: HexColor;
  readonly printedColor: HexColor;
}

/** The parts of a scene whose colours were merged. */
export function mergedParts({ spec, parts }: Scene, colorBy: ColorBy): MergedPart[] {
  const own = layout(spec, { colorBy }).parts;
  return parts.flatMap(({ name, color }, i) =>
    color === own[i]!.color ? [] : [{ name, color: own[i]!.color, printedColor: color }],
  );
}
