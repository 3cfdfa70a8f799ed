import { SpecError } from '@neurofab/core';
import { loadKernel } from '../kernel.ts';
import type { UnionReply, UnionRequest } from './messages.ts';
import { uniteMeshes } from './unite-meshes.ts';

/** The worker's side: gives back what answers one request after the other. */
export function serveUnions(
  reply: (reply: UnionReply, transfer?: ArrayBufferLike[]) => void,
): (request: UnionRequest) => Promise<void> {
  // One that cannot load the kernel fails before it is ready, as where a page's workers may not have its file.
  const loading = loadKernel().then(() => reply({ kind: 'ready' }));
  loading.catch(() => {});
  return async ({ meshes }) => {
    try {
      await loading;
      const mesh = await uniteMeshes(meshes, { onBoolean: () => reply({ kind: 'boolean' }) });
      reply({ kind: 'united', mesh }, [mesh.positions.buffer, mesh.indices.buffer]);
    } catch (error) {
      reply({ kind: 'failed', error, ...(error instanceof SpecError ? { faults: error.faults } : {}) });
    }
  };
}
