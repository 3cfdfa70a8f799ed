import { type Mesh, meshBounds } from '@neurofab/core';
import { joinBounds } from '@neurofab/core/internal';
import { describe, expect, it } from 'vitest';
import { FLAVORS } from '../../src/index.ts';
import { renderAndRead } from '../rendering.ts';
import { bodiesOf, SMALL, sceneOf, tetrahedron, trianglesOf } from '../scenes.ts';

const scene = sceneOf(SMALL);

describe.each(FLAVORS)('the build item of the flavour %s', (flavor) => {
  it('leaves a model where it is that stands on the bed, with no negative x or y', async () => {
    const { object, translation } = await renderAndRead(scene, { flavor });
    expect(translation).toEqual([0, 0, 0]);
    const { min } = meshBounds(object.mesh);
    expect(Math.min(min[0], min[1])).toBeGreaterThanOrEqual(0);
    expect(min[2]).toBe(0);
  });

  it('keeps the coordinates of a model about the origin and shifts it to where 3MF wants it', async () => {
    const mesh = tetrahedron(-2.5, 3, -0.75);
    const { object, translation } = await renderAndRead(scene, { flavor, bodies: only(mesh) });
    expect(trianglesOf(object.mesh)).toEqual(trianglesOf(mesh));
    expect(translation).toEqual([2.5, 0, 0.75]);
  });

  it('puts the middle of the model over the middle of the bed, and its foot on it', async () => {
    for (const bedCenter of [
      [128, 128],
      [125.5, 105.25],
      [0, 0],
      [90.1, -3.7],
    ] as const) {
      const file = await renderAndRead(scene, { flavor, bedCenter });
      const { min, max } = file.volumes.map(({ mesh }) => meshBounds(mesh)).reduce(joinBounds);
      const [x, y, z] = file.translation;
      expect((min[0] + max[0]) / 2 + x).toBeCloseTo(bedCenter[0], 4);
      expect((min[1] + max[1]) / 2 + y).toBeCloseTo(bedCenter[1], 4);
      expect(min[2] + z).toBe(0);
      const { object } = await renderAndRead(scene, { flavor });
      expect(file.object.mesh).toEqual(object.mesh);
    }
  });

  it('lifts a model that lies below the bed', async () => {
    const options = { flavor, bedCenter: [10, 10], bodies: only(tetrahedron(0, 0, -7.25)) } as const;
    expect((await renderAndRead(scene, options)).translation).toEqual([9.5, 9.5, 7.25]);
  });

  it('refuses a middle that is nowhere', async () => {
    for (const bedCenter of [
      [NaN, 0],
      [0, Infinity],
    ] as const) {
      await expect(renderAndRead(scene, { flavor, bedCenter })).rejects.toThrow(RangeError);
    }
  });
});

function only(mesh: Mesh) {
  return bodiesOf({ name: 'base', color: '#444C56', slot: 1, mesh });
}
