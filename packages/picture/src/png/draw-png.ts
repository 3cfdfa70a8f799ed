import { average } from '../draw/average.ts';
import { drawParts, type ShadedPart } from '../draw/draw-parts.ts';
import { frame } from '../draw/frame.ts';
import { emptyRaster } from '../draw/raster.ts';
import type { Axes } from '../draw/view.ts';
import { encodePng, type PngOptions } from './encode-png.ts';

export interface DrawPngOptions extends PngOptions {
  /** Pixels a side. */
  readonly size: number;
  /** Samples a side of each pixel. */
  readonly samples: number;
  /** Where it is seen from; from the usual side if left out. */
  readonly axes?: Axes | undefined;
  /** Told which share of the triangles is drawn, from 0 to 1. */
  readonly onProgress: (done: number) => void;
}

/** The bytes of a PNG of parts, after empty chunks that let a caller see to other things. */
export function* drawPng(
  parts: readonly ShadedPart[],
  { size, samples, axes, onProgress, ...options }: DrawPngOptions,
): Generator<Uint8Array> {
  const raster = emptyRaster(size * samples);
  const meshes = parts.flatMap((part) => part.meshes);
  const view = frame(meshes, raster.size, axes);
  yield* drawParts(raster, parts, { view, onProgress });
  yield encodePng({ size, data: average(raster, size) }, options);
}
