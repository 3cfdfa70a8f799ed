import { type Backend, SpecError, shells } from '@neurofab/core';
import { configXml, contentTypesXml, relationshipsXml } from './documents.ts';
import { modelXml } from './model.ts';
import { gatherParts } from './parts.ts';
import { zip } from './zip.ts';

/**
 * Slicers hold a member of the package in a buffer of at most 2 GiB, and a triangle takes up to 100 bytes of text,
 * its share of the vertices included.
 */
const MAX_TRIANGLES = 20_000_000;

/** The most slots of a file: slicers know no more filaments, and print what goes beyond with the first one. */
export const MAX_SLOTS = 16;

/** How much of the work is over once the bodies are there and only the file is still to be written. */
const BODIES_SHARE = 0.5;

/**
 * 3MF with one colour a part: one object whose parts are ranges of triangles, as PrusaSlicer writes it. That keeps
 * parts together, named and on their own filament in PrusaSlicer, Bambu Studio, OrcaSlicer and their relatives, and
 * any reader of the 3MF core specification sees the colours.
 */
export function threeMf(): Backend {
  return {
    id: '3mf',
    label: '3MF',
    extensions: ['.3mf'],
    mediaType: 'model/3mf',
    async *render(scene, { bodies = shells, signal, onProgress } = {}) {
      signal?.throwIfAborted();
      const slots = Math.max(...scene.parts.map(({ slot }) => slot));
      if (slots > MAX_SLOTS) {
        const message = `A 3MF file for slicers has at most ${MAX_SLOTS} colours, but this network has ${slots}.`;
        throw new SpecError([{ path: ['colors'], message }]);
      }
      const stream = await bodies(scene, {
        signal,
        onProgress: (done) => onProgress?.(done * BODIES_SHARE),
      });
      if (stream.triangles > MAX_TRIANGLES) {
        const message =
          `A 3MF file holds at most ${MAX_TRIANGLES} triangles here, but this network has ${stream.triangles}. ` +
          'A coarser resolution or fewer nodes gives less.';
        throw new SpecError([{ path: [], message }]);
      }
      const parts = await gatherParts(stream, signal);
      const chunks = zip([
        // First by convention: readers that stream want to know the types of what follows.
        { name: '[Content_Types].xml', chunks: [contentTypesXml()] },
        { name: '_rels/.rels', chunks: [relationshipsXml()] },
        {
          name: '3D/3dmodel.model',
          chunks: modelXml(scene.spec, parts, (done) =>
            onProgress?.(BODIES_SHARE + done * (1 - BODIES_SHARE)),
          ),
        },
        { name: 'Metadata/Slic3r_PE_model.config', chunks: [configXml(scene.spec.name, parts)] },
      ]);
      for (const chunk of chunks) {
        signal?.throwIfAborted();
        if (chunk.length > 0) yield chunk;
      }
    },
  };
}
