import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Bounds, layout, type Piece, parseNetworkSpec } from '../../src/index.ts';
import { countPlates, place } from '../../src/internal.ts';
import { arrange, type Loose } from '../../src/layout/arrange.ts';
import type { Bed } from '../../src/layout/blocks.ts';
import { IDENTITY, type Placement, QUARTER_TURN } from '../../src/scene/placement.ts';

/** Boxes of a millimetre of height about an origin that is somewhere in them. */
const boxes = fc.record({
  size: fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 60 })),
  middle: fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 })),
});
const someBoxes = fc.array(boxes, { minLength: 1, maxLength: 3 });
const beds = fc.tuple(fc.integer({ min: 50, max: 200 }), fc.integer({ min: 50, max: 200 }));

type Box = typeof boxes extends fc.Arbitrary<infer Value> ? Value : never;

/** A piece that says where its corners are. */
function loose({ size: [width, depth], middle: [x, y] }: Box, i: number): Loose {
  const [minX, minY] = [(-width * x) / 10, (-depth * y) / 10];
  const corners = [
    [minX, minY, 0],
    [minX + width, minY + depth, 1],
  ] as const;
  return {
    bounds: (isTurned) => around(corners.map((corner) => place(corner, isTurned ? QUARTER_TURN : IDENTITY))),
    at: (pose) => ({
      name: String(i),
      nodes: [],
      rods: [],
      others: [{ kind: 'prism', from: corners.map((corner) => place(corner, pose)), to: [], part: 0 }],
    }),
    assembled: IDENTITY,
  };
}

function around(corners: readonly Bounds['min'][]): Bounds {
  const [a, b] = corners as [Bounds['min'], Bounds['min']];
  const each = (pick: (...values: number[]) => number) =>
    [0, 1, 2].map((axis) => pick(a[axis]!, b[axis]!)) as unknown as Bounds['min'];
  return { min: each(Math.min), max: each(Math.max) };
}

function boxOf({ others }: Piece): Bounds {
  const [solid] = others;
  return around((solid as { readonly from: readonly Bounds['min'][] }).from);
}

/** How much of a bed boxes take at least, by trying what one would try by hand: all in a row, or all in a column, none turned. */
function byHand(some: readonly Box[], [x, y]: Bed): number {
  const sum = (axis: 0 | 1) => some.reduce((all, { size }) => all + size[axis], 4 * (some.length - 1));
  const most = (axis: 0 | 1) => Math.max(...some.map(({ size }) => size[axis]));
  return Math.max(sum(0) / x, most(1) / y);
}

describe('what is arranged on a plate', () => {
  it('lies from the corner on, within what it is said to take, 4 mm apart', () => {
    fc.assert(
      fc.property(someBoxes, fc.option(beds, { nil: undefined }), (some, bed) => {
        const { pieces, bounds } = arrange(some.map(loose), { bed, isOnePlate: true });
        const laid = pieces.map(boxOf);
        for (const axis of [0, 1] as const) {
          expect(Math.min(...laid.map(({ min }) => min[axis]))).toBeCloseTo(0, 9);
          expect(Math.max(...laid.map(({ max }) => max[axis]))).toBeCloseTo(bounds.max[axis], 9);
        }
        laid.forEach((one, i) => {
          for (const other of laid.slice(i + 1)) {
            const gaps = ([0, 1] as const).map((axis) =>
              Math.max(other.min[axis] - one.max[axis], one.min[axis] - other.max[axis]),
            );
            expect(Math.max(...gaps)).toBeGreaterThan(4 - 1e-9);
          }
        });
      }),
    );
  });

  it('keeps its order and its size', () => {
    fc.assert(
      fc.property(someBoxes, beds, (some, bed) => {
        const { pieces } = arrange(some.map(loose), { bed, isOnePlate: true });
        expect(pieces.map(({ name }) => Number(name))).toStrictEqual(some.map((_, i) => i));
        pieces.forEach((piece, i) => {
          const { min, max } = boxOf(piece);
          const size = [max[0] - min[0], max[1] - min[1]].map(Math.round);
          expect(size.sort()).toStrictEqual([...some[i]!.size].sort());
        });
      }),
    );
  });

  it('takes no more of the bed than in a row', () => {
    fc.assert(
      fc.property(someBoxes, beds, (some, bed) => {
        const { max } = arrange(some.map(loose), { bed, isOnePlate: true }).bounds;
        expect(Math.max(max[0] / bed[0], max[1] / bed[1])).toBeLessThan(byHand(some, bed) + 1e-9);
      }),
    );
  });

  it('goes where it belongs when the pieces are put together, turned or not', () => {
    fc.assert(
      fc.property(someBoxes, beds, (some, bed) => {
        const own = some.map((box, i) => boxOf(loose(box, i).at(IDENTITY)));
        arrange(some.map(loose), { bed, isOnePlate: true }).pieces.forEach((piece, i) => {
          const { min, max } = boxOf(piece);
          const back = around([place(min, piece.assembled!), place(max, piece.assembled!)]);
          for (const axis of [0, 1, 2] as const) {
            expect(back.min[axis]).toBeCloseTo(own[i]!.min[axis], 9);
            expect(back.max[axis]).toBeCloseTo(own[i]!.max[axis], 9);
          }
        });
      }),
    );
  });
});

describe('what does not fit one plate', () => {
  it('lies on as few as hold it, each within the bed, as long as the bed holds each piece', () => {
    fc.assert(
      fc.property(someBoxes, beds, (some, bed) => {
        const { pieces, bounds } = arrange(some.map(loose), { bed });
        const plates = countPlates(pieces);
        const onOne = arrange(some.map(loose), { bed, isOnePlate: true });
        const fits = ({ max }: Bounds) => max[0] <= bed[0] + 1e-9 && max[1] <= bed[1] + 1e-9;
        const holdsEach = some.every((box) => fits(arrange([loose(box, 0)], { bed }).bounds));
        expect(plates === 1).toBe(fits(onOne.bounds) || !holdsEach);
        expect(fits(bounds)).toBe(holdsEach);
        const numbers = pieces.map(({ plate = 0 }) => plate);
        expect([...new Set(numbers)].sort()).toStrictEqual(Array.from({ length: plates }, (_, i) => i));
      }),
    );
  });

  it('begins at the corner of each plate', () => {
    fc.assert(
      fc.property(someBoxes, beds, (some, bed) => {
        const { pieces } = arrange(some.map(loose), { bed });
        for (let plate = 0; plate < countPlates(pieces); plate++) {
          const laid = pieces.filter((piece) => (piece.plate ?? 0) === plate).map(boxOf);
          for (const axis of [0, 1] as const) {
            expect(Math.min(...laid.map(({ min }) => min[axis]))).toBeCloseTo(0, 9);
          }
        }
      }),
    );
  });

  it('is the network on one plate and its foot on another where a bed is no larger than either', () => {
    const spec = parseNetworkSpec({ layers: [8, 4, 2, 4, 8], mode: 'flat' });
    const { pieces, bounds } = layout(spec, { bed: [145, 140] });
    expect(pieces.map(({ plate }) => plate)).toStrictEqual([undefined, 1]);
    expect(bounds.max.map(Math.round)).toStrictEqual([144, 126, 7]);
  });
});

describe('a lying network', () => {
  const spec = parseNetworkSpec({ layers: [8, 4, 2, 4, 8], mode: 'flat' });
  const size = (bed?: Bed) => layout(spec, { bed }).bounds.max.slice(0, 2).map(Math.round);

  it('is turned with its foot where the bed is wider than deep', () => {
    expect(size()).toStrictEqual([144, 166]);
    expect(size([250, 210])).toStrictEqual([166, 144]);
    expect(size([210, 250])).toStrictEqual([144, 166]);
  });

  it('is remembered bed by bed', () => {
    expect(layout(spec, { bed: [250, 210] }).pieces).toBe(layout(spec, { bed: [250, 210] }).pieces);
    expect(layout(spec, { bed: [210, 250] }).pieces).not.toBe(layout(spec, { bed: [250, 210] }).pieces);
  });

  it('is put together the same however it lies', () => {
    const standing = (bed?: Bed): Bounds['min'][] =>
      layout(spec, { bed }).pieces.flatMap(({ nodes, assembled }) =>
        nodes.map(({ center }) => place(center, assembled as Placement)),
      );
    const turned = standing([250, 210]);
    standing().forEach((center, i) => {
      for (const axis of [0, 1, 2] as const) expect(turned[i]![axis]).toBeCloseTo(center[axis], 9);
    });
  });
});
