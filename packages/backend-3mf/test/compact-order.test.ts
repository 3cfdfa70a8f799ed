import { layout, type Mesh, parseNetworkSpec, shells } from '@neurofab/core';
import { networks } from '@neurofab/test-kit';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inCompactOrder } from '../src/compact-order.ts';
import { tetrahedron, trianglesOf } from './scenes.ts';

it('keeps every triangle, its direction and the sharing of vertices', async () => {
  await fc.assert(
    fc.asyncProperty(networks({ maxLayers: 3, maxNodes: 2 }), async (network) => {
      for await (const { mesh } of await shells(layout(parseNetworkSpec(network)))) {
        const ordered = inCompactOrder(mesh);
        expect(ordered.positions).toHaveLength(mesh.positions.length);
        expect(trianglesOf(ordered)).toEqual(trianglesOf(mesh));
      }
    }),
    { numRuns: 10 },
  );
});

it('numbers vertices from the bottom up, and begins each triangle with its lowest, the lowest triangles first', () => {
  const upsideDown: Mesh = {
    positions: new Float32Array([0, 0, 9, 1, 0, 8, 0, 1, 7, 0, 0, 6]),
    indices: tetrahedron().indices,
  };
  const { positions, indices } = inCompactOrder(upsideDown);
  expect([...positions]).toEqual([0, 0, 6, 0, 1, 7, 1, 0, 8, 0, 0, 9]);
  expect([...indices]).toEqual([0, 3, 2, 0, 1, 3, 0, 2, 1, 1, 2, 3]);
});
