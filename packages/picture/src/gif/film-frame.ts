import type { Raster } from '../draw/raster.ts';
import type { Palette } from './palette.ts';

/** What of a picture is not nothing: a box, and the numbers of its colours row by row from the top. */
export interface FilmFrame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** Samples a side of each pixel. */
export const SAMPLES = 2;

/** The frame that a raster of numbers of a palette shows. */
export function filmFrame({ size, colors }: Raster, palette: Palette): FilmFrame {
  const side = size / SAMPLES;
  const pixels = new Uint8Array(side * side);
  let [left, right, top, bottom] = [side - 1, 0, side - 1, 0];
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const above = SAMPLES * (y * size + x);
      const below = above + size;
      const [a, b, c, d] = [colors[above]!, colors[above + 1]!, colors[below]!, colors[below + 1]!];
      const pixel = a === b && b === c && c === d ? a : mix(a, b, c, d, palette);
      if (pixel === 0) continue;
      pixels[y * side + x] = pixel;
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      bottom = y;
    }
  }
  // A blank picture has a pixel, since no frame has none.
  if (right < left) [left, top] = [right, bottom];
  const [width, height] = [right - left + 1, bottom - top + 1];
  const box = new Uint8Array(width * height);
  for (let row = 0; row < height; row++) {
    const start = (top + row) * side + left;
    box.set(pixels.subarray(start, start + width), row * width);
  }
  return { left, top, width, height, pixels: box };
}

/**
 * A pixel is there or not, as GIF has it: where two of its samples see something, in the colour of these alone, so that no edge has a seam
 * of another background. Shades of one colour are not mixed, which would only add bands: the pixel has the middle one.
 */
function mix(a: number, b: number, c: number, d: number, { colors, hues, nearest }: Palette): number {
  const [low, high] = [Math.max(Math.min(a, b), Math.min(c, d)), Math.min(Math.max(a, b), Math.max(c, d))];
  const [least, first, second, most] = [
    Math.min(a, b, c, d),
    Math.min(low, high),
    Math.max(low, high),
    Math.max(a, b, c, d),
  ];
  if (second === 0) return 0;
  if (hues[least || first || second] === hues[most]) return second;
  const seen = [least, first, second, most].filter((number) => number > 0).map((number) => colors[number]!);
  const channel = (shift: number) => {
    const lights = seen.map((color) => ((color >> shift) & 255) * ((color >> shift) & 255));
    const light = lights.reduce((sum, one) => sum + one);
    return Math.floor(Math.sqrt(light / seen.length));
  };
  return nearest((channel(16) << 16) | (channel(8) << 8) | channel(0));
}
