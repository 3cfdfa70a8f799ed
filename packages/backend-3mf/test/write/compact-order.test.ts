import { layout, type Mesh, parseNetworkSpec, shells } from '@neurofab/core';
import { networks } from '@neurofab/test-kit';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inCompactOrder } from '../../src/write/compact-order.ts';
import { tetrahedron, trianglesOf } from '../scenes.ts';

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

it('begins each triangle with its lowest vertex, and the lowest triangles come first', () => {
  const { positions } = tetrahedron();
  const turned: Mesh = { positions, indices: Uint32Array.from([3, 1, 2, 3, 2, 0, 1, 3, 0, 2, 1, 0]) };
  const ordered = inCompactOrder(turned);
  expect(ordered.positions).toEqual(positions);
  expect([...ordered.indices]).toEqual([0, 3, 2, 0, 1, 3, 0, 2, 1, 1, 2, 3]);
});
