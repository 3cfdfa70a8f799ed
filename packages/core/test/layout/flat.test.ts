import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Cylinder,
  layout,
  meshBounds,
  type NetworkSpec,
  type Piece,
  type Prism,
  parseNetworkSpec,
  type Rod,
  type Rods,
  type Scene,
  tessellate,
  type Vec3,
} from '../../src/index.ts';
import { joinBounds, partSolids, place } from '../../src/internal.ts';
import { networkInputs } from '../arbitraries.ts';
import { gaps, plugs } from './plugs.ts';

const processes = fc.record({
  layerHeight: fc.constantFrom(0.05, 0.1, 0.15, 0.2, 0.3),
  clearance: fc.constantFrom(0, 0.1, 0.2, 0.35),
});

/** Lying networks of any proportions. */
const specs = fc.tuple(networkInputs, processes).map(([input, { layerHeight, clearance }]) => {
  const isPlugged = input.base?.shape !== 'none' && (input.base?.posts ?? true);
  const { base: _, ...rest } = input;
  const base = isPlugged ? {} : { base: { shape: 'none' as const } };
  return parseNetworkSpec({ ...rest, ...base, mode: 'flat', layerHeight, ...(isPlugged && { clearance }) });
});
const plugged = specs.filter(({ base }) => base.shape === 'disc');

/** How large a scene is, for what rounding takes of it. */
function sizeOf({ bounds }: Scene): number {
  return Math.max(...bounds.max);
}

function thinnestRod(piece: Piece): number {
  const rods = piece.rods as readonly Rods<Rod>[];
  return Math.min(...rods.flatMap((some) => Array.from(some, ({ radius }) => radius)));
}

describe('a lying network', () => {
  it('lies on the bed from the corner on, with its foot, and says how large that is', () => {
    fc.assert(
      fc.property(specs, (spec) => {
        const scene = layout(spec);
        const solids = scene.pieces.flatMap((piece) =>
          scene.parts.flatMap((_, part) => [...partSolids(piece, part)]),
        );
        const { min, max } = solids.map((solid) => meshBounds(tessellate(solid))).reduce(joinBounds);
        const slack = 1e-5 * sizeOf(scene);
        expect(scene.bounds.min.map((value) => value + 0)).toStrictEqual([0, 0, 0]);
        // A foot with an odd number of sides reaches a little less far than a round one would.
        const reached = 'tolerance' in spec.resolution ? slack : 0.3 * sizeOf(scene);
        for (const axis of [0, 1, 2] as const) {
          if (axis < 2) expect(min[axis]).toBeGreaterThan(-slack);
          if (axis < 2) expect(min[axis]).toBeLessThan(reached);
          expect(max[axis]).toBeLessThan(scene.bounds.max[axis] + slack);
          expect(max[axis]).toBeGreaterThan(scene.bounds.max[axis] - reached);
        }
      }),
    );
  });

  it('is cut under its plane, so that its thinnest rods end with a whole layer and no flank hangs over by more than 45°', () => {
    fc.assert(
      fc.property(specs, (spec) => {
        const [network] = layout(spec).pieces;
        const radius = thinnestRod(network!);
        const depth = network!.nodes[0]!.center[2];
        expect(depth).toBeGreaterThan(0);
        expect(depth / radius).toBeLessThan(0.7 + 1e-9);
        const layers = (radius + depth) / spec.layerHeight!;
        const isWhole = Math.abs(layers - Math.round(layers)) < 1e-6;
        expect(isWhole || Math.abs(depth / radius - 0.6) < 1e-9).toBe(true);
        for (const { center } of network!.nodes) expect(center[2]).toBe(depth);
        const [cut] = network!.voids as readonly Prism[];
        expect(new Set(cut!.to.map((corner) => corner[2]))).toStrictEqual(new Set([0]));
      }),
    );
  });

  it('is cut as its pegs ask where no connection is drawn', () => {
    const weights = [
      [
        [0, 0],
        [0, 0],
      ],
    ];
    const [network] = layout(parseNetworkSpec({ layers: [2, 2], weights, mode: 'flat' })).pieces;
    // Pegs have a radius of 2 mm, and 0.7 of that under their axes is a whole number of layers.
    expect(network!.nodes[0]!.center[2]).toBeCloseTo(1.4, 9);
  });

  it('stands as it does upright when it is put together', () => {
    fc.assert(
      fc.property(specs, (spec) => {
        const { mode: _, layerHeight: __, clearance: ___, ...given } = spec.given;
        const [lying, standing] = [layout(spec), layout(parseNetworkSpec(given))];
        const [one, other] = [lying.pieces[0]!, standing.pieces[0]!];
        const raised = one.nodes.map(({ center }) => place(center, one.assembled!));
        const between = (a: Vec3, b: Vec3) => a.map((value, axis) => value - b[axis]!);
        raised.forEach((center, i) => {
          const apart = between(center, raised[0]!);
          const asUpright = between(other.nodes[i]!.center, other.nodes[0]!.center);
          apart.forEach((value, axis) => {
            expect(Math.abs(value - asUpright[axis]!)).toBeLessThan(1e-9 * sizeOf(lying));
          });
        });
      }),
    );
  });
});

describe('the foot of a lying network', () => {
  it('has a socket for the peg of each layer, with the clearance that was asked for on every side', () => {
    fc.assert(
      fc.property(plugged, (spec) => {
        const scene = layout(spec);
        const { pegs, rooms } = plugs(scene);
        expect(pegs).toHaveLength(spec.layers.length);
        expect(rooms).toHaveLength(spec.layers.length);
        rooms.forEach(({ from }, i) => {
          const slack = 1e-6 + 1e-9 * sizeOf(scene);
          for (const gap of gaps(from, pegs[i]!.section))
            expect(Math.abs(gap - spec.clearance!)).toBeLessThan(slack);
        });
      }),
    );
  });

  it('is deep enough for the pegs, and has the lowest nodes stand on its rail', () => {
    fc.assert(
      fc.property(plugged, (spec) => {
        const scene = layout(spec);
        const [network, foot] = scene.pieces as [Piece, Piece];
        const { pegs, rooms } = plugs(scene);
        const top = Math.max(...(foot.others as readonly Prism[]).map(({ to }) => to[0]![2]));
        const lowest = Math.min(...network.nodes.map(({ center }) => place(center, network.assembled!)[2]));
        const slack = 1e-9 * sizeOf(scene);
        expect(lowest - spec.nodeRadius).toBeGreaterThan(top - slack);
        rooms.forEach(({ from }, i) => {
          expect(Math.abs(pegs[i]!.tip - from[0]![2] - spec.clearance!)).toBeLessThan(slack);
          expect(from[0]![2]).toBeGreaterThan(0.8 - slack);
        });
      }),
    );
  });

  it('has a plate whose outline never turns to the right, however near the layers are', () => {
    fc.assert(
      fc.property(plugged, (spec) => {
        const [plate] = layout(spec).pieces[1]!.others as readonly Prism[];
        const corners = plate!.from;
        corners.forEach(([x, y], i) => {
          const [lastX, lastY] = corners.at(i - 1)!;
          const [nextX, nextY] = corners[(i + 1) % corners.length]!;
          const turn = (x - lastX) * (nextY - y) - (y - lastY) * (nextX - x);
          expect(turn).toBeGreaterThan(0);
        });
      }),
    );
  });

  it('is made of whole layers', () => {
    fc.assert(
      fc.property(plugged, (spec) => {
        for (const { to } of layout(spec).pieces[1]!.others as readonly Prism[]) {
          const layers = to[0]![2] / spec.layerHeight!;
          expect(Math.abs(layers - Math.round(layers))).toBeLessThan(1e-6);
        }
      }),
    );
  });

  it('lies beside a high network, and in front of a wide one, so that both take little of the bed', () => {
    const size = (layers: number[]) =>
      layout(parseNetworkSpec({ layers, mode: 'flat' }))
        .bounds.max.slice(0, 2)
        .map(Math.round);
    expect(size([16, 16, 10])).toStrictEqual([131, 254]);
    expect(size([3, 3, 3, 3, 3])).toStrictEqual([144, 86]);
    fc.assert(
      fc.property(plugged, (spec) => {
        const { pieces } = layout(spec);
        const [network, foot] = pieces as [Piece, Piece];
        const { min, max } = (foot.others as readonly Prism[])
          .map((solid) => meshBounds(tessellate(solid)))
          .reduce(joinBounds);
        const pegs = network.others.map((solid) => meshBounds(tessellate(solid)));
        const nodes = network.nodes.map((solid) => meshBounds(tessellate(solid)));
        const apart = [...pegs, ...nodes].every(
          (other) => other.min[0] > max[0] + 3.9 || other.min[1] > max[1] + 3.9 || other.max[0] < min[0],
        );
        expect(apart).toBe(true);
      }),
    );
  });

  it('is not there without a base, or without posts, and then there are no pegs', () => {
    for (const base of [{ shape: 'none' }, { posts: false }] as const) {
      const { pieces } = layout(parseNetworkSpec({ layers: [2, 3], base, mode: 'flat' }));
      expect(pieces.map(({ others }) => others)).toStrictEqual([[]]);
    }
  });

  it('of the usual network is as measured: 144 × 36 mm, in all 144 × 134 × 7', () => {
    const { bounds } = layout(parseNetworkSpec({ mode: 'flat' }));
    expect(bounds.max.map(Math.round)).toStrictEqual([144, 134, 7]);
  });
});

describe('pegs', () => {
  it('are posts that lie: as thick, under the lowest node of each layer', () => {
    fc.assert(
      fc.property(plugged, (spec: NetworkSpec) => {
        const { mode: _, layerHeight: __, clearance: ___, ...given } = spec.given;
        const [upright] = layout(parseNetworkSpec(given)).pieces;
        const posts = upright!.others.slice(1) as readonly Cylinder[];
        const [network] = layout(spec).pieces;
        for (const peg of network!.others.filter((_, i) => i % 2 === 0) as readonly Prism[]) {
          const width = Math.max(...peg.from.map((corner) => corner[2])) - network!.nodes[0]!.center[2];
          if (posts.length > 0) expect(width).toBeLessThanOrEqual(posts[0]!.radius + 1e-9);
        }
      }),
    );
  });
});
