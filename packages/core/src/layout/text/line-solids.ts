import type { Prism, Vec3 } from '../../scene/scene.ts';
import type { NetworkSpec } from '../../spec/network-spec.ts';
import { brailleLine, brailleSolids } from '../braille/braille-line.ts';
import { type Lines, textSolids } from './text-line.ts';

/** What is written on a model. */
export interface LineSolids {
  /** What rises, or is to be taken away. */
  readonly text: readonly Prism[];
  readonly braille: readonly Prism[];
}

/** What lines stand on. */
export interface LinesPlace {
  /** The point that their places are seen from, on top of it. */
  readonly at: Vec3;
  readonly thickness: number;
}

/** Lines in their places. */
export function lineSolids(
  spec: NetworkSpec,
  { names, text, braille }: Lines,
  { at: [x, y, top], thickness }: LinesPlace,
): LineSolids {
  const lines = text === undefined ? names : [...names, text];
  const dots = brailleLine(spec);
  return {
    text: lines.flatMap(({ at, ...line }) =>
      textSolids(spec, { ...line, at: [x + at[0], y + at[1]] }, { top, thickness }),
    ),
    braille:
      dots === undefined || braille === undefined
        ? []
        : brailleSolids(dots, [x + braille[0], y + braille[1]], top),
  };
}
