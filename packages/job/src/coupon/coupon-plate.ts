import type { Cylinder, NetworkSpec } from '@neurofab/core';
import {
  brailleSolids,
  circleSegments,
  cutDepth,
  letterRise,
  letterSolids,
  rectangle,
  standing,
  wholeLayers,
} from '@neurofab/core/internal';
import type { CouponLetters } from './coupon-scene.ts';
import { COUPON_SIZES, MARKS } from './coupon-sizes.ts';
import type { Cut } from './cut.ts';
import { socketRail, socketX } from './socket-rail.ts';

/** Millimetres. */
const SIZES = {
  thickness: 1,
  /** Between what stands on the plate, and to its edges. */
  gap: 1.5,
  /** Capitals of marks: strokes of letters that high are 0.8 mm wide. */
  marks: 5,
  /** How long rods are between what holds them. */
  rods: 28,
  /** How wide what holds them is on their far side, and how far they reach into it. */
  bar: 3,
  hold: 2,
} as const;

/** The plate, its corner at the origin: in front sockets and Braille, behind them letters, and on their right rods across a window. */
export function couponPlate(spec: NetworkSpec, { lines, braille }: CouponLetters): Cut {
  const { gap, marks, bar, hold } = SIZES;
  const layerHeight = spec.layerHeight!;
  const top = wholeLayers(SIZES.thickness, layerHeight) * layerHeight;
  const widthOf = (text: string, height: number) => height * lines[text]!.width;
  const write = (text: string, height: number, at: Corner) =>
    letterSolids(lines[text]!.polygons, { height, at, range: [top, top + letterRise(layerHeight)] });

  const sockets = socketRail(spec, gap + marks + gap);
  const clearances = COUPON_SIZES.clearances.map(MARKS.clearance).flatMap((text, i) => {
    const left = socketX(i) - widthOf(text, marks) / 2;
    return write(text, marks, [left, gap]);
  });

  const front = sockets.back + gap;
  let back = front;
  const letters = COUPON_SIZES.letters.flatMap((height) => {
    const at: Corner = [gap, back];
    back += height + gap;
    return write(MARKS.letters(height), height, at);
  });
  const lettersRight = Math.max(
    ...COUPON_SIZES.letters.map((height) => gap + widthOf(MARKS.letters(height), height)),
  );

  const rodMarks = COUPON_SIZES.rods.map(MARKS.rod);
  const rodY = (i: number) => front + ((i + 0.5) * (back - front)) / rodMarks.length;
  const marksLeft = lettersRight + gap;
  const rodsLeft = marksLeft + Math.max(...rodMarks.map((text) => widthOf(text, marks))) + gap + hold;
  const rodsRight = rodsLeft + SIZES.rods;
  const diameters = rodMarks.flatMap((text, i) => write(text, marks, [marksLeft, rodY(i) - marks / 2]));

  const [right, end] = [rodsRight + bar, back + bar];
  const plates = [
    rectangle([0, right], [0, front]),
    rectangle([0, rodsLeft], [0, end]),
    rectangle([rodsRight, right], [0, end]),
    rectangle([0, right], [back, end]),
  ].map((outline) => standing(outline, [0, top]));
  const dotsAt = [right - bar - braille.width / 2, front / 2] as const;
  return {
    solids: [
      ...plates,
      ...sockets.solids,
      ...rodsAcross(spec, [rodsLeft - hold, rodsRight + hold], rodY),
      ...[...clearances, ...letters, ...diameters, ...brailleSolids(braille, dotsAt, top)],
    ],
    // Rods are cut off under the bed.
    voids: [
      ...sockets.voids,
      standing(rectangle([-gap, right + gap], [-gap, end + gap]), [-sockets.height, 0]),
    ],
  };
}

type Corner = readonly [x: number, y: number];

/** Rods along x, from thin to thick, each as deep in the bed as in a network whose rods are all as thick. */
function rodsAcross(
  { layerHeight, resolution }: NetworkSpec,
  [from, to]: readonly [number, number],
  yOf: (i: number) => number,
): Cylinder[] {
  return COUPON_SIZES.rods.map((diameter, i) => {
    const radius = diameter / 2;
    const height = cutDepth(radius, layerHeight!);
    const segments = circleSegments(radius, resolution);
    return {
      kind: 'cylinder',
      from: [from, yOf(i), height],
      to: [to, yOf(i), height],
      radius,
      segments,
    };
  });
}
