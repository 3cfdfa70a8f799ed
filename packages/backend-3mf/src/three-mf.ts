import { type Backend, countSlots, recipeText, SpecError, shells, VERSION } from '@neurofab/core';
import { assembly } from './assembly.ts';
import { CONTENT_TYPES_XML, RELATIONSHIPS_XML, THUMBNAIL } from './documents.ts';
import type { FileContent } from './file-content.ts';
import type { Flavor, FlavorWriter } from './flavor.ts';
import { gatherParts } from './parts.ts';
import { slicer } from './slicer.ts';
import { thumbnail } from './thumbnail/thumbnail.ts';
import { translation } from './translation.ts';
import { encode } from './xml.ts';
import { zip } from './zip.ts';

export interface ThreeMfOptions {
  /** Whose way of saying which parts there are; `'slicer'` if left out. */
  readonly flavor?: Flavor | undefined;
  /** Where the middle of the model shall stand. If left out it stands with no negative x or y. */
  readonly bedCenter?: readonly [x: number, y: number] | undefined;
}

/**
 * Slicers hold a member of the package in a buffer of at most 2 GiB, and a triangle takes up to 100 bytes of text,
 * its share of the vertices included.
 */
const MAX_TRIANGLES = 20_000_000;

/** The most slots of a file: slicers know no more filaments, and print what goes beyond with the first one. */
export const MAX_SLOTS = 16;

/** How much of the work is over once the bodies are there. */
const BODIES_SHARE = 0.5;

/** How much of it is over once the model is written too and only its picture is left. */
const MODEL_SHARE = 0.95;

const WRITERS: Readonly<Record<Flavor, FlavorWriter>> = { slicer, assembly };

/**
 * 3MF with one colour a part: one object whose parts stay together, named and on their own filament, in the programs of
 * the flavour. Any reader of the 3MF core specification sees the colours.
 */
export function threeMf({ flavor = 'slicer', bedCenter }: ThreeMfOptions = {}): Backend {
  return {
    id: '3mf',
    label: '3MF',
    extensions: ['.3mf'],
    mediaType: 'model/3mf',
    async *render(scene, { bodies = shells, settings = {}, signal, onProgress } = {}) {
      signal?.throwIfAborted();
      const slots = countSlots(scene.parts);
      if (slots > MAX_SLOTS) {
        const message = `A 3MF file for slicers has at most ${MAX_SLOTS} colours, but this network has ${slots}.`;
        throw new SpecError([{ path: ['colors'], message }]);
      }
      const tell = (from: number, to: number) => (done: number) => {
        signal?.throwIfAborted();
        onProgress?.(from + done * (to - from));
      };
      const stream = await bodies(scene, { signal, onProgress: tell(0, BODIES_SHARE) });
      if (stream.triangles > MAX_TRIANGLES) {
        const message =
          `A 3MF file holds at most ${MAX_TRIANGLES} triangles here, but this network has ${stream.triangles}. ` +
          'A coarser resolution or fewer nodes gives less.';
        throw new SpecError([{ path: [], message }]);
      }
      const parts = await gatherParts(stream, signal);
      const { spec } = scene;
      const content: FileContent = {
        title: spec.name,
        description: `Neural network with layers ${spec.layers.join(',')}, written by Neurofab ${VERSION}`,
        recipe: recipeText({ neurofab: VERSION, spec, settings }),
        parts,
        translation: translation(parts, bedCenter),
      };
      const writer = WRITERS[flavor];
      const chunks = zip([
        // First by convention: readers that stream want to know the types of what follows.
        { name: '[Content_Types].xml', chunks: [encode(CONTENT_TYPES_XML)] },
        { name: '_rels/.rels', chunks: [encode(RELATIONSHIPS_XML)] },
        { name: '3D/3dmodel.model', chunks: writer.model(content, tell(BODIES_SHARE, MODEL_SHARE)) },
        { name: writer.configName, chunks: [encode(writer.config(content))] },
        { name: THUMBNAIL, chunks: thumbnail(parts, tell(MODEL_SHARE, 1)) },
      ]);
      for (const chunk of chunks) {
        signal?.throwIfAborted();
        if (chunk.length > 0) yield chunk;
      }
    },
  };
}
