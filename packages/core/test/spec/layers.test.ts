import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { networkOf, parseNetworkSpec, SpecError } from '../../src/index.ts';
import { ELLIPSIS, layerFromText, layerSize, layerText, shownCount } from '../../src/internal.ts';

/** The first layer of a network whose second is one node. */
function layerOf(layer: unknown) {
  return parseNetworkSpec({ layers: [layer, 1] }).layers[0]!;
}

function messagesOf(layer: unknown): string[] {
  try {
    layerOf(layer);
  } catch (error) {
    if (error instanceof SpecError) return error.faults.map(({ message }) => message);
    throw error;
  }
  return [];
}

function shownOf(layer: unknown) {
  const { layers } = parseNetworkSpec({ layers: [layer, 1] });
  return networkOf({ layers }).layers[0]!.shown;
}

const someLayer = fc
  .record({ size: fc.integer({ min: 2, max: 1_000_000 }), shown: fc.integer({ min: 1, max: 12 }) })
  .map(({ size, shown }) => ({ size, shown: Math.min(shown, size - 1) }));

describe('a layer', () => {
  it('of which so many nodes are drawn shows its first and last ones, and an ellipsis', () => {
    expect(layerOf({ size: 784, shown: 9 })).toEqual({
      size: 784,
      shown: [0, 1, 2, 3, 4, ELLIPSIS, 780, 781, 782, 783],
    });
    expect(layerOf({ size: 5, shown: 1 })).toEqual({ size: 5, shown: [0, ELLIPSIS] });
  });

  it('of which all is drawn is its number of nodes, however it is written', () => {
    for (const layer of [3, { size: 3 }, { size: 3, shown: 3 }, { size: 3, shown: [0, 1, 2] }]) {
      expect(layerOf(layer)).toBe(3);
    }
  });

  it('has an ellipsis in three dots too, and a name', () => {
    const layer = { name: 'conv1/kernel:0', size: 9, shown: [0, '...', 8] };
    expect(layerOf(layer)).toEqual({ ...layer, shown: [0, ELLIPSIS, 8] });
  });

  it('says what its drawn nodes stand for, of all its labels or of those of drawn nodes', () => {
    const labelsIn = (labels: string[]) =>
      shownOf({ size: 4, shown: [1, '…', 3], labels }).map((shown) => ('label' in shown ? shown.label : '…'));
    expect(labelsIn(['a', 'b', 'c', 'd'])).toEqual(['b', '…', 'd']);
    expect(labelsIn(['b', 'd\n'])).toEqual(['b', '…', 'd']);
  });

  it('hides all nodes that it does not show behind its ellipses, whatever it is', () => {
    fc.assert(
      fc.property(someLayer, (layer) => {
        const shown = shownOf(layer);
        const hidden = shown.reduce((sum, place) => sum + (place.kind === 'ellipsis' ? place.hidden : 0), 0);
        const spec = layerOf(layer);
        expect(hidden + shownCount(spec)).toBe(layerSize(spec));
      }),
    );
  });

  it('counts a node that is not drawn for the ellipsis nearest to it', () => {
    expect(shownOf({ size: 100, shown: [3, '…', 20, 30, 40, '…'] })).toEqual([
      { kind: 'node', index: 3 },
      { kind: 'ellipsis', hidden: 3 + 16 + 9 },
      { kind: 'node', index: 20 },
      { kind: 'node', index: 30 },
      { kind: 'node', index: 40 },
      { kind: 'ellipsis', hidden: 9 + 59 },
    ]);
  });

  it.each([
    [{ size: 5, shown: [0, 1] }, 'Must have a "…" for the 3 nodes that are not drawn.'],
    [{ size: 2, shown: [0, '…', 1] }, 'Has 1 "…", but only 0 nodes are not drawn.'],
    [{ size: 5, shown: [0, '…', '…', 4] }, 'One "…" is enough here.'],
    [{ size: 5, shown: [0, '…', 5] }, 'Must be the number of a node from 0 to 4, or "…", but is 5.'],
    [{ size: 5, shown: [0, 'x'] }, 'Must be the number of a node from 0 to 4, or "…", but is "x".'],
    [{ size: 5, shown: [2, '…', 2] }, 'Nodes must stand in their order, but 2 comes after 2.'],
    [{ size: 5, shown: ['…'] }, 'Must draw at least one node, but draws none.'],
    [{ size: 5, shown: 6 }, 'Must be a whole number of nodes to draw from 1 to 5, but is 6.'],
    [
      { size: 5, shown: {} },
      'Must be the nodes to draw, such as [0, 1, "…", 4], or how many, but is an object.',
    ],
    [{ shown: 3 }, 'Must be a whole number of nodes from 1 to 1000000000, but is missing.'],
    [{}, 'Must be a whole number of nodes from 1 to 10000, but is missing.'],
    [{ size: 3, flow: 1.5 }, 'Must be a share from 0 to 1, but is 1.5.'],
    [{ size: 3, labels: ['a'] }, 'Must have a text for each node (3), but has 1.'],
    [
      { size: 9, shown: 2, labels: 'a,b' },
      'Must have a text for each node (9, or the 2 that are drawn), but is "a,b".',
    ],
    [{ size: 2, labels: ['a', 3] }, 'Must be text of at most 200 characters, but is 3.'],
    [{ size: 3, sise: 3 }, 'A layer has no field "sise". There are name, size, shown, labels, flow.'],
    [{ size: 3, name: 5 }, 'Must be text of at most 200 characters, but is 5.'],
    [0, 'A layer must have a whole number of nodes from 1 to 10000, but this one has 0.'],
  ])('such as %j is refused: %s', (layer, message) => {
    expect(messagesOf(layer)).toEqual([message]);
  });

  it('has a text that says it again, where its first and last nodes are drawn', () => {
    fc.assert(
      fc.property(someLayer, (layer) => {
        const spec = layerOf(layer);
        expect(layerOf(layerFromText(layerText(spec)!))).toEqual(spec);
      }),
    );
    expect(layerText(layerOf({ size: 784, shown: 9 }))).toBe('784~9');
    expect(layerText(layerOf({ size: 9, shown: [0, '…', 4] }))).toBeUndefined();
    expect(layerText(layerOf({ size: 9, name: 'in' }))).toBeUndefined();
  });
});
