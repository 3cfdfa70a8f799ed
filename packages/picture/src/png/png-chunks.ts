import { recipeText } from '@neurofab/core';
import { shadesOf } from '../draw/shade.ts';
import { shadedParts } from '../draw/shaded-parts.ts';
import { FROM_ABOVE } from '../draw/view.ts';
import { PNG_KEYWORD } from '../marks.ts';
import type { Drawing } from '../picture.ts';
import { drawPng } from './draw-png.ts';

/** Samples a side of all pixels: with more of them a picture takes more than 150 MB of memory. */
const MAX_SAMPLES = 4096;

/** Samples a side of each pixel. */
const SAMPLES = 3;

/** How hard to compress: 9 makes it smaller by a twentieth, in half as much time again. */
const LEVEL = 6;

/** The bytes of a PNG, after empty chunks that let a caller see to other things. */
export function pngChunks({ parts, size, recipe, isFromAbove, onProgress }: Drawing): Iterable<Uint8Array> {
  return drawPng(shadedParts(parts, shadesOf), {
    size,
    samples: Math.min(SAMPLES, Math.floor(MAX_SAMPLES / size)),
    level: LEVEL,
    axes: isFromAbove ? FROM_ABOVE : undefined,
    ...(recipe && { text: { keyword: PNG_KEYWORD, content: recipeText(recipe) } }),
    onProgress,
  });
}
