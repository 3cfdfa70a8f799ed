import {
  type BodyStream,
  checkMesh,
  layout,
  meshBounds,
  type NetworkSpecInput,
  parseNetworkSpec,
  weldMesh,
} from '@neurofab/core';
import { fused, solids } from '@neurofab/solid';
import { networks, weightedNetworks } from '@neurofab/test-kit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const LIMITS = { maxLayers: 5, maxNodes: 5 };

const plaques = fc
  .record({
    input: fc.oneof(networks(LIMITS), weightedNetworks(LIMITS)),
    layerHeight: fc.constantFrom(0.1, 0.15, 0.2, 0.3),
    hasHole: fc.boolean(),
  })
  .map(({ input, layerHeight, hasHole }): NetworkSpecInput => {
    const hangingHole = hasHole && input.base?.shape === 'disc';
    return { ...input, mode: 'plaque', layerHeight, ...(hangingHole && { hangingHole }) };
  });

/** Of any kind, with a hole, without a plate, with connections that cross and some that are gabled. */
const EXAMPLES: readonly [NetworkSpecInput, boolean][] = [
  [{ layers: [3, 6, 6, 4, 2], mode: 'plaque', hangingHole: true }, true],
  [{ layers: [{ size: 784, shown: 9 }, 4], mode: 'plaque', base: { shape: 'none' } }, false],
  [
    {
      layers: [2, 2],
      weights: [
        [
          [1, -1],
          [-0.6, 0.4],
        ],
      ],
      signShape: true,
      mode: 'plaque',
    },
    false,
  ],
];

async function reportsOf(bodies: BodyStream) {
  const reports = [];
  for await (const { mesh } of bodies) {
    reports.push({ ...checkMesh(weldMesh(mesh)), lies: meshBounds(mesh).min[2] });
  }
  return reports;
}

describe('a plaque', () => {
  it('is closed and lies on the bed, and so are its parts, which add up to it, also where colours go by height', async () => {
    await fc.assert(
      fc.asyncProperty(plaques, fc.boolean(), async (input, colorsByHeight) => {
        const scene = layout(parseNetworkSpec(input), { colorsByHeight });
        const [whole, ...others] = await reportsOf(await fused(scene));
        expect(others).toEqual([]);
        expect(whole!.closed).toBe(true);
        expect(Math.abs(whole!.lies)).toBeLessThan(1e-3);
        if (input.base?.shape !== 'none') expect(whole!.components).toBe(1);
        const parts = await reportsOf(await solids(scene));
        expect(parts.map(({ closed }) => closed)).toEqual(parts.map(() => true));
        const sum = parts.reduce((total, { volume }) => total + volume, 0);
        // Where parts nearly touch themselves, they are moved by micrometres, and the whole is not.
        expect(Math.abs(sum / whole!.volume - 1)).toBeLessThan(5e-4);
      }),
      { numRuns: 60, examples: EXAMPLES.map(([...example]) => example) },
    );
  }, 300_000);
});
