import { recipeText } from '@neurofab/core';
import { average } from '../draw/average.ts';
import { drawParts } from '../draw/draw-parts.ts';
import { frame } from '../draw/frame.ts';
import { emptyRaster } from '../draw/raster.ts';
import { shadesOf } from '../draw/shade.ts';
import { shadedParts } from '../draw/shaded-parts.ts';
import { PNG_KEYWORD } from '../marks.ts';
import type { Drawing } from '../picture.ts';
import { encodePng } from './encode-png.ts';

/** Samples a side of all pixels: with more of them a picture takes more than 150 MB of memory. */
const MAX_SAMPLES = 4096;

/** Samples a side of each pixel. */
const SAMPLES = 3;

/** How hard to compress: 9 makes it smaller by a twentieth, in half as much time again. */
const LEVEL = 6;

const NOTHING = new Uint8Array(0);

/** The bytes of a PNG, after empty chunks that let a caller see to other things. */
export function* pngChunks({ parts, size, recipe, onProgress }: Drawing): Generator<Uint8Array> {
  const samples = Math.min(SAMPLES, Math.floor(MAX_SAMPLES / size));
  const raster = emptyRaster(size * samples);
  const meshes = parts.flatMap((part) => part.meshes);
  const view = frame(meshes, raster.size);
  const shaded = shadedParts(parts, shadesOf);
  for (const _ of drawParts(raster, shaded, { view, onProgress })) yield NOTHING;
  yield encodePng(
    { size, data: average(raster, size) },
    { level: LEVEL, text: { keyword: PNG_KEYWORD, content: recipeText(recipe) } },
  );
}
