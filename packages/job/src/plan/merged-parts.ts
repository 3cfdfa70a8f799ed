import type { HexColor, Scene } from '@neurofab/core';

/** A part that is printed in a colour other than its own, since there are too few slots. */
export interface MergedPart {
  readonly name: string;
  readonly color: HexColor;
  readonly printedColor: HexColor;
}

/** The parts of a scene whose colours were merged. */
export function mergedParts({ parts }: Scene): MergedPart[] {
  return parts.flatMap(({ name, color, ownColor }) =>
    color === ownColor ? [] : [{ name, color: ownColor, printedColor: color }],
  );
}
