import { askLib3mf } from '@neurofab/test-kit';
import { expect, it } from 'vitest';
import { toyPackage } from './toy-package.ts';

it('tells what it read', async () => {
  expect(await askLib3mf(toyPackage())).toEqual({
    warnings: 0,
    metadata: {
      Version3mf: '1',
      Title: 'Toy & model',
      Application: 'PrusaSlicer-2.5.0+toy.1.0',
      Recipe: '{"neurofab":"1"}',
    },
    materials: [
      { name: 'Base', color: '#F2F2F2FF' },
      { name: 'Nodes', color: '#C00000FF' },
    ],
    meshes: [
      { name: 'Toy', vertices: 8, triangles: 8, manifoldAndOriented: true, trianglesPerMaterial: [4, 4] },
    ],
    items: 1,
  });
});

it('sees an open mesh', async () => {
  const open = '<triangle v1="5" v2="7" v3="6" pid="1" p1="1"/>';
  const { meshes } = await askLib3mf(toyPackage(open, ''));
  expect(meshes.map(({ manifoldAndOriented }) => manifoldAndOriented)).toEqual([false]);
});

it.each([
  ['a vertex that is not there', 'v1="5"', 'v1="8"'],
  ['metadata of an unknown name', 'name="Title"', 'name="Subject"'],
  ['a target that is not absolute', '"/3D/3dmodel.model"', '"3D/3dmodel.model"'],
])('refuses %s', async (_, before, after) => {
  await expect(askLib3mf(toyPackage(before, after))).rejects.toThrow();
});
