import { type Backend, type Recipe, SpecError, shells } from '@neurofab/core';
import { formatCount, type GatheredPart, gatherParts, recipeOf, takeTurns } from '@neurofab/core/internal';
import { smoothed } from './smoothed.ts';

/** How large a picture may be, in pixels a side. */
export const PICTURE_SIZES = { min: 16, max: 2048 } as const;

export interface PictureOptions {
  /** Pixels a side, a whole number within `PICTURE_SIZES`; the format's own if left out. */
  readonly size?: number | undefined;
  /** Whether a PNG shows a model from straight above; from the usual side if left out. */
  readonly isFromAbove?: boolean | undefined;
}

/** What a format of pictures alone knows. */
export interface PictureFormat
  extends Pick<Backend, 'id' | 'label' | 'extensions' | 'mediaType' | 'recognises' | 'read'> {
  /** Pixels a side. */
  readonly size: number;
  readonly isFromAbove?: boolean | undefined;
  /** Loads what draws, which whoever writes another format need not wait for. */
  readonly load: () => Promise<(drawing: Drawing) => Iterable<Uint8Array>>;
}

/** What is to be drawn. */
export interface Drawing {
  readonly parts: readonly GatheredPart[];
  /** Pixels a side. */
  readonly size: number;
  /** `undefined` where it is no network. */
  readonly recipe: Recipe | undefined;
  readonly isFromAbove: boolean;
  /** Told how much is drawn, from 0 to 1. */
  readonly onProgress: (done: number) => void;
}

/** How much of the work is over once the bodies are there. */
const BODIES_SHARE = 0.2;

/** A network of 700,000 connections; they take a third of a gigabyte. */
const MAX_TRIANGLES = 20_000_000;

/** A backend that draws a square picture, without background, of the bodies in their colours. */
export function picture({ size, isFromAbove = false, load, ...about }: PictureFormat): Backend {
  return {
    ...about,
    holds: 'picture',
    isToShow: true,
    async *render(scene, { bodies = shells, settings = {}, signal, onProgress } = {}) {
      const turn = takeTurns(signal);
      await turn();
      const tell = (from: number, to: number) => (done: number) => {
        signal?.throwIfAborted();
        onProgress?.(from + done * (to - from));
      };
      const stream = await bodies(smoothed(scene, size), { signal, onProgress: tell(0, BODIES_SHARE) });
      refuseManyTriangles(stream.triangles);
      const parts = await gatherParts(stream, turn);
      const draw = await load();
      const recipe = recipeOf(scene, settings);
      for (const chunk of draw({ parts, size, recipe, isFromAbove, onProgress: tell(BODIES_SHARE, 1) })) {
        if (chunk.length > 0) yield chunk;
        await turn();
      }
      onProgress?.(1);
    },
  };
}

function refuseManyTriangles(triangles: number): void {
  if (triangles <= MAX_TRIANGLES) return;
  const message = `A picture shows at most ${formatCount(MAX_TRIANGLES)} triangles, but this network has ${formatCount(triangles)}. Fewer nodes give less.`;
  throw new SpecError([{ path: [], message }]);
}
