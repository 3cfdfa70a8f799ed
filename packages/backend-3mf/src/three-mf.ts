import { type Backend, recipeText, shells, VERSION } from '@neurofab/core';
import { countSlots, recipeOf, takeTurns } from '@neurofab/core/internal';
import { FLAVORS, type Flavor } from './flavor.ts';
import {
  MAX_SLOTS,
  MAX_TRIANGLES,
  refuseLongMeshes,
  refuseManySlots,
  refuseManyTriangles,
} from './limits.ts';
import { readThreeMf } from './read/read-three-mf.ts';
import type { FileContent } from './write/file-content.ts';
import { gatherPieces } from './write/pieces.ts';
import { translation } from './write/translation.ts';

export interface ThreeMfOptions {
  /** Whose way of saying which parts there are; `'slicer'` if left out. */
  readonly flavor?: Flavor | undefined;
  /** Where the middle of the model shall stand. If left out it stands with no negative x or y. */
  readonly bedCenter?: readonly [x: number, y: number] | undefined;
}

/** Every zip archive begins with the letters of the format's author. */
const [LETTER_P, LETTER_K] = [0x50, 0x4b] as const;

/** How much of the work is over once the bodies are there. */
const BODIES_SHARE = 0.5;

/** How much of it is over once the model is written too and only its picture is left. */
const MODEL_SHARE = 0.95;

/**
 * 3MF with one colour a part: an object a piece, placed as in the scene, whose parts stay together, named and on their own
 * filament, in the programs of the flavour. Any reader of the 3MF core specification sees the colours.
 */
export function threeMf({ flavor = 'slicer', bedCenter }: ThreeMfOptions = {}): Backend {
  return {
    id: '3mf',
    label: '3MF',
    extensions: ['.3mf'],
    mediaType: 'model/3mf',
    joinsOneColor: true,
    maxSlots: MAX_SLOTS,
    maxTriangles: MAX_TRIANGLES,
    flavors: FLAVORS,
    recognises: (start) => start[0] === LETTER_P && start[1] === LETTER_K,
    read: readThreeMf,
    async *render(scene, { bodies = shells, settings = {}, signal, onProgress } = {}) {
      const turn = takeTurns(signal);
      await turn();
      refuseManySlots(countSlots(scene.parts));
      const tell = (from: number, to: number) => (done: number) => {
        signal?.throwIfAborted();
        onProgress?.(from + done * (to - from));
      };
      const stream = await bodies(scene, { signal, onProgress: tell(0, BODIES_SHARE) });
      refuseManyTriangles(stream.triangles);
      const pieces = await gatherPieces(stream, { turn, pieces: scene.pieces });
      const parts = pieces.flatMap((piece) => piece.parts);
      refuseLongMeshes(parts);
      const { title, description, colorBands = [] } = scene;
      const content: FileContent = {
        title,
        description: `${description}. Written by Neurofab ${VERSION}`,
        recipe: recipeText(recipeOf(scene, settings)),
        pieces,
        colorChanges: colorBands.slice(1),
        translation: translation(parts, bedCenter),
      };
      // Compression and pictures take longer to load than all the rest, and whoever writes another format needs neither.
      const { packageFile } = await import('./write/package-file.ts');
      const chunks = packageFile(content, {
        flavor,
        onModel: tell(BODIES_SHARE, MODEL_SHARE),
        onPicture: tell(MODEL_SHARE, 1),
      });
      for (const chunk of chunks) {
        if (chunk.length > 0) yield chunk;
        await turn();
      }
    },
  };
}
