import type { NetworkSpec, Outline, Prism, Solid } from '@neurofab/core';
import {
  circleSegments,
  cutDepth,
  footOf,
  moveSolid,
  rectangle,
  socket,
  standing,
  TEXT_SIZES,
  thinnestRadius,
  wholeLayers,
} from '@neurofab/core/internal';
import { brailleDots } from './braille-dots.ts';
import type { CouponLetters } from './coupon-scene.ts';
import { COUPON_SIZES, MARKS } from './coupon-sizes.ts';

/** Millimetres. */
const SIZES = {
  thickness: 1,
  /** Between what stands on the plate, and to its edges. */
  gap: 1.5,
  /** Capitals of marks: strokes of letters that high are 0.8 mm wide. */
  marks: 5,
  /** From socket to socket: a mark is nearly as wide. */
  sockets: 12,
  /** How long rods are between what holds them. */
  rods: 28,
  /** How wide what holds them is on their far side, and how far they reach into it. */
  bar: 3,
  hold: 2,
} as const;

/** Solids, and what is taken away from them. */
export interface Cut {
  readonly solids: readonly Solid[];
  readonly voids: readonly Prism[];
}

/** The plate, its corner at the origin: in front sockets and Braille, behind them letters, and on their right rods across a window. */
export function couponPlate(spec: NetworkSpec, { lines, braille }: CouponLetters): Cut {
  const { gap, marks, bar } = SIZES;
  const top = wholeLayers(SIZES.thickness, spec.layerHeight!) * spec.layerHeight!;
  const rise = TEXT_SIZES.layers * spec.layerHeight!;
  const write = (text: string, height: number, at: Corner) =>
    raised(lines[text]!, { height, at, range: [top, top + rise] });
  const widest = (texts: readonly string[], height: (i: number) => number) =>
    Math.max(...texts.map((text, i) => height(i) * lines[text]!.width));

  const sockets = socketRail(spec, gap + marks + gap);
  const front = sockets.back + gap;
  const socketMarks = COUPON_SIZES.clearances.map(MARKS.clearance).flatMap((text, i) => {
    const left = socketX(i) - (marks * lines[text]!.width) / 2;
    return write(text, marks, [left, gap]);
  });

  let back = front;
  const letters = COUPON_SIZES.letters.flatMap((height) => {
    const text = MARKS.letters(height);
    const { bottom, top: highest } = lines[text]!;
    const at: Corner = [gap, back - height * bottom];
    back += height * (highest - bottom) + gap;
    return write(text, height, at);
  });

  const rodTexts = COUPON_SIZES.rods.map(MARKS.rod);
  const marksLeft =
    2 * gap + widest(COUPON_SIZES.letters.map(MARKS.letters), (i) => COUPON_SIZES.letters[i]!);
  const rodsLeft = marksLeft + widest(rodTexts, () => marks) + gap + SIZES.hold;
  const rodsRight = rodsLeft + SIZES.rods;
  const [right, pitch] = [rodsRight + bar, (back - front) / rodTexts.length];
  const rodY = (i: number) => front + (i + 0.5) * pitch;
  const rods = COUPON_SIZES.rods.map((diameter, i): Solid => {
    const radius = diameter / 2;
    // Each as in a network whose rods are all as thick.
    const height = cutDepth(radius, spec.layerHeight!);
    return {
      kind: 'cylinder',
      from: [rodsLeft - SIZES.hold, rodY(i), height],
      to: [rodsRight + SIZES.hold, rodY(i), height],
      radius,
      segments: circleSegments(radius, spec.resolution),
    };
  });
  const rodMarks = rodTexts.flatMap((text, i) => write(text, marks, [marksLeft, rodY(i) - marks / 2]));

  const plates = [
    rectangle([0, right], [0, front]),
    rectangle([0, rodsLeft], [0, back + bar]),
    rectangle([rodsRight, right], [0, back + bar]),
    rectangle([0, right], [back, back + bar]),
  ];
  const dots = brailleDots(braille, {
    ...braille.sizes,
    at: [right - gap - braille.width, (front - braille.height) / 2],
    top,
  });
  const under = rectangle([-1, right + 1], [-1, back + bar + 1]);
  return {
    solids: [
      ...plates.map((outline) => standing(outline, [0, top])),
      ...sockets.solids,
      ...rods,
      ...[...socketMarks, ...letters, ...rodMarks, ...dots],
    ],
    voids: [...sockets.voids, standing(under, [-sockets.height, 0])],
  };
}

/** Where the middle of a socket is. */
function socketX(i: number): number {
  return (i + 0.5) * SIZES.sockets;
}

/** A rail with the sockets of a foot, one for each clearance, that begins at a y. */
function socketRail(spec: NetworkSpec, y: number): Cut & { readonly back: number; readonly height: number } {
  const cut = cutDepth(thinnestRadius(spec), spec.layerHeight!);
  const feet = COUPON_SIZES.clearances.map((clearance) => footOf({ ...spec, clearance }, cut)!);
  const height = Math.max(...feet.map((foot) => foot.height));
  const { railWidth } = feet[0]!;
  const reach = railWidth / 2;
  const ends = [socketX(0) - reach, socketX(feet.length - 1) + reach] as const;
  return {
    back: y + railWidth,
    height,
    solids: [standing(rectangle(ends, [y, y + railWidth]), [0, height])],
    voids: feet.flatMap((foot, i) =>
      socket(spec.resolution, { ...foot, height }, socketX(i)).map((solid) =>
        moveSolid(solid, [0, y + reach, 0]),
      ),
    ),
  };
}

type Corner = readonly [x: number, y: number];

interface Writing {
  /** Of its capitals. */
  readonly height: number;
  /** Where its baseline begins. */
  readonly at: Corner;
  readonly range: readonly [from: number, to: number];
}

function raised({ polygons }: Outline, { height, at, range }: Writing): Prism[] {
  return polygons.map((polygon) =>
    standing(
      polygon.map(([x, y]) => [at[0] + height * x, at[1] + height * y] as const),
      range,
    ),
  );
}
