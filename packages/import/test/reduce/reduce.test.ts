import { NETWORK_LIMITS, parseNetworkSpec, SpecError } from '@neurofab/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ReduceOptions, type Reduction, reduce, type TrainedNetwork } from '../../src/index.ts';
import { flowShares } from '../../src/reduce/flow.ts';
import { denseNetwork, networkOf, smallNetworks } from './networks.ts';

const shown = (network: TrainedNetwork, options?: ReduceOptions) =>
  reduce(network, options).layers.map((layer) => layer.shown);

/** A network of which the given inputs alone are strong, the first the most. */
const strongInputs = (inputs: number, strong: readonly number[]) =>
  denseNetwork([inputs, 1], (_layer, _row, column) =>
    strong.includes(column) ? 10 - strong.indexOf(column) : 0.001,
  );

function faults(network: TrainedNetwork, options: ReduceOptions): readonly (readonly [unknown, string])[] {
  try {
    reduce(network, options);
    return [];
  } catch (error) {
    if (error instanceof SpecError) return error.faults.map(({ path, message }) => [path.join('.'), message]);
    throw error;
  }
}

function specOf({ layers, weights }: Reduction) {
  return parseNetworkSpec({
    layers: layers.map(({ name, size, shown: nodes }) => ({ name, size, shown: nodes })),
    weights,
  });
}

describe('a reduction', () => {
  it('draws layers of up to ten nodes whole', () => {
    const { layers, weights } = reduce(
      networkOf([
        [1, -0.5],
        [0, 2],
        [3, 4],
      ]),
    );
    expect(layers).toEqual([
      { name: 'inputs', size: 2, shown: [0, 1], flow: 1 },
      { name: 'a', size: 3, shown: [0, 1, 2], flow: 1 },
    ]);
    expect(weights).toEqual([
      [
        [1, -0.5],
        [0, 2],
        [3, 4],
      ],
    ]);
    expect(shown(denseNetwork([10, 10]))[0]).toHaveLength(10);
  });

  it('keeps the strongest nodes of a wide layer in their own order, and one row for the others', () => {
    const network = strongInputs(784, [700, 3, 200, 100]);
    expect(shown(network, { nodes: 5 })[0]).toEqual([3, 100, 200, '…', 700]);
    expect(shown(network)[0]).toHaveLength(10);
  });

  it('has the ellipsis between two nodes, where most are left out, and at an end where none are between', () => {
    expect(shown(strongInputs(20, [18, 19]), { nodes: 3 })[0]).toEqual(['…', 18, 19]);
    expect(shown(strongInputs(20, [1, 2]), { nodes: 3 })[0]).toEqual([1, 2, '…']);
    expect(shown(strongInputs(20, [10, 12, 15]), { nodes: 4 })[0]).toEqual([10, 12, '…', 15]);
    expect(shown(strongInputs(5, [1, 3]), { nodes: 3 })[0]).toEqual([1, '…', 3]);
  });

  it('draws no node through which nothing flows where others are left out anyway', () => {
    expect(shown(networkOf([[0, 5, 0, 0.1, 0, 0]]), { nodes: 5 })[0]).toEqual([1, '…', 3]);
  });

  it('takes the weights of drawn nodes alone, zeros as they are', () => {
    const network = denseNetwork([4, 3], (_layer, row, column) => (column === 1 ? 0 : 10 * row + column));
    const { layers, weights } = reduce(network, { nodes: 3 });
    expect(layers.map((layer) => layer.shown)).toEqual([
      ['…', 2, 3],
      [0, 1, 2],
    ]);
    expect(weights).toEqual([
      [
        [2, 3],
        [12, 13],
        [22, 23],
      ],
    ]);
    expect(reduce(network, { nodes: 3, show: { nodes: [1] } }).weights).toEqual([[[0], [0], [0]]]);
  });

  it('says which share of the flow the drawn nodes carry', () => {
    const network = networkOf([[1, 2, 3, 4]]);
    expect(reduce(network, { nodes: 3 }).layers.map(({ flow }) => flow)).toEqual([0.7, 1]);
    const dead = networkOf([[0, 0, 0]]);
    expect(reduce(dead, { nodes: 2 }).layers.map(({ flow }) => flow)).toEqual([0, 1]);
    const pruned = networkOf([[0, 0.1, 0.7, 0, 0, 0.3]]);
    expect(reduce(pruned, { nodes: 4 }).layers[0]!.flow).toBe(1);
  });

  it('takes the lower number of equal nodes, and the sum of |w| where nothing flows', () => {
    expect(shown(denseNetwork([20, 20]), { nodes: 3 })).toEqual([
      [0, 1, '…'],
      [0, 1, '…'],
    ]);
    const dead = networkOf(
      [
        [0, 1, 0],
        [0, 0, -2],
      ],
      [[0, 0]],
    );
    expect(shown(dead, { nodes: 2 })).toEqual([['…', 2], [0, 1], [0]]);
    expect(shown(networkOf([[0, 0, 0]]), { nodes: 2 })[0]).toEqual([0, '…']);
  });

  it('shows the first nodes where that is asked for', () => {
    expect(shown(strongInputs(20, [18]), { nodes: 4, show: 'first' })).toEqual([[0, 1, 2, '…'], [0]]);
  });

  it('shows given nodes in every layer that is drawn in part, and the strongest where a layer has none of them', () => {
    const network = denseNetwork([30, 12, 20, 3]);
    expect(shown(network, { show: { nodes: [17, 3, 25, 17] } })).toEqual([
      [3, '…', 17, 25],
      [3, '…'],
      [3, '…', 17],
      [0, 1, 2],
    ]);
    expect(shown(network, { nodes: 3, show: { nodes: [25] } })).toEqual([
      ['…', 25],
      [0, 1, '…'],
      [0, 1, '…'],
      [0, 1, 2],
    ]);
  });

  it('shows nodes that are given for layers one by one, small ones too', () => {
    const show = { nodesOfLayers: [[29], undefined, undefined, [2]] };
    expect(shown(denseNetwork([30, 12, 20, 3]), { nodes: 3, show })).toEqual([
      ['…', 29],
      [0, 1, '…'],
      [0, 1, '…'],
      ['…', 2],
    ]);
  });

  it('keeps the labels of drawn inputs and outputs', () => {
    const network = {
      ...denseNetwork([3, 2, 2]),
      inputNames: ['petal\nwidth', 'b', 'c'],
      outputNames: ['x', 'y'.repeat(300)],
    };
    const { layers } = reduce(network, { nodes: 2, show: { nodes: [0] } });
    expect(layers.map(({ labels }) => labels)).toEqual([['petal width'], undefined, ['x', 'y'.repeat(200)]]);
  });

  it('has names that a spec can hold', () => {
    const network = denseNetwork([1, 1, 1, 1]);
    const names = ['\0a\nb', '🙂'.repeat(150), '\u202e'];
    const layers = network.layers.map((layer, number) => ({ ...layer, name: names[number]! }));
    const reduced = reduce({ ...network, layers });
    expect(reduced.layers.map(({ name }) => name)).toEqual(['inputs', 'a b', '🙂'.repeat(100), 'layer 4']);
    expect(() => specOf(reduced)).not.toThrow();
  });

  it('is a sound spec whatever the network and the options', () => {
    fc.assert(
      fc.property(
        smallNetworks(30, fc.double({ min: -1, max: 1, noNaN: true })),
        fc.integer({ min: 2, max: 12 }),
        fc.constantFrom('strongest' as const, 'first' as const),
        (network, nodes, show) => {
          const reduced = reduce(network, { nodes, show });
          specOf(reduced);
          for (const layer of reduced.layers) {
            // Nodes through which nothing flows are left out, and drawn weights may be 0, or nearly.
            expect(layer.shown.length).toBeLessThanOrEqual(Math.min(layer.size, nodes));
            expect(layer.shown.length).toBeGreaterThan(0);
            expect(layer.flow).toBeGreaterThanOrEqual(0);
            expect(layer.flow).toBeLessThanOrEqual(1);
          }
        },
      ),
    );
  });

  it('has as many rows as it may have where every node carries something', () => {
    const weight = fc.integer({ min: 1, max: 100 }).chain((size) => fc.constantFrom(size / 100, -size / 100));
    fc.assert(
      fc.property(
        smallNetworks(30, weight),
        fc.integer({ min: 2, max: 12 }),
        fc.constantFrom('strongest' as const, 'first' as const),
        (network, nodes, show) => {
          for (const { shown: rows, size } of reduce(network, { nodes, show }).layers) {
            expect(rows).toHaveLength(Math.min(size, nodes));
          }
        },
      ),
    );
  });

  it('permutes its drawing where hidden nodes are permuted', () => {
    fc.assert(
      fc.property(
        fc
          .tuple(
            fc.integer({ min: 3, max: 8 }),
            fc.integer({ min: 1, max: 4 }),
            fc.integer({ min: 1, max: 4 }),
          )
          .chain(([hidden, inputs, outputs]) => {
            const matrix = (rows: number, columns: number) =>
              fc.array(
                fc.array(fc.integer({ min: -999, max: 999 }), { minLength: columns, maxLength: columns }),
                { minLength: rows, maxLength: rows },
              );
            const order = Array.from({ length: hidden }, (_, node) => node);
            return fc.tuple(
              matrix(hidden, inputs),
              matrix(outputs, hidden),
              fc.shuffledSubarray(order, { minLength: hidden }),
            );
          }),
        ([first, second, order]) => {
          const network = networkOf(first, second);
          // Whole numbers, so sums are exact; of equal nodes the order decides.
          fc.pre(new Set(flowShares(network.layers)[1]).size === order.length);
          const permuted = networkOf(
            order.map((node) => first[node]!),
            second.map((row) => order.map((node) => row[node]!)),
          );
          const before = reduce(network, { nodes: 3 });
          const after = reduce(permuted, { nodes: 3 });
          const nodesOf = ({ layers }: Reduction) =>
            layers[1]!.shown.filter((entry): entry is number => entry !== '…');
          expect(
            nodesOf(after)
              .map((node) => order[node]!)
              .sort(),
          ).toEqual(nodesOf(before));
          expect(after.layers[1]!.flow).toBeCloseTo(before.layers[1]!.flow, 12);
          const columnOf = (reduction: Reduction, node: number) =>
            reduction.weights[1]!.map((row) => row[nodesOf(reduction).indexOf(node)]);
          for (const node of nodesOf(after)) {
            expect(columnOf(after, node)).toEqual(columnOf(before, order[node]!));
          }
        },
      ),
    );
  });
});

describe('options that draw nothing or too much', () => {
  it.each([1, 0, -3, 2.5, Number.NaN, NETWORK_LIMITS.maxNodesPerLayer + 1])('refuse %d rows', (nodes) => {
    expect(faults(denseNetwork([20, 2]), { nodes })).toEqual([
      [
        'nodes',
        `Must be a whole number of rows from 2, one of them for the ellipsis, to 10000, but is ${nodes}.`,
      ],
    ]);
  });

  it.each([
    [[], 'Must be at least one node to draw, but is none.'],
    [[3, 20], 'The widest layer has nodes 0 to 19, so there is no node 20 to draw.'],
    [[-1], 'The widest layer has nodes 0 to 19, so there is no node -1 to draw.'],
    [[0.5], 'The widest layer has nodes 0 to 19, so there is no node 0.5 to draw.'],
  ])('refuse the nodes %j', (nodes, message) => {
    expect(faults(denseNetwork([20, 2]), { show: { nodes } })).toEqual([['show', message]]);
  });

  it('refuse nodes where every layer is drawn whole', () => {
    expect(faults(denseNetwork([10, 2]), { show: { nodes: [1] } })).toEqual([
      ['show', 'No layer has more than 10 nodes, so all are drawn whole and there is nothing to choose.'],
    ]);
  });

  it('refuse nodes of layers that are not there', () => {
    expect(faults(denseNetwork([3, 2]), { show: { nodesOfLayers: [[3], [1], [0]] } })).toEqual([
      ['show', 'Layer 1 has nodes 0 to 2, so there is no node 3 to draw.'],
      ['show', 'Layer 3 is none of this network.'],
    ]);
  });

  it('refuse more weights than a spec holds, and say what fits', () => {
    const network = denseNetwork([512, 512]);
    const [[path, message] = []] = faults(network, { nodes: 500 });
    expect(path).toBe('nodes');
    expect(message).toBe(
      'Between the drawn nodes are 249001 connections, and at most 200000 can be drawn: 448 rows or fewer fit.',
    );
    expect(faults(network, { nodes: 448 })).toEqual([]);
    expect(faults(network, { nodes: 449 })).toHaveLength(1);
    const all = Array.from({ length: 500 }, (_, node) => node);
    expect(faults(network, { show: { nodes: all } })[0]![1]).toMatch(/: name fewer nodes\.$/);
  });
});
