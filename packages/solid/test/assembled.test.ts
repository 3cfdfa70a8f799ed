import {
  assembled,
  layout,
  type Mesh,
  type NetworkScene,
  type NetworkSpecInput,
  type Prism,
  parseNetworkSpec,
  type Vec3,
} from '@neurofab/core';
import { dowelsOf, place } from '@neurofab/core/internal';
import { networks, weightedNetworks } from '@neurofab/test-kit';
import fc from 'fast-check';
import initialize, { type Manifold } from 'manifold-3d';
import { describe, expect, it } from 'vitest';
import { fused } from '../src/index.ts';

const kernel = await initialize();
kernel.setup();

const MODES = ['flat', 'halves'] as const;
const WEIGHTED: NetworkSpecInput = {
  layers: [2, 3, 1],
  weights: [
    [
      [0.5, -1.2],
      [null, 2],
      [0.3, 0.9],
    ],
    [[1, -1, 0.4]],
  ],
  signShape: true,
};
const NAMED: readonly (readonly [string, NetworkSpecInput])[] = [
  ['3,6,6,4,2', { layers: [3, 6, 6, 4, 2] }],
  ['8,4,2,4,8', { layers: [8, 4, 2, 4, 8] }],
  ['2,3,1', { layers: [2, 3, 1] }],
  ['one with weights and square rods', WEIGHTED],
];

/** Half a metre high, on a foot that is not longer for it. */
const HIGH = ['2,30', { layers: [2, 30], resolution: { segments: 8 } }] as const;

const limits = { maxLayers: 3, maxNodes: 3 };
/** As round as the command makes them by default. */
const drawn: fc.Arbitrary<NetworkSpecInput> = fc
  .oneof(networks(limits), weightedNetworks(limits))
  .map(({ resolution: _, ...network }) => network);
const plugged = drawn.filter(({ base }) => base?.shape !== 'none');

function sceneOf(network: NetworkSpecInput, mode: (typeof MODES)[number]): NetworkScene {
  return layout(parseNetworkSpec({ ...network, mode }));
}

/** The pieces of a scene where they go, as meshes of which each is closed. */
async function putTogether(scene: NetworkScene): Promise<Mesh[]> {
  const meshes: Mesh[] = [];
  for await (const { mesh } of await assembled(fused)(scene)) meshes.push(mesh);
  expect(meshes).toHaveLength(scene.pieces.length);
  return meshes;
}

function solid({ positions, indices }: Mesh): Manifold {
  return new kernel.Manifold(new kernel.Mesh({ numProp: 3, vertProperties: positions, triVerts: indices }));
}

/** In cubic millimetres. */
function common(one: Manifold, other: Manifold): number {
  return one.intersect(other).volume();
}

/** The pegs of pieces that are put together, as far as they are in the foot. */
function pegsOf(pieces: readonly Mesh[], top: number): Manifold {
  const below = pieces.map((piece) => solid(piece).trimByPlane([0, 0, -1], -top));
  return kernel.Manifold.union(below);
}

/** The middle of the volumes of meshes. */
function center(meshes: readonly Mesh[]): Vec3 {
  const sum = [0, 0, 0];
  let volume = 0;
  for (const { positions, indices } of meshes) {
    for (let i = 0; i < indices.length; i += 3) {
      const [a, b, c] = [0, 1, 2].map((k) =>
        positions.subarray(3 * indices[i + k]!, 3 * indices[i + k]! + 3),
      );
      const [x, y, z] = [0, 1, 2].map((k) => {
        const [next, last] = [(k + 1) % 3, (k + 2) % 3];
        return a![k]! * (b![next]! * c![last]! - b![last]! * c![next]!);
      });
      const own = x! + y! + z!;
      volume += own;
      for (const k of [0, 1, 2]) sum[k]! += (own * (a![k]! + b![k]! + c![k]!)) / 4;
    }
  }
  return sum.map((value) => value / volume) as unknown as Vec3;
}

/** The least angle by which a model is to be tipped to fall over an edge of its foot, in degrees. */
async function tipAngle(scene: NetworkScene): Promise<number> {
  const [x, y, z] = center(await putTogether(scene));
  const foot = scene.pieces.at(-1)!;
  const corners = (foot.others[0] as Prism).from.map((corner) => place(corner, foot.assembled!));
  const angles = corners.map(([fromX, fromY], i) => {
    const [toX, toY] = corners[(i + 1) % corners.length]!;
    const across = (toX - fromX) * (y - fromY) - (toY - fromY) * (x - fromX);
    return Math.atan2(across / Math.hypot(toX - fromX, toY - fromY), z);
  });
  return (Math.min(...angles) * 180) / Math.PI;
}

/** Under the mouths of sockets, which are wider. */
const MOUTH = 0.5;
/** In which pegs are hemmed in. */
const DIRECTIONS: readonly Vec3[] = [
  [1, 0, 0],
  [-1, 0, 0],
  [0, 1, 0],
  [0, -1, 0],
  [0, 0, -1],
];

/** Far less than a layer of a speck, and more than pieces that touch have in common by rounding to the lattice. */
const NOTHING = 1e-3;

describe.each(MODES)('a network that is printed as --mode %s has it, put together,', (mode) => {
  it.each(NAMED)('has pieces of which no two are in one place: %s', async (_, network) => {
    const pieces = (await putTogether(sceneOf(network, mode))).map(solid);
    pieces.forEach((one, i) => {
      for (const other of pieces.slice(i + 1)) expect(common(one, other)).toBeLessThan(NOTHING);
    });
  });

  it.each(NAMED)('has the clearance around its pegs on every side: %s', async (_, network) => {
    const clearance = 0.15;
    const scene = sceneOf({ ...network, clearance }, mode);
    const pieces = await putTogether(scene);
    const foot = solid(pieces.pop()!);
    const pegs = pegsOf(pieces, foot.boundingBox().max[2] - MOUTH);
    expect(common(pegs, foot)).toBe(0);
    for (const [x, y, z] of DIRECTIONS) {
      const after = (way: number) => common(pegs.translate(way * x, way * y, way * z), foot);
      expect(after(clearance - 0.02)).toBe(0);
      expect(after(clearance + 0.02)).toBeGreaterThan(0);
    }
  });

  it.each([...NAMED, HIGH])('is to be tipped by 10° at least before it falls: %s', async (_, network) => {
    expect(await tipAngle(sceneOf(network, mode))).toBeGreaterThan(10);
  });

  it('is all that whatever its proportions and weights are', async () => {
    await fc.assert(
      fc.asyncProperty(plugged, async (network) => {
        const scene = sceneOf(network, mode);
        const pieces = await putTogether(scene);
        const foot = solid(pieces.pop()!);
        const pegs = pegsOf(pieces, foot.boundingBox().max[2] - MOUTH);
        expect(common(pegs, foot)).toBe(0);
        expect(Math.abs(pegs.minGap(foot, 1) - 0.2)).toBeLessThan(0.02);
        expect(await tipAngle(scene)).toBeGreaterThan(10);
      }),
      { numRuns: 10 },
    );
  });
});

describe('two halves', () => {
  /** Both, and the upright network moved to where they are. */
  async function halvesAndWhole(network: NetworkSpecInput) {
    const base = { shape: 'none' } as const;
    const scene = sceneOf({ ...network, base }, 'halves');
    const [front, back] = (await putTogether(scene)).map(solid) as [Manifold, Manifold];
    const upright = layout(parseNetworkSpec({ ...network, base }));
    const [piece] = scene.pieces;
    const at = place(piece!.nodes[0]!.center, piece!.assembled!);
    const from = upright.pieces[0]!.nodes[0]!.center;
    const [mesh] = await putTogether(upright);
    const whole = solid(mesh!).translate(at[0] - from[0], at[1] - from[1], at[2] - from[2]);
    return { front, back, whole };
  }

  // Nodes of this size have no holes.
  it.each(NAMED.map(([name, network]) => [name, { ...network, nodeRadius: 3 }] as const))(
    'are the round network, without a gap: %s',
    async (_, network) => {
      const { front, back, whole } = await halvesAndWhole(network);
      const both = front.add(back);
      // Balls have their poles elsewhere.
      expect(common(both, whole) / whole.volume()).toBeGreaterThan(0.996);
      expect(both.volume() / whole.volume()).toBeCloseTo(1, 2);
      expect(back.boundingBox().min[1]).toBe(front.boundingBox().max[1]);
    },
  );

  it.each(NAMED)('take dowels that go half into each: %s', async (_, network) => {
    const scene = sceneOf(network, 'halves');
    const { count, length } = dowelsOf(scene.source)!;
    const [front, back] = (await putTogether(scene)).map(solid) as [Manifold, Manifold];
    const [ownHoles, otherHoles] = scene.pieces
      .slice(0, 2)
      .map(({ voids, assembled }) =>
        (voids as readonly Prism[])
          .filter((_, i) => i % 2 === 1)
          .map(({ to }) => place(middleOf(to), assembled!)),
      ) as [Vec3[], Vec3[]];
    expect(ownHoles).toHaveLength(count);
    expect(otherHoles).toHaveLength(count);
    for (const hole of ownHoles) {
      const gaps = otherHoles.map((other) => Math.hypot(hole[0] - other[0], hole[2] - other[2]));
      expect(Math.min(...gaps)).toBeLessThan(1e-6);
      const plane = front.boundingBox().max[1];
      const dowel = kernel.Manifold.cylinder(length - 0.01, 0.875, 0.875, 64, true)
        .rotate(90, 0, 0)
        .translate(hole[0], plane, hole[2]);
      expect(common(dowel, front)).toBe(0);
      expect(common(dowel, back)).toBe(0);
      const longer = kernel.Manifold.cylinder(length + 1, 0.875, 0.875, 64, true)
        .rotate(90, 0, 0)
        .translate(hole[0], plane, hole[2]);
      expect(common(longer, front)).toBeGreaterThan(0);
      expect(common(longer, back)).toBeGreaterThan(0);
    }
  });
});

function middleOf(corners: readonly Vec3[]): Vec3 {
  return [0, 1, 2].map(
    (axis) => corners.reduce((sum, corner) => sum + corner[axis]!, 0) / corners.length,
  ) as unknown as Vec3;
}
