import type { HexColor } from '@neurofab/core';
import type { ColorOf } from './draw-mesh.ts';

/** Amounts of red, green and blue light, from 0 to 1. */
type Paint = readonly [red: number, green: number, blue: number];

/** Where the lamp is: right, up, near. High up, so that connections stand out from a base of their colour. */
const LAMP = [-2 / 7, 6 / 7, 3 / 7] as const;

/** The light on what turns its back to the lamp, and how much more there is on what faces it. */
const AMBIENT = 0.1;
const DIFFUSE = 1.05;

/** How much darker a surface is where it turns away from the viewer: it sets apart connections that cross. */
const RIM = 0.7;

/** How much of the lamp mirrors: it makes black parts round. */
const GLOSS = 0.12;

/** What even black throws back, so that it is not flat. */
const LEAST = 0.012;

/** The shades of a colour. */
export function shadesOf(color: HexColor): ColorOf {
  const paint = paintOf(color);
  return (right, up, near) => shade(paint, right, up, near);
}

/** Shades of a colour in small steps, from what turns its back to the lamp to what faces it. */
export function darkToLight(color: HexColor): number[] {
  const colorOf = shadesOf(color);
  const [right, up, near] = LAMP;
  return Array.from({ length: STEPS + 1 }, (_, i) => {
    const toLamp = (2 * i) / STEPS - 1;
    return colorOf(toLamp * right, toLamp * up, (near * i) / STEPS);
  });
}

const STEPS = 64;

/** A colour as light. Squares are near enough to sRGB's curve, and the same on every machine. */
function paintOf(color: HexColor): Paint {
  const channel = (at: number) => {
    const value = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return LEAST + (1 - LEAST) * value * value;
  };
  return [channel(1), channel(3), channel(5)];
}

/** The colour, 0xRRGGBB, of a surface whose normal, of any length, points so far right, up and near. */
function shade([red, green, blue]: Paint, right: number, up: number, near: number): number {
  const length = Math.sqrt(right * right + up * up + near * near);
  const toLamp = (right * LAMP[0] + up * LAMP[1] + near * LAMP[2]) / length;
  const away = 1 - near / length;
  // Light wraps around, as outdoors, so that no side is flat.
  const light = (AMBIENT + DIFFUSE * (0.5 + 0.5 * toLamp)) * (1 - RIM * away * away);
  const gloss = toLamp > 0 ? GLOSS * sixteenthPower(toLamp) : 0;
  return (byte(red * light + gloss) << 16) | (byte(green * light + gloss) << 8) | byte(blue * light + gloss);
}

function sixteenthPower(x: number): number {
  const square = x * x;
  const fourth = square * square;
  const eighth = fourth * fourth;
  return eighth * eighth;
}

function byte(light: number): number {
  return Math.round(255 * Math.sqrt(Math.min(light, 1)));
}
