import { type Backend, shells, VERSION } from '@neurofab/core';
import { gatherParts, takeTurns } from '@neurofab/core/internal';
import { fileChunks } from './file-chunks.ts';
import { MAX_TRIANGLES, refuseLargeMeshes, refuseManyTriangles } from './limits.ts';
import { isGlb } from './read/is-glb.ts';
import { readGlb } from './read/read-glb.ts';

/** How much of the work is over once the bodies are there. */
const BODIES_SHARE = 0.7;

/**
 * GLB, the binary form of glTF 2.0: a node and a mesh a part, named and in its colour, in metres with +Y up. Without normals,
 * which asks for flat faces, as those of the model are.
 */
export function glb(): Backend {
  return {
    id: 'glb',
    label: 'GLB',
    extensions: ['.glb'],
    mediaType: 'model/gltf-binary',
    isToShow: true,
    maxTriangles: MAX_TRIANGLES,
    recognises: isGlb,
    read: readGlb,
    async *render(scene, { bodies = shells, settings = {}, signal, onProgress } = {}) {
      const turn = takeTurns(signal);
      await turn();
      const tell = (from: number, to: number) => (done: number) => {
        signal?.throwIfAborted();
        onProgress?.(from + done * (to - from));
      };
      const stream = await bodies(scene, { signal, onProgress: tell(0, BODIES_SHARE) });
      refuseManyTriangles(stream.triangles);
      const parts = await gatherParts(stream, turn);
      if (parts.length === 0) {
        throw new RangeError('A GLB file needs at least one triangle, but there is none.');
      }
      refuseLargeMeshes(parts);
      const content = {
        title: scene.title,
        description: scene.description,
        recipe: { neurofab: VERSION, spec: scene.source, settings },
        parts,
      };
      for await (const chunk of fileChunks(content, { turn, onProgress: tell(BODIES_SHARE, 1) })) yield chunk;
    },
  };
}
