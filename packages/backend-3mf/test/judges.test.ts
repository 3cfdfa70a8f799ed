import { collect, type Scene, shells, volume } from '@neurofab/core';
import { solids } from '@neurofab/solid';
import {
  askLib3mf,
  itAsks,
  prusaSlicerGcode,
  prusaSlicerInfo,
  prusaSlicerRoundTrip,
  readThreeMf,
} from '@neurofab/test-kit';
import { describe, expect, it } from 'vitest';
import { threeMf } from '../src/index.ts';
import { nodesOf, SMALL, sceneOf } from './scenes.ts';

const NAME = `<b>&"quoted" 'n' 🧠 רשת`;

const scene = sceneOf({ ...SMALL, name: NAME });

function render(from: Scene, bodies = solids): Promise<Uint8Array> {
  return collect(threeMf().render(from, { bodies }));
}

describe('lib3mf in strict mode', () => {
  it('has no warning, and sees one sound mesh with all colours', async () => {
    const bytes = await render(scene);
    const { volumes, object } = readThreeMf(bytes);
    const verdict = await askLib3mf(bytes);
    expect(verdict.warnings).toBe(0);
    expect(verdict.items).toBe(1);
    expect(verdict.metadata.Title).toBe(NAME);
    expect(verdict.materials).toEqual([
      { name: 'slot 1: base', color: '#444C56FF' },
      { name: 'slot 2: connections', color: '#D0D7DEFF' },
      { name: 'slot 3: layer 1', color: '#E69F00FF' },
      { name: 'slot 4: layer 2', color: '#56B4E9FF' },
    ]);
    expect(verdict.meshes).toEqual([
      {
        name: NAME,
        vertices: object.mesh.positions.length / 3,
        triangles: object.mesh.indices.length / 3,
        manifoldAndOriented: true,
        trianglesPerMaterial: volumes.map(({ mesh }) => mesh.indices.length / 3),
      },
    ]);
  });

  it('accepts the longest name, a hundred layers and shells', async () => {
    const layers = Array.from({ length: 100 }, () => 1);
    const tall = sceneOf({
      layers,
      base: { shape: 'none' },
      name: '&'.repeat(1000),
      resolution: { segments: 3 },
    });
    const { warnings, meshes } = await askLib3mf(await render(nodesOf(tall), shells));
    expect(warnings).toBe(0);
    expect(meshes.map(({ manifoldAndOriented }) => manifoldAndOriented)).toEqual([true]);
  });
});

describe('PrusaSlicer', () => {
  itAsks('prusa-slicer')(
    'has one object with the parts as they were written, and nothing to repair',
    async () => {
      const bytes = await render(scene);
      expect(await prusaSlicerRoundTrip(bytes)).toEqual([
        {
          name: NAME,
          volumes: readThreeMf(bytes).volumes.map(({ name, extruder, mesh }) => ({
            name,
            type: 'ModelPart',
            extruder,
            triangles: mesh.indices.length / 3,
            repairs: {
              edges_fixed: 0,
              degenerate_facets: 0,
              facets_removed: 0,
              facets_reversed: 0,
              backwards_edges: 0,
            },
          })),
        },
      ]);
    },
  );

  itAsks('prusa-slicer')(
    'finds it manifold, standing on the bed and of the size that it was written with',
    async () => {
      const bytes = await render(scene);
      const { mesh } = readThreeMf(bytes).object;
      const info = await prusaSlicerInfo(bytes, '.3mf');
      expect(info.manifold).toBe(true);
      expect(info.triangles).toBe(mesh.indices.length / 3);
      expect(info.volume).toBeCloseTo(volume(mesh), 0);
      for (const [i, coordinate] of [...info.min, ...info.max].entries()) {
        expect(coordinate).toBeCloseTo([...scene.bounds.min, ...scene.bounds.max][i]!, 3);
      }
    },
  );

  itAsks('prusa-slicer')('prints one object with every tool', async () => {
    const { tools, objects } = await prusaSlicerGcode(await render(sceneOf(SMALL)), 4);
    expect(tools).toEqual([0, 1, 2, 3]);
    expect(objects).toEqual(['Neural network 2-3 id:0 copy 0']);
  });
});
