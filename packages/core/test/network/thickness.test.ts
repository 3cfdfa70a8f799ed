import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  layout,
  networkOf,
  parseNetworkSpec,
  type Rod,
  type Rods,
  type WeightMatrix,
} from '../../src/index.ts';
import { drawWeights, type Thickness } from '../../src/internal.ts';

const WIDTHS = { thickest: 4, thinnest: 1.6, thicknessBy: 'area' } as const;

function draw(weights: readonly WeightMatrix[], widths: Thickness = WIDTHS) {
  const layers = [weights[0]![0]!.length, ...weights.map((matrix) => matrix.length)];
  return drawWeights(networkOf(parseNetworkSpec({ layers, weights })), widths);
}

const someWeight = fc.oneof(
  { weight: 8, arbitrary: fc.double({ min: -3, max: 3, noNaN: true }) },
  fc.constant(0),
  fc.constant(null),
);
const matrices: fc.Arbitrary<WeightMatrix[]> = fc
  .array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 4 })
  .chain((layers) =>
    fc.tuple(
      ...layers.slice(1).map((rows, gap) => {
        const row = fc.array(someWeight, { minLength: layers[gap]!, maxLength: layers[gap]! });
        return fc.array(row, { minLength: rows, maxLength: rows });
      }),
    ),
  );

describe('the thickness of a connection', () => {
  it('makes twice the weight twice the area, and the strongest of each gap the thickest', () => {
    const { diameter } = draw([[[2, -1]], [[0.5]]]);
    expect([...diameter]).toEqual([4, 4 * Math.sqrt(1 / 2), 4]);
  });

  it('makes twice the weight twice the diameter where it goes linear', () => {
    const { diameter } = draw([[[2, -1]]], { ...WIDTHS, thicknessBy: 'linear' });
    expect([...diameter]).toEqual([4, 2]);
  });

  it('clamps the strongest where else most of the weight of a gap would not show, and no more of them than it takes', () => {
    const weak = Array.from({ length: 100 }, () => 1);
    const { diameter, gaps } = draw([[[100, 8, 7, ...weak]], [[1]]]);
    expect(gaps[0]).toMatchObject({ drawn: 103, clamped: 3, strongest: 100, shareOfWeight: 1 });
    expect(gaps[0]!.atThickest).toBeCloseTo(100 * 0.8 ** 13, 9);
    expect([...diameter.slice(0, 3)]).toEqual([4, 4, 4]);
    expect(gaps[1]).toMatchObject({ clamped: 0, atThickest: 1 });
  });

  it('shows at least three fifths of the weight of every gap, and clamps nothing where that is so anyway', () => {
    fc.assert(
      fc.property(matrices, fc.constantFrom('area', 'linear'), (weights, thicknessBy) => {
        for (const gap of draw(weights, { ...WIDTHS, thicknessBy }).gaps) {
          if (gap.strongest === 0) continue;
          expect(gap.shareOfWeight).toBeGreaterThan(0.6 - 1e-9);
          expect(gap.clamped > 0).toBe(gap.atThickest < gap.strongest);
        }
      }),
    );
  });

  it('is never less than the thinnest nor more than the thickest, whatever the weights', () => {
    fc.assert(
      fc.property(matrices, (weights) => {
        for (const width of draw(weights).diameter) {
          expect(width).toBeGreaterThanOrEqual(1.6);
          expect(width).toBeLessThanOrEqual(4);
        }
      }),
    );
  });

  it('leaves out what would be thinner than the thinnest, below 16 % of the largest by default', () => {
    const { from, gaps } = draw([
      [
        [1, 0.161, 0.159],
        [1, 1, 1],
      ],
    ]);
    expect([...from]).toEqual([0, 0, 1, 1, 2]);
    expect(gaps).toMatchObject([{ connections: 6, drawn: 5, spared: 0 }]);
    expect(gaps[0]!.shareOfWeight).toBeCloseTo(4.161 / 4.32, 12);
  });

  it('spares the strongest of a node that would have none on a side, as thin as may be', () => {
    const { from, to, diameter, gaps } = draw([
      [
        [1, 0.01],
        [0.001, 0.002],
      ],
    ]);
    // Node 1 keeps its connection to the first node of the next layer, and the second one of that layer its own from node 1.
    expect([...from].map((node, i) => [node, to[i], diameter[i]])).toEqual([
      [0, 2, 4],
      [1, 2, 1.6],
      [1, 3, 1.6],
    ]);
    expect(gaps[0]!.spared).toBe(2);
  });

  it('leaves no node alone on a side where it has any weight but 0, whatever the weights', () => {
    fc.assert(
      fc.property(matrices, (weights) => {
        const layers = [weights[0]![0]!.length, ...weights.map((matrix) => matrix.length)];
        const { from, to } = draw(weights);
        let first = 0;
        for (const [gap, matrix] of weights.entries()) {
          const next = first + layers[gap]!;
          for (let column = 0; column < layers[gap]!; column++) {
            const hasAny = matrix.some((row) => (row[column] ?? 0) !== 0);
            expect(from.includes(first + column)).toBe(hasAny);
          }
          for (const [row, entries] of matrix.entries()) {
            const hasAny = entries.some((weight) => (weight ?? 0) !== 0);
            expect(to.includes(next + row)).toBe(hasAny);
          }
          first = next;
        }
      }),
    );
  });

  it('takes the rows of drawn nodes from a matrix of all nodes, or all rows of a matrix of the drawn ones', () => {
    const layers = [{ size: 4, shown: [0, '…', 3] }, 1];
    const ofAll = layout(parseNetworkSpec({ layers, weights: [[[1, 9, 9, 0.25]]] }));
    const ofDrawn = layout(parseNetworkSpec({ layers, weights: [[[1, 0.25]]] }));
    expect([...ofAll.pieces[0]!.rods[0]!]).toEqual([...ofDrawn.pieces[0]!.rods[0]!]);
    const rods = ofAll.pieces[0]!.rods[0] as Rods<Rod>;
    expect(Array.from(rods, ({ radius }) => radius)).toEqual([2, 1]);
  });
});
