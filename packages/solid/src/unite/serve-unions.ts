import { SpecError } from '@neurofab/core';
import type { UnionReply, UnionRequest } from './messages.ts';
import { uniteMeshes } from './unite-meshes.ts';

/** The worker's side: gives back what answers one request after the other. */
export function serveUnions(
  reply: (reply: UnionReply, transfer?: ArrayBufferLike[]) => void,
): (request: UnionRequest) => Promise<void> {
  reply({ kind: 'ready' });
  return async ({ meshes }) => {
    try {
      const mesh = await uniteMeshes(meshes, { onBoolean: () => reply({ kind: 'boolean' }) });
      reply({ kind: 'united', mesh }, [mesh.positions.buffer, mesh.indices.buffer]);
    } catch (error) {
      reply({ kind: 'failed', error, ...(error instanceof SpecError ? { faults: error.faults } : {}) });
    }
  };
}
