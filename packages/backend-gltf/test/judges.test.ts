import { type Bounds, countTriangles, meshBounds, shells } from '@neurofab/core';
import { joinBounds } from '@neurofab/core/internal';
import { fused, solids } from '@neurofab/solid';
import { askGltfLoader, askGltfValidator } from '@neurofab/test-kit';
import { describe, expect, it } from 'vitest';
import { bodiesBy, render, SMALL, sceneOf } from './scenes.ts';

const NOTHING_TO_SAY = { errors: 0, warnings: 0, infos: 0, hints: 0, messages: [] };

describe("Khronos' validator", () => {
  it.each([
    ['the default network', {}, solids],
    ['a small one', SMALL, solids],
    ['a fused one', SMALL, fused],
    ['shells', { layers: [4, 5, 3] }, shells],
    ['one with an odd name', { ...SMALL, name: '<b>"Größe"</b> 👩🏽‍🔬' }, solids],
    [
      'one without a base, of half a meter',
      { layers: [3, 2], base: { shape: 'none' }, nodeRadius: 20 },
      solids,
    ],
  ] as const)('has no error, warning, information or hint for %s', async (_, input, bodies) => {
    const scene = sceneOf(input as Parameters<typeof sceneOf>[0]);
    const made = await bodiesBy(bodies, scene);
    expect(await askGltfValidator(await render(scene, { bodies }))).toEqual({
      ...NOTHING_TO_SAY,
      triangles: made.reduce((sum, { mesh }) => sum + countTriangles(mesh), 0),
    });
  });

  it('finds fault with a file whose coordinates were changed', async () => {
    const bytes = await render(sceneOf(SMALL));
    const changed = bytes.slice();
    // The last two bytes of a float32 amid the vertices of the base.
    changed.fill(0x7f, bytes.length / 2 + 2, bytes.length / 2 + 1000);
    expect((await askGltfValidator(changed)).errors).toBeGreaterThan(0);
  });
});

describe('three.js', () => {
  it('loads the parts by name, in their colours, flat, in metres and upright', async () => {
    const scene = sceneOf(SMALL);
    const loaded = await askGltfLoader(await render(scene));
    const bodies = await bodiesBy(solids, scene);
    expect(loaded.map(({ min, max, ...mesh }) => mesh)).toEqual(
      bodies.map(({ part, mesh }) => ({
        name: scene.parts[part]!.name,
        color: scene.parts[part]!.color,
        metalness: 0,
        roughness: 0.6,
        flatShading: true,
        triangles: countTriangles(mesh),
      })),
    );
    for (const [i, { min, max }] of loaded.entries()) {
      const bounds = meshBounds(bodies[i]!.mesh);
      const [x, y, z] = [0, 1, 2].map((axis) => [bounds.min[axis]! / 1000, bounds.max[axis]! / 1000]);
      const expected = [x!, z!, [-y![1]!, -y![0]!]];
      for (const axis of [0, 1, 2]) {
        expect(min[axis]).toBeCloseTo(expected[axis]![0]!, 7);
        expect(max[axis]).toBeCloseTo(expected[axis]![1]!, 7);
      }
    }
  });

  it('shows the default network as it is printed: 136 mm wide, 136 deep and 89 high', async () => {
    const loaded = await askGltfLoader(await render(sceneOf({})));
    const { min, max } = loaded.map(({ min, max }) => ({ min, max }) as Bounds).reduce(joinBounds);
    const size = [0, 1, 2].map((axis) => Math.round(1e6 * (max[axis]! - min[axis]!)) / 1000);
    expect(size).toEqual([136, 89, 136]);
  });
});
