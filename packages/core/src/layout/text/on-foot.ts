import type { NetworkSpec } from '../../spec/network-spec.ts';
import { middle } from '../base-solids.ts';
import { brailleRoom } from '../braille/braille-line.ts';
import { FOOT_SIZES, railWidthOf } from '../modes/foot-sizes.ts';
import { FRONT_GAP, inFront } from './in-front.ts';
import { type NameLines, nameLines, placeOf } from './name-lines.ts';
import { type Lines, textLine } from './text-line.ts';

/** The plate of a foot. */
interface Plate {
  readonly length: number;
  readonly width: number;
  readonly forward: number;
  readonly railWidth: number;
}

/** Names of layers in front of a rail, and text in front of them. */
export interface NamesOnFoot {
  readonly names: NameLines;
  /** How high the capitals of the text are; left out where there is none. */
  readonly textHeight?: number | undefined;
  /** How long the plate of the foot is. */
  readonly length: number;
  /** What they take from the rail to the front. */
  readonly depth: number;
}

/** What names of layers ask of a foot; `undefined` where there are none. */
export function namesOnFoot(spec: NetworkSpec): NamesOnFoot | undefined {
  const names = nameLines(spec, 'layers');
  if (names === undefined) return undefined;
  const { lines, height, depth } = names;
  const reaches = lines.map(
    (line) => Math.abs(placeOf(spec, line)[0]) + height * (line.width / 2 + FRONT_GAP),
  );
  const length = Math.max(usualLength(spec), 2 * Math.max(...reaches));
  const text = textLine(spec);
  const textHeight = text && Math.min(spec.textHeight!, length / (text.width + 2 * FRONT_GAP));
  const inFrontOf = text === undefined ? FRONT_GAP * height : textHeight! * (text.depth + 2 * FRONT_GAP);
  return { names, textHeight, length, depth: FRONT_GAP * height + depth + inFrontOf };
}

/** How long a foot is that holds nothing but its rail. */
export function usualLength(spec: NetworkSpec): number {
  return 2 * middle(spec) + railWidthOf(spec) + FOOT_SIZES.margins;
}

/** The lines in front of the rail of a foot, the middle of the rail at the origin. */
export function onFoot(spec: NetworkSpec, { length, width, forward, railWidth }: Plate): Lines {
  const reach = railWidth / 2;
  const front = namesOnFoot(spec);
  if (front === undefined) {
    return inFront(spec, { radius: width / 2, straight: (length - width) / 2, forward, reach });
  }
  const { names, textHeight, depth } = front;
  const line = textLine(spec);
  const braille = brailleRoom(spec);
  const start = reach + (width / 2 + forward - reach - depth - braille.deep) / 2;
  const yOfNames = -(start + FRONT_GAP * names.height + names.depth / 2);
  const yOfText = line && yOfNames - names.depth / 2 - textHeight! * (FRONT_GAP + line.depth / 2);
  return {
    names: names.lines.map((name) => ({
      line: name,
      height: names.height,
      at: [placeOf(spec, name)[0], yOfNames],
    })),
    text: line && { line, height: textHeight!, at: [0, yOfText!] },
    braille: braille.deep === 0 ? undefined : [0, -(start + depth + braille.middle)],
  };
}
