import type { Prism } from '../../scene/scene.ts';
import type { NetworkSpec } from '../../spec/network-spec.ts';
import { brailleLine, brailleSolids } from '../braille/braille-line.ts';
import { textLine, textSolids } from './text-line.ts';

/** What is written on a model. */
export interface LineSolids {
  /** What rises, or is to be taken away. */
  readonly text: readonly Prism[];
  readonly braille: readonly Prism[];
}

/** Where lines are whose middles are before or behind a place. */
export interface LinePlaces {
  /** Of the text's capitals. */
  readonly height: number;
  /** The place, and its height. */
  readonly at: readonly [x: number, y: number, z: number];
  /** How thick it is there. */
  readonly thickness: number;
  /** How far behind the place the lines are. */
  readonly textY: number;
  readonly brailleY: number;
}

/** The lines that a spec has, in their places. */
export function lineSolids(
  spec: NetworkSpec,
  { height, at: [x, y, top], thickness, textY, brailleY }: LinePlaces,
): LineSolids {
  const [text, braille] = [textLine(spec), brailleLine(spec)];
  return {
    text: text === undefined ? [] : textSolids(spec, text, { height, at: [x, y + textY], top, thickness }),
    braille: braille === undefined ? [] : brailleSolids(braille, [x, y + brailleY], top),
  };
}
