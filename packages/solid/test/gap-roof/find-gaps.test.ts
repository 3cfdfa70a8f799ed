import {
  type Cylinder,
  checkMesh,
  layout,
  parseNetworkSpec,
  type Scene,
  type Solid,
  type Sphere,
} from '@neurofab/core';
import { networks } from '@neurofab/test-kit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findGaps } from '../../src/gap-roof/find-gaps.ts';
import { fused } from '../../src/index.ts';
import { plainUnionOf } from './plain-union.ts';

const LAYERS = [2, 3, 1];

function sceneOf(input: object = {}): Scene {
  return layout(parseNetworkSpec({ layers: LAYERS, resolution: { segments: 8 }, ...input }), {
    origin: 'model',
  });
}

/** The same scene with other solids in its parts. */
function changed(scene: Scene, change: (solid: Solid) => Solid | undefined): Scene {
  const each = <T extends Solid>(solids: Iterable<T>) =>
    [...solids].flatMap((solid) => (change(solid) as T | undefined) ?? []);
  const pieces = scene.pieces.map(({ nodes, rods, others, ...piece }) => ({
    ...piece,
    nodes: each(nodes),
    rods: rods.map((some) => ({ ...some, [Symbol.iterator]: () => each(some).values() })),
    others: each(others),
  }));
  return { ...scene, pieces };
}

function found({ pieces: [piece] }: Scene) {
  return findGaps(
    piece!.rods.flatMap((some) => [...some]),
    piece!.nodes,
  );
}

const sphere = (change: (node: Sphere) => Partial<Sphere>) => (solid: Solid) =>
  solid.kind === 'sphere' ? { ...solid, ...change(solid) } : solid;
const cylinder = (change: (rod: Cylinder) => Partial<Cylinder>) => (solid: Solid) =>
  solid.kind === 'cylinder' && solid.radius === 1 ? { ...solid, ...change(solid) } : solid;

/** Moves the top node of the first layer, and the connections that end in it, up. */
const unequal = (solid: Solid): Solid => {
  const moved = ([x, y, z]: readonly [number, number, number]) =>
    [x, y, x === 0 && z > 0 ? z + 3 : z] as const;
  return solid.kind === 'sphere'
    ? { ...solid, center: moved(solid.center) }
    : { ...solid, from: moved(solid.from), to: moved(solid.to) };
};

describe('gaps', () => {
  it('are found between all layers of a network, with nothing left over', () => {
    const { gaps, others } = found(sceneOf());
    expect(others).toEqual([]);
    expect(gaps).toMatchObject([
      { left: 2, right: 3, from: 0, to: 32, middle: 0, nodeSpacing: 16, connectionRadius: 1, segments: 8 },
      { left: 3, right: 1, from: 32, to: 64 },
    ]);
  });

  it.each<[string, (scene: Scene) => Scene, number]>([
    ['nodes are unequally spaced', (scene) => changed(scene, unequal), 1],
    [
      'a connection is missing',
      (scene) => changed(scene, (solid) => (isFirst(solid) ? undefined : solid)),
      1,
    ],
    [
      'a connection is thicker',
      (scene) =>
        changed(
          scene,
          cylinder((rod) => (isFirst(rod) ? { radius: 1.5 } : {})),
        ),
      1,
    ],
    ['connections have an odd number of sides', () => sceneOf({ resolution: { segments: 7 } }), 0],
    [
      'nodes are no thicker than connections',
      (scene) =>
        changed(
          scene,
          sphere(() => ({ radius: 1 })),
        ),
      0,
    ],
    [
      'nodes are missing',
      (scene) => changed(scene, (solid) => (solid.kind === 'sphere' ? undefined : solid)),
      0,
    ],
    ['connections lie in another plane', (scene) => changed(scene, cylinder(lifted)), 0],
  ])('are left to booleans where %s', (_, change, covered) => {
    const { gaps, others } = found(change(sceneOf()));
    expect(gaps).toHaveLength(covered);
    expect(others).toHaveLength(
      countOf(change(sceneOf())) - gaps.reduce((sum, gap) => sum + gap.left * gap.right, 0),
    );
  });
});

describe('a fused network', () => {
  it.each<[string, Scene]>([
    ['with equal spacings', sceneOf({ layers: [3, 5, 4] })],
    ['with unequal spacings, by the general road', changed(sceneOf(), unequal)],
    ['with an odd number of sides, by the general road', sceneOf({ resolution: { segments: 9 } })],
    ['with steep connections', sceneOf({ layers: [8, 1, 8], layerSpacing: 9 })],
    ['with eight nodes a layer', sceneOf({ layers: [8, 8] })],
  ])('is the plain union of all its solids: %s', async (_, scene) => {
    await expectPlainUnion(scene);
  });
});

describe('both roads', () => {
  const layers = fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 2, maxLength: 3 });

  it('lead to the plain union, whatever the network', async () => {
    await fc.assert(
      fc.asyncProperty(networks({ maxLayers: 3, maxNodes: 8 }), fc.boolean(), async (input, isUnequal) => {
        const equal = layout(parseNetworkSpec(input), { origin: 'model' });
        const scene = isUnequal ? changed(equal, unequal) : equal;
        const plain = plainUnionOf(scene);
        for await (const { mesh } of await fused(scene)) {
          expect(Math.abs(checkMesh(mesh).volume / plain.volume() - 1)).toBeLessThan(1e-4);
        }
        plain.delete();
      }),
      { numRuns: 12 },
    );
  });

  it.each([
    ['an even number of sides', 0],
    ['an odd one', 1],
  ])('lead to a solid with the bounds and genus of the plain union: %s', async (_, odd) => {
    await fc.assert(
      fc.asyncProperty(layers, fc.integer({ min: 2, max: 6 }), (layers, half) =>
        expectPlainUnion(sceneOf({ layers, resolution: { segments: 2 * half + odd } })),
      ),
      { numRuns: 8, examples: [[[8, 8], 3]] },
    );
  });
});

function isFirst(solid: Solid): boolean {
  return solid.kind === 'cylinder' && solid.from[0] === 0 && solid.from[2] < 0 && solid.to[2] < -10;
}

function lifted({ from, to }: Cylinder): Partial<Cylinder> {
  return { from: [from[0], 1, from[2]], to: [to[0], 1, to[2]] };
}

function countOf(scene: Scene): number {
  return scene.pieces[0]!.rods.flatMap((rods) => [...rods]).length;
}

/** Volume, genus and bounds are those of the plain union, and the mesh is closed. */
async function expectPlainUnion(scene: Scene): Promise<void> {
  const plain = plainUnionOf(scene);
  let bodies = 0;
  for await (const { mesh } of await fused(scene)) {
    bodies++;
    expect(checkMesh(mesh)).toMatchObject({ closed: true });
    const ours = plainUnionOf(mesh);
    expect(Math.abs(ours.volume() / plain.volume() - 1)).toBeLessThan(1e-4);
    expect(ours.genus()).toBe(plain.genus());
    const [a, b] = [ours.boundingBox(), plain.boundingBox()];
    for (const axis of [0, 1, 2] as const) {
      expect(a.min[axis]).toBeCloseTo(b.min[axis], 3);
      expect(a.max[axis]).toBeCloseTo(b.max[axis], 3);
    }
    ours.delete();
  }
  expect(bodies).toBe(1);
  plain.delete();
}
