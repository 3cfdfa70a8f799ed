import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  layout,
  type NetworkSpecInput,
  type Piece,
  type Prism,
  parseNetworkSpec,
  type Vec3,
} from '../../src/index.ts';
import { dowelsOf, LEAST_DOWELED_NODE, place } from '../../src/internal.ts';
import { networkInputs } from '../arbitraries.ts';
import { gaps, plugs } from './plugs.ts';

/** Networks in two halves of any proportions. */
const specs = networkInputs.map((input) => {
  const hasFoot = input.base?.shape !== 'none' && (input.base?.posts ?? true);
  const base = hasFoot ? {} : { shape: 'none' as const };
  return parseNetworkSpec({ ...input, base, mode: 'halves' });
});
const plugged = specs.filter(({ base }) => base.shape === 'disc');
const large = specs.filter(({ nodeRadius }) => nodeRadius >= LEAST_DOWELED_NODE);

function halvesOf(input: NetworkSpecInput): [Piece, Piece] {
  const [front, back] = layout(parseNetworkSpec({ ...input, mode: 'halves' })).pieces;
  return [front!, back!];
}

/** The corners of the holes at the bed, and of their roofs. */
function holesOf({ voids }: Piece): { readonly mouth: readonly Vec3[]; readonly roof: Prism }[] {
  const [_, ...holes] = voids as readonly Prism[];
  return holes.flatMap((hole, i) => (i % 2 === 1 ? [] : [{ mouth: hole.from, roof: holes[i + 1] as Prism }]));
}

function middleOf(corners: readonly Vec3[]): Vec3 {
  const sum = (axis: 0 | 1 | 2) => corners.reduce((all, corner) => all + corner[axis], 0) / corners.length;
  return [sum(0), sum(1), sum(2)];
}

describe('two halves of a network', () => {
  it('lie on the plane that they are cut at, and are the same nodes when they are put together', () => {
    fc.assert(
      fc.property(specs, (spec) => {
        const { pieces, bounds } = layout(spec);
        const [front, back] = pieces as [Piece, Piece];
        const slack = 1e-9 * Math.max(...bounds.max);
        front.nodes.forEach(({ center, part }, i) => {
          const other = back.nodes[i]!;
          expect([center[2], other.center[2], other.part]).toStrictEqual([0, 0, part]);
          const [one, two] = [place(center, front.assembled!), place(other.center, back.assembled!)];
          for (const axis of [0, 1, 2] as const) expect(Math.abs(one[axis] - two[axis])).toBeLessThan(slack);
        });
        for (const { voids } of [front, back]) {
          expect(new Set((voids![0] as Prism).to.map((corner) => corner[2]))).toStrictEqual(new Set([0]));
        }
      }),
    );
  });

  it('lie on two sides of that plane when they are put together', () => {
    const [front, back] = halvesOf({ layers: [2, 3] });
    const above: Vec3 = [0, 0, 1];
    const plane = place([0, 0, 0], front.assembled!)[1];
    expect(place([0, 0, 0], back.assembled!)[1]).toBeCloseTo(plane, 9);
    expect(place(above, front.assembled!)[1]).toBeCloseTo(plane - 1, 9);
    expect(place(above, back.assembled!)[1]).toBeCloseTo(plane + 1, 9);
  });

  it('are two pieces beside the foot, each with its name', () => {
    const names = (input: NetworkSpecInput) =>
      layout(parseNetworkSpec({ ...input, mode: 'halves' })).pieces.map(({ name }) => name);
    expect(names({ name: 'N' })).toStrictEqual(['N front half', 'N back half', 'N foot']);
    expect(names({ name: 'N', base: { shape: 'none' } })).toStrictEqual(['N front half', 'N back half']);
  });

  it('have round pegs together, with the clearance that was asked for on every side', () => {
    fc.assert(
      fc.property(plugged, (spec) => {
        const scene = layout(spec);
        const { pegs, rooms } = plugs(scene);
        expect(rooms).toHaveLength(spec.layers.length);
        const slack = 1e-6 + 1e-9 * Math.max(...scene.bounds.max);
        rooms.forEach(({ from }, i) => {
          for (const gap of gaps(from, pegs[i]!.section)) {
            expect(Math.abs(gap - spec.clearance!)).toBeLessThan(slack);
          }
          expect(Math.abs(pegs[i]!.tip - from[0]![2] - spec.clearance!)).toBeLessThan(slack);
        });
      }),
    );
  });

  it('have a hole for a dowel in the lowest and the highest node of each layer, where both meet', () => {
    fc.assert(
      fc.property(large, (spec) => {
        const [front, back] = layout(spec).pieces as [Piece, Piece];
        const count = spec.layers.reduce<number>((sum, layer) => sum + Math.min(2, layer as number), 0);
        expect(dowelsOf(spec)!.count).toBe(count);
        const [own, others] = [front, back].map((piece) =>
          holesOf(piece).map(({ mouth, roof }) => {
            const [x, y] = middleOf(mouth);
            expect(piece.nodes.some(({ center }) => Math.hypot(center[0] - x, center[1] - y) < 1e-6)).toBe(
              true,
            );
            return place([...middleOf(roof.from).slice(0, 2), 0] as unknown as Vec3, piece.assembled!);
          }),
        ) as [Vec3[], Vec3[]];
        expect([own.length, others.length]).toStrictEqual([count, count]);
        own.forEach((hole, i) => {
          for (const axis of [0, 1, 2] as const)
            expect(Math.abs(hole[axis] - others[i]![axis])).toBeLessThan(1e-6);
        });
      }),
    );
  });

  it('have holes that end with whole layers, under a roof that leans by 35°, with 0.8 mm of node around', () => {
    fc.assert(
      fc.property(large, fc.constantFrom(0.05, 0.1, 0.2, 0.3), (spec, layerHeight) => {
        const [front] = halvesOf({ ...spec.given, layerHeight });
        for (const { roof } of holesOf(front)) {
          const [low, high] = [roof.from[0]!, roof.to[0]!];
          const layers = low[2] / layerHeight;
          expect(Math.abs(layers - Math.round(layers))).toBeLessThan(1e-6);
          const [x, y] = middleOf(roof.to);
          const narrows = Math.hypot(low[0] - x, low[1] - y) - Math.hypot(high[0] - x, high[1] - y);
          expect((high[2] - low[2]) / narrows).toBeCloseTo(Math.tan((55 * Math.PI) / 180), 2);
          expect(spec.nodeRadius - high[2]).toBeGreaterThan(0.8 - 1e-9);
          expect(high[2]).toBeGreaterThan(2);
        }
      }),
    );
  });

  it('have none in nodes that are too small for that', () => {
    const holes = (nodeRadius: number) => holesOf(halvesOf({ layers: [2, 1], nodeRadius })[0]).length;
    expect([3.35, 3.36, 4].map(holes)).toStrictEqual([0, 3, 3]);
    expect(dowelsOf(parseNetworkSpec({ nodeRadius: 3.35, mode: 'halves' }))).toBeUndefined();
    expect(dowelsOf(parseNetworkSpec({ mode: 'halves' }))).toStrictEqual({ count: 10, length: 3.6 });
  });

  it('of the usual network are as measured: 176 × 192 × 7 mm with the foot', () => {
    const { bounds } = layout(parseNetworkSpec({ mode: 'halves' }));
    expect(bounds.max.map(Math.round)).toStrictEqual([176, 192, 7]);
  });
});
