import type { HexColor } from '@neurofab/core';
import type { ColorOf } from '../draw/draw-mesh.ts';
import { darkToLight, shadesOf } from '../draw/shade.ts';

/** The few colours of a film, each known by its number. */
export interface Palette {
  /** 0xRRGGBB by number. Number 0 is for where nothing is. */
  readonly colors: readonly number[];
  /** Which colour it is a shade of, by number. */
  readonly hues: readonly number[];
  /** The numbers of the shades of a colour. */
  readonly numbersOf: (color: HexColor) => ColorOf;
  /** The number of what is most like a colour, 0xRRGGBB. */
  readonly nearest: (color: number) => number;
}

/** A number is a byte, and one is for nothing. No network has half as many colours. */
const MOST = 255;

/** How far apart two shades of a colour are, as a distance of red, green and blue; with less, files are larger by the bands that nobody misses. */
const STEP = 40;

/** The numbers of what a film of parts of these colours shows: shades of each, as many as it takes and as there is room for. */
export function paletteOf(all: readonly HexColor[]): Palette {
  const own = [...new Set(all)];
  const ramps = rampsOf(own, STEP);
  const colors = [0, ...ramps.flat()];
  const hues = [-1, ...ramps.flatMap((ramp, hue) => ramp.map(() => hue))];
  return {
    colors,
    hues,
    nearest: nearestIn(colors),
    numbersOf(color) {
      const shade = shadesOf(color);
      const hue = own.indexOf(color);
      const first = hues.indexOf(hue);
      const lights = ramps[hue]!.map(lightOf);
      return (right, up, near) => first + closest(lights, lightOf(shade(right, up, near)));
    },
  };
}

function rampsOf(colors: readonly HexColor[], step: number): number[][] {
  const ramps = colors.map((color) => rampOf(color, step));
  return ramps.flat().length > MOST ? rampsOf(colors, 2 * step) : ramps;
}

/** Shades of a colour, each in the middle of those that it stands for. */
function rampOf(color: HexColor, step: number): number[] {
  const all = darkToLight(color);
  const lights = all.map(lightOf);
  const [dark, light] = [lights[0]!, lights.at(-1)!];
  const count = Math.ceil(Math.sqrt(squaredDistance(all[0]!, all.at(-1)!)) / step);
  return Array.from({ length: count }, (_, i) => {
    const middle = dark + ((light - dark) * (i + 0.5)) / count;
    return all[closest(lights, middle)]!;
  });
}

/** The index of the number that is closest, among numbers that grow. */
function closest(numbers: readonly number[], wanted: number): number {
  let i = 0;
  while (i < numbers.length - 1 && numbers[i]! + numbers[i + 1]! < 2 * wanted) i++;
  return i;
}

/** Looks for the most alike only once for colours that differ by less than the eye sees. */
function nearestIn(colors: readonly number[]): (color: number) => number {
  const known = new Map<number, number>();
  return (color) => {
    const key = color & 0xf8f8f8;
    const number = known.get(key);
    if (number !== undefined) return number;
    let best = 1;
    for (let i = 2; i < colors.length; i++) {
      if (squaredDistance(colors[i]!, key) < squaredDistance(colors[best]!, key)) best = i;
    }
    known.set(key, best);
    return best;
  };
}

function squaredDistance(a: number, b: number): number {
  const red = (a >> 16) - (b >> 16);
  const green = ((a >> 8) & 255) - ((b >> 8) & 255);
  const blue = (a & 255) - (b & 255);
  return red * red + green * green + blue * blue;
}

function lightOf(color: number): number {
  return (color >> 16) + ((color >> 8) & 255) + (color & 255);
}
