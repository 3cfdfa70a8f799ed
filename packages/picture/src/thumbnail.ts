import type { HexColor, Mesh } from '@neurofab/core';
import { shadesOf } from './draw/shade.ts';
import { drawPng } from './png/draw-png.ts';

/** What is drawn in one colour. */
export interface PicturePart {
  readonly color: HexColor;
  readonly meshes: readonly Mesh[];
}

/** Samples a side of each pixel. Three looked hardly smoother and took twice as long. */
const SAMPLES = 2;

/** How hard to compress: 6 makes it smaller by a tenth, in twice the time. */
const LEVEL = 3;

export interface ThumbnailOptions {
  /** Pixels a side; 256 if left out. */
  readonly size?: number;
  /** Told which share of the triangles is drawn, from 0 to 1. */
  readonly onProgress?: (done: number) => void;
}

/**
 * A PNG picture of the parts in their colours before nothing, for lists of files. It comes last, after empty chunks that
 * let a caller see to other things. Equal parts give equal bytes on every machine: of arithmetic it takes only what all
 * engines compute alike, which is + - × ÷ and square roots.
 */
export function thumbnail(
  parts: readonly PicturePart[],
  { size = 256, onProgress = () => {} }: ThumbnailOptions = {},
): Iterable<Uint8Array> {
  const shaded = parts.map(({ color, meshes }) => ({ colorOf: shadesOf(color), meshes }));
  return drawPng(shaded, { size, samples: SAMPLES, level: LEVEL, onProgress });
}
