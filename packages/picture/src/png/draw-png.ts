import { average } from '../draw/average.ts';
import { drawParts, type ShadedPart } from '../draw/draw-parts.ts';
import { frame } from '../draw/frame.ts';
import { emptyRaster } from '../draw/raster.ts';
import { encodePng, type PngOptions } from './encode-png.ts';

export interface DrawPngOptions extends PngOptions {
  /** Pixels a side. */
  readonly size: number;
  /** Samples a side of each pixel. */
  readonly samples: number;
  /** Told which share of the triangles is drawn, from 0 to 1. */
  readonly onProgress: (done: number) => void;
}

/** The bytes of a PNG of parts from the usual side, after empty chunks that let a caller see to other things. */
export function* drawPng(
  parts: readonly ShadedPart[],
  { size, samples, onProgress, ...options }: DrawPngOptions,
): Generator<Uint8Array> {
  const raster = emptyRaster(size * samples);
  const meshes = parts.flatMap((part) => part.meshes);
  const view = frame(meshes, raster.size);
  yield* drawParts(raster, parts, { view, onProgress });
  yield encodePng({ size, data: average(raster, size) }, options);
}
