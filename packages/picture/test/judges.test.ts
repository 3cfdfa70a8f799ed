import { createHash } from 'node:crypto';
import { collect } from '@neurofab/core';
import { inChromium, itAsks, readPng } from '@neurofab/test-kit';
import { describe, expect } from 'vitest';
import { gif, png } from '../src/index.ts';
import { SMALL, sceneOf, stillsOf } from './scenes.ts';

/** Only pages of sites may decode pictures; nothing of this one is asked for. */
const PAGE = 'https://pictures.test/';

const scene = sceneOf(SMALL);

describe('Chromium', () => {
  itAsks('chromium')('sees the pixels of a PNG that our reader sees', async () => {
    const bytes = await collect(png({ size: 100 }).render(scene));
    const { frames, loops } = await decoded(bytes, 'image/png');
    expect([frames.length, loops]).toEqual([1, 0]);
    expect(frames[0]!.pixels).toBe(hash(readPng(bytes).pixels));
  });

  itAsks('chromium')('sees the pixels of all frames of a GIF that our reader sees, for ever', async () => {
    const { frames, loops } = await decoded(await collect(gif({ size: 100 }).render(scene)), 'image/gif');
    expect(loops).toBe(Number.POSITIVE_INFINITY);
    const stills = await stillsOf(scene, { size: 100 });
    expect(frames.map(({ pixels }) => pixels)).toEqual(stills.map(({ pixels }) => hash(pixels)));
    expect(new Set(frames.map(({ seconds }) => seconds))).toEqual(new Set([0.1]));
  });
});

interface Decoded {
  readonly loops: number;
  readonly frames: readonly { readonly pixels: string; readonly seconds: number }[];
}

/** What the browser makes of a picture: the hash of each frame's red, green, blue and opacity. */
function decoded(bytes: Uint8Array, type: string): Promise<Decoded> {
  return inChromium(async (context) => {
    const page = await context.newPage();
    await page.route(PAGE, (route) => route.fulfill({ contentType: 'text/html', body: '' }));
    await page.goto(PAGE);
    const base64 = Buffer.from(bytes).toString('base64');
    const { loops, frames } = await page.evaluate(decode, [base64, type] as const);
    return {
      loops: loops ?? Number.POSITIVE_INFINITY,
      frames: frames.map(({ pixels, seconds }) => ({ seconds, pixels: hash(Buffer.from(pixels, 'base64')) })),
    };
  });
}

/** What of https://www.w3.org/TR/webcodecs/#image-decoding is used. */
interface Browser {
  readonly ImageDecoder: new (options: {
    readonly data: Uint8Array;
    readonly type: string;
  }) => {
    readonly completed: Promise<void>;
    readonly tracks: {
      readonly ready: Promise<void>;
      readonly selectedTrack: { readonly frameCount: number; readonly repetitionCount: number };
    };
    decode(options: { readonly frameIndex: number }): Promise<{ readonly image: Image }>;
  };
}

interface Image {
  /** In microseconds. */
  readonly duration: number | null;
  allocationSize(options: { readonly format: 'RGBA' }): number;
  copyTo(pixels: Uint8Array, options: { readonly format: 'RGBA' }): Promise<unknown>;
}

/** Runs in the page, and gives what can be sent from there. */
async function decode([base64, type]: readonly [string, string]) {
  const text = (bytes: Uint8Array) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  const data = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const { ImageDecoder } = globalThis as unknown as Browser;
  const decoder = new ImageDecoder({ data, type });
  await decoder.tracks.ready;
  await decoder.completed;
  const { frameCount, repetitionCount } = decoder.tracks.selectedTrack;
  const frames = [];
  for (let frameIndex = 0; frameIndex < frameCount; frameIndex++) {
    const { image } = await decoder.decode({ frameIndex });
    const pixels = new Uint8Array(image.allocationSize({ format: 'RGBA' }));
    await image.copyTo(pixels, { format: 'RGBA' });
    frames.push({ pixels: text(pixels), seconds: (image.duration ?? 0) / 1e6 });
  }
  return { loops: Number.isFinite(repetitionCount) ? repetitionCount : undefined, frames };
}

/** Of a pixel that is not whole the opacity alone: a browser rounds its colour. */
function hash(pixels: Uint8Array): string {
  const sure = pixels.map((value, i) => (i % 4 === 3 || pixels[i | 3] === 255 ? value : 0));
  return createHash('sha256').update(sure).digest('hex');
}
