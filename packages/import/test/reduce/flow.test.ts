import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TrainedNetwork } from '../../src/index.ts';
import { flowShares, strengths } from '../../src/reduce/flow.ts';
import { denseNetwork, networkOf, smallNetworks } from './networks.ts';

// Some are pruned, so that there are dead ends and dead networks; none is so small that a product of three would vanish.
const weights = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.double({ min: -10, max: 10, noNaN: true }).filter((weight) => Math.abs(weight) > 1e-60),
  },
  fc.constantFrom(0, -0, 1e-30),
);

/** Every path from an input to an output, as the nodes that it passes, and the product of |w| along it. */
function paths({ layers }: TrainedNetwork): { nodes: number[]; product: number }[] {
  return layers.reduce(
    (before, { inputs, outputs, weights: matrix }) =>
      before.flatMap(({ nodes, product }) =>
        Array.from({ length: outputs }, (_, row) => ({
          nodes: [...nodes, row],
          product: product * Math.abs(matrix[row * inputs + nodes.at(-1)!]!),
        })),
      ),
    Array.from({ length: layers[0]!.inputs }, (_, node) => ({ nodes: [node], product: 1 })),
  );
}

describe('the flow', () => {
  it('is the sum over all paths through a node, in shares of the sum over all paths', () => {
    fc.assert(
      fc.property(smallNetworks(4, weights), (network) => {
        const all = paths(network);
        const total = all.reduce((sum, { product }) => sum + product, 0);
        for (const [layer, shares] of flowShares(network.layers).entries()) {
          for (const [node, share] of shares.entries()) {
            const through = all.reduce(
              (sum, { nodes, product }) => sum + (nodes[layer] === node ? product : 0),
              0,
            );
            expect(Math.abs(share - (total === 0 ? 0 : through / total))).toBeLessThanOrEqual(1e-12);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('adds up to the same in every layer', () => {
    fc.assert(
      fc.property(smallNetworks(12, weights), ({ layers }) => {
        const sums = flowShares(layers).map((shares) => shares.reduce((sum, share) => sum + share, 0));
        const isDead = sums[0] === 0;
        for (const sum of sums) expect(sum).toBeCloseTo(isDead ? 0 : 1, 12);
      }),
    );
  });

  it('is followed by hand through a small network', () => {
    // Paths through the hidden nodes: 1·(1 + 2) and 3·(4 + 0).
    const shares = flowShares(
      networkOf(
        [
          [1, -2],
          [4, 0],
        ],
        [[-1, 3]],
      ).layers,
    );
    expect(shares.map((layer) => [...layer])).toEqual([[13 / 15, 2 / 15], [3 / 15, 12 / 15], [1]]);
  });

  it.each([
    ['of 64 layers with huge weights', 1e30],
    ['of 64 layers with tiny weights', 1e-30],
    ['of 64 layers with the largest weights that there are', Number.MAX_VALUE],
    ['of 64 layers with the smallest weights that there are', Number.MIN_VALUE],
  ])('keeps its ratios in a network %s', (_, weight) => {
    const { layers } = denseNetwork(new Array(65).fill(100), (layer, _row, column) =>
      layer === 0 && column === 7 ? 0 : weight,
    );
    const shares = flowShares(layers);
    expect(shares[0]![7]).toBe(0);
    expect(shares[0]![8]).toBeCloseTo(1 / 99, 12);
    for (const layer of shares.slice(1)) for (const share of layer) expect(share).toBeCloseTo(0.01, 12);
  });

  it('is nothing at all where no path leads through', () => {
    const network = networkOf(
      [
        [1, 0],
        [0, 0],
      ],
      [[0, 1]],
    );
    expect(flowShares(network.layers).map((layer) => [...layer])).toEqual([[0, 0], [0, 0], [0]]);
    expect(strengths(network.layers).map((layer) => [...layer])).toEqual([[1, 0], [1, 1], [1]]);
  });
});
