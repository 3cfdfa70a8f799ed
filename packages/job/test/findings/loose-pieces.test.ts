import { layout, type NetworkSpecInput, parseNetworkSpec } from '@neurofab/core';
import { findPieces } from '@neurofab/core/internal';
import { fused } from '@neurofab/solid';
import { weightedNetworks } from '@neurofab/test-kit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countPieces } from '../../src/findings/count-pieces.ts';
import { type Finding, planJob } from '../../src/index.ts';

const NO_BASE = { shape: 'none' } as const;

function looseIn(network: NetworkSpecInput): Finding | undefined {
  return planJob({ network }).findings.find(({ code }) => code === 'loose-pieces');
}

describe('loose pieces', () => {
  it('are those that no connection and no base joins, lone nodes among them', () => {
    // The lowest nodes stand on the base; a connection joins two others, and nothing the last.
    const weights = [
      [
        [1, 0, 0],
        [0, 1, 0],
        [0, 0, 0],
      ],
    ];
    expect(looseIn({ layers: [3, 3], weights })).toEqual({
      code: 'loose-pieces',
      level: 'warning',
      path: ['network', 'weights'],
      value: 4,
      limit: 1,
      lone: 2,
    });
  });

  it('are joined by connections that cross, and by an ellipsis', () => {
    const crossed = [
      [
        [0, 1],
        [1, 0],
      ],
    ];
    expect(looseIn({ layers: [2, 2], weights: crossed, base: NO_BASE })).toBeUndefined();
    const layers = [1, { size: 9, shown: [0, '…', 8] }];
    expect(looseIn({ layers, weights: [[[1], [0]]], base: NO_BASE })).toBeUndefined();
  });

  it('are told apart by where nodes are, whatever layers are called', () => {
    const layers = ['base', 'base'].map((name) => ({ name, size: 2 }));
    expect(
      looseIn({
        layers,
        weights: [
          [
            [1, 0],
            [0, 1],
          ],
        ],
        base: NO_BASE,
      }),
    ).toMatchObject({ value: 2, lone: 0 });
  });

  it('have a base for a remedy where one joins all', () => {
    const weights = [
      [
        [1, null],
        [1, null],
      ],
      [[null, null]],
    ];
    expect(looseIn({ layers: [1, 2, 1], weights: [[[1], [1]], [[0, 0]]], base: NO_BASE })).toMatchObject({
      value: 2,
      lone: 1,
      remedies: [{ base: 'disc' }],
    });
    expect(looseIn({ layers: [2, 2, 1], weights, base: NO_BASE })).not.toHaveProperty('remedies');
  });

  it('have thinner connections for a remedy where those that were left out join all', () => {
    const weights = [
      [
        [1, 0.05],
        [0, 1],
      ],
    ];
    expect(looseIn({ layers: [2, 2], weights })).toMatchObject({ value: 2, remedies: [{ thinnest: 0.8 }] });
  });

  it('are no matter of networks without weights', () => {
    expect(looseIn({ layers: [2, 2], base: NO_BASE })).toBeUndefined();
  });

  it('are as many as the mesh falls into', { timeout: 120_000 }, async () => {
    const network = fc.tuple(weightedNetworks({ maxLayers: 3, maxNodes: 5 }), fc.boolean());
    await fc.assert(
      fc.asyncProperty(network, async ([input, isBare]) => {
        const bare = isBare ? { base: NO_BASE } : {};
        const scene = layout(parseNetworkSpec({ ...input, ...bare, resolution: { segments: 32 } }));
        let pieces = 0;
        for await (const { mesh } of await fused(scene)) pieces += findPieces(mesh).count;
        expect(countPieces(scene.pieces).count).toBe(pieces);
      }),
      // Of one seed: where solids all but touch, the sides of their circles decide.
      { numRuns: 200, seed: 3 },
    );
  });
});
