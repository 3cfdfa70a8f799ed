import { recipeText } from '@neurofab/core';
import { drawParts } from '../draw/draw-parts.ts';
import { clear, emptyRaster } from '../draw/raster.ts';
import { shadedParts } from '../draw/shaded-parts.ts';
import { turnFrames } from '../draw/turn-frames.ts';
import type { Drawing } from '../picture.ts';
import { filmFrame, SAMPLES } from './film-frame.ts';
import { gifComment, gifEnd, gifFrame, gifStart } from './gif-blocks.ts';
import { paletteOf } from './palette.ts';

/** Frames of a full turn. With 48, which look hardly smoother, the usual network takes a third more. */
const STEPS = 36;

/** How long each is seen, in hundredths of a second: browsers slow down what is quicker than two. */
const DELAY = 10;

/** The bytes of a GIF, with empty chunks that let a caller see to other things. */
export function* gifChunks({ parts, size, recipe, onProgress }: Drawing): Generator<Uint8Array> {
  const palette = paletteOf(parts.map(({ part }) => part.color));
  const { colors } = palette;
  yield* gifStart(size, colors);
  if (recipe !== undefined) yield* gifComment(recipeText(recipe));
  const raster = emptyRaster(SAMPLES * size);
  const shaded = shadedParts(parts, palette.numbersOf);
  const views = turnFrames(
    parts.flatMap(({ meshes }) => meshes),
    { steps: STEPS, size: raster.size },
  );
  for (const [step, view] of views.entries()) {
    const drawn = (done: number) => onProgress((step + done) / STEPS);
    clear(raster);
    yield* drawParts(raster, shaded, { view, onProgress: drawn });
    yield* gifFrame(filmFrame(raster, palette), { colors, delay: DELAY });
  }
  yield gifEnd();
}
