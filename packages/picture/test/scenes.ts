import { collect, layout, type NetworkSpecInput, parseNetworkSpec, type Scene } from '@neurofab/core';
import { type GifFrame, type Png, readGif, readPng } from '@neurofab/test-kit';
import { gif, type PictureOptions, png } from '../src/index.ts';

/** A coarse network with a base, connections and two layers, each in a colour of its own. */
export const SMALL: NetworkSpecInput = {
  layers: [2, 3],
  resolution: { segments: 12 },
  colors: { base: '#444C56', connections: '#D0D7DE', layers: ['#E69F00', '#56B4E9'] },
};

export function sceneOf(input: NetworkSpecInput): Scene {
  return layout(parseNetworkSpec(input));
}

/** One ball, of as many sides as circles usually have or as are said. */
export function ballOf(options: Pick<NetworkSpecInput, 'resolution'> = {}): Scene {
  const scene = sceneOf({ layers: [1, 1], ...options });
  const pieces = scene.pieces.map((piece) => ({
    ...piece,
    nodes: piece.nodes.slice(0, 1),
    rods: [],
    others: [],
  }));
  return { ...scene, pieces };
}

/** A picture of balls and rods as they are. */
export async function pngOf(scene: Scene, options?: PictureOptions): Promise<Png> {
  return readPng(await collect(png(options).render(scene)));
}

/** A still of a film, as a picture. */
export type Still = Pick<Png, 'width' | 'height' | 'pixels'>;

/** The frames of a film, each as a picture. */
export async function stillsOf(scene: Scene, options?: PictureOptions): Promise<Still[]> {
  const { width, height, colors, frames } = readGif(await collect(gif(options).render(scene)));
  return frames.map((frame) => ({ width, height, pixels: pixelsOf(frame, { width, height, colors }) }));
}

function pixelsOf(
  { left, top, ...frame }: GifFrame,
  {
    width,
    height,
    colors,
  }: { readonly width: number; readonly height: number; readonly colors: readonly number[] },
): Uint8Array {
  const pixels = new Uint8Array(4 * width * height);
  for (const [i, number] of frame.pixels.entries()) {
    if (number === 0) continue;
    const at = 4 * ((top + Math.floor(i / frame.width)) * width + left + (i % frame.width));
    const color = colors[number]!;
    pixels.set([color >> 16, (color >> 8) & 255, color & 255, 255], at);
  }
  return pixels;
}

/** How far what is to be seen is from each edge, in pixels. */
export function margins({
  width,
  height,
  pixels,
}: Still): Record<'left' | 'right' | 'top' | 'bottom', number> {
  let [left, right, top, bottom] = [width, width, height, height];
  for (let i = 0; i < width * height; i++) {
    if (pixels[4 * i + 3] === 0) continue;
    const [x, y] = [i % width, Math.floor(i / width)];
    left = Math.min(left, x);
    right = Math.min(right, width - 1 - x);
    top = Math.min(top, y);
    bottom = Math.min(bottom, height - 1 - y);
  }
  return { left, right, top, bottom };
}

/** Which share of a picture's pixels is nearer in hue to each of some colours, 0xRRGGBB, than to the others; what is nothing is left out. */
export function shares({ pixels }: Still, colors: readonly number[]): number[] {
  const counts = colors.map(() => 0);
  const hues = colors.map((color) => hueOf(color >> 16, (color >> 8) & 255, color & 255));
  let seen = 0;
  for (let i = 0; i < pixels.length; i += 4) {
    if (pixels[i + 3] !== 255) continue;
    seen++;
    const own = hueOf(pixels[i]!, pixels[i + 1]!, pixels[i + 2]!);
    const distances = hues.map((hue) => Math.hypot(...hue.map((part, k) => part - own[k]!)));
    counts[distances.indexOf(Math.min(...distances))]!++;
  }
  return counts.map((count) => count / seen);
}

/** What is left of a colour without its light. */
function hueOf(...channels: readonly [number, number, number]): number[] {
  const light = Math.hypot(...channels);
  return channels.map((channel) => (light === 0 ? Math.sqrt(1 / 3) : channel / light));
}
