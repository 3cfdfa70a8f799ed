import { itAsks, prusaSlicerGcode, prusaSlicerInfo, prusaSlicerRoundTrip } from '@neurofab/test-kit';
import { expect } from 'vitest';
import { toyPackage } from './toy-package.ts';

itAsks('prusa-slicer')('tells which parts it has', async () => {
  const repairs = {
    edges_fixed: 0,
    degenerate_facets: 0,
    facets_removed: 0,
    facets_reversed: 0,
    backwards_edges: 0,
  };
  expect(await prusaSlicerRoundTrip(toyPackage())).toEqual([
    {
      name: 'Toy',
      volumes: [
        { name: 'Base', type: 'ModelPart', extruder: 1, triangles: 4, repairs },
        { name: 'Nodes', type: 'ModelPart', extruder: 2, triangles: 4, repairs },
      ],
    },
  ]);
});

itAsks('prusa-slicer')('measures a model', async () => {
  const { volume, ...info } = await prusaSlicerInfo(toyPackage(), '.3mf');
  expect(info).toEqual({ manifold: true, triangles: 8, shells: 2, min: [-20.5, 0, 0], max: [20, 20, 20] });
  expect(volume).toBeCloseTo(2700, 2);
});

itAsks('prusa-slicer')('sees a triangle that is turned around', async () => {
  const turned = toyPackage('v1="5" v2="7" v3="6"', 'v1="5" v2="6" v3="7"');
  expect((await prusaSlicerInfo(turned, '.3mf')).manifold).toBe(false);
});

itAsks('prusa-slicer')('tells which tools print what', async () => {
  const { tools, objects } = await prusaSlicerGcode(toyPackage(), 2);
  expect(tools).toEqual([0, 1]);
  expect(objects).toEqual(['Toy id:0 copy 0']);
});

itAsks('prusa-slicer')('fills each part with as much filament as it has volume', async () => {
  const { volumesMm3 } = await prusaSlicerGcode(toyPackage(), 3, { infill: 'solid' });
  const volumes = [20 ** 3 / 6, (20.5 * 20 ** 2) / 6];
  for (const [extruder, volume] of volumes.entries()) {
    // A tetrahedron has more corners than lines of 0.15 mm reach.
    expect(Math.abs(volumesMm3[extruder]! / volume - 1)).toBeLessThan(0.02);
  }
  expect(volumesMm3[2]).toBe(0);
});

itAsks('prusa-slicer')(
  'puts supports under what hangs over, if it may, and tells how much that is',
  async () => {
    const leaning = toyPackage('x="0" y="0" z="20"', 'x="80" y="0" z="20"');
    expect((await prusaSlicerGcode(leaning, 2)).supportMm3).toBe(0);
    expect((await prusaSlicerGcode(leaning, 2, { supports: true })).supportMm3).toBeGreaterThan(100);
    expect((await prusaSlicerGcode(toyPackage(), 2, { supports: true })).supportMm3).toBe(0);
  },
);

itAsks('prusa-slicer')('fails on a range that ends too late', async () => {
  await expect(prusaSlicerRoundTrip(toyPackage('lastid="7"', 'lastid="8"'))).rejects.toThrow('PrusaSlicer');
});
