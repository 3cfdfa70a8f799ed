import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { meshBounds, parseRecipe, shells, VERSION, volume } from '@neurofab/core';
import {
  ask,
  askLib3mf,
  askSavitar,
  inFolder,
  itAsks,
  prusaSlicerGcode,
  prusaSlicerInfo,
  prusaSlicerRoundTrip,
  readThreeMf,
} from '@neurofab/test-kit';
import { describe, expect, it } from 'vitest';
import { FLAVORS } from '../src/index.ts';
import { render } from './rendering.ts';
import { nodesOf, SMALL, sceneOf } from './scenes.ts';

const NAME = `<b>&"quoted" 'n' 🧠 רשת`;

const scene = sceneOf({ ...SMALL, name: NAME });

describe.each(FLAVORS)('lib3mf in strict mode, of the flavour %s,', (flavor) => {
  it('has no warning, and sees sound meshes with all colours and the recipe', async () => {
    const settings = { printer: '"<&>"' };
    const bytes = await render(scene, { flavor, settings, bedCenter: [125, 105] });
    const { volumes, object } = readThreeMf(bytes);
    const verdict = await askLib3mf(bytes);
    expect(verdict.warnings).toBe(0);
    expect(verdict.items).toBe(1);
    expect(verdict.metadata.Title).toBe(NAME);
    expect(parseRecipe(verdict.metadata.Recipe!)).toEqual({
      neurofab: VERSION,
      spec: scene.source,
      settings,
    });
    expect(verdict.materials).toEqual([
      { name: 'slot 1: base', color: '#444C56FF' },
      { name: 'slot 2: connections', color: '#D0D7DEFF' },
      { name: 'slot 3: layer 1', color: '#E69F00FF' },
      { name: 'slot 4: layer 2', color: '#56B4E9FF' },
    ]);
    const meshOf = (name: string, { positions, indices }: typeof object.mesh, perMaterial: number[]) => ({
      name,
      vertices: positions.length / 3,
      triangles: indices.length / 3,
      manifoldAndOriented: true,
      trianglesPerMaterial: perMaterial,
    });
    const counts = volumes.map(({ mesh }) => mesh.indices.length / 3);
    const meshes = {
      slicer: [meshOf(NAME, object.mesh, counts)],
      assembly: volumes.map(({ name, mesh }, i) =>
        meshOf(
          name,
          mesh,
          counts.map((count, k) => (k === i ? count : 0)),
        ),
      ),
    };
    expect(verdict.meshes).toEqual(meshes[flavor]);
  });

  it('accepts the longest name, a hundred layers and shells', async () => {
    const layers = Array.from({ length: 100 }, () => 1);
    const tall = sceneOf({
      layers,
      base: { shape: 'none' },
      name: '&'.repeat(1000),
      resolution: { segments: 3 },
    });
    const verdict = await askLib3mf(await render(nodesOf(tall), { flavor, bodies: shells }));
    expect(verdict.warnings).toBe(0);
    expect(verdict.meshes).toHaveLength({ slicer: 1, assembly: 100 }[flavor]);
    expect(new Set(verdict.meshes.map((mesh) => mesh.manifoldAndOriented))).toEqual(new Set([true]));
    expect(parseRecipe(verdict.metadata.Recipe!).spec).toEqual(tall.source);
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

  itAsks('prusa-slicer')('keeps the parts together where the build item moves them', async () => {
    const [here, there] = [await render(scene), await render(scene, { bedCenter: [125, 105] })];
    expect(await prusaSlicerRoundTrip(there)).toEqual(await prusaSlicerRoundTrip(here));
    expect(await prusaSlicerInfo(there, '.3mf')).toEqual(await prusaSlicerInfo(here, '.3mf'));
  });

  itAsks('prusa-slicer')('prints one object with every tool', async () => {
    const { tools, objects } = await prusaSlicerGcode(await render(sceneOf(SMALL)), 4);
    expect(tools).toEqual([0, 1, 2, 3]);
    expect(objects).toEqual(['Neural network 2-3 id:0 copy 0']);
  });

  // Which is why there are two flavours.
  itAsks('prusa-slicer')(
    'takes an assembly apart: an object a part, each sound and of its size',
    async () => {
      const bytes = await render(scene, { flavor: 'assembly' });
      const { volumes } = readThreeMf(bytes);
      const objects = await prusaSlicerInfos(bytes);
      expect(objects).toHaveLength(volumes.length);
      for (const [i, { mesh }] of volumes.entries()) {
        const { min, max } = meshBounds(mesh);
        expect(objects[i]).toMatchObject({
          number_of_facets: String(mesh.indices.length / 3),
          manifold: 'yes',
        });
        for (const [axis, name] of ['size_x', 'size_y', 'size_z'].entries()) {
          expect(Number(objects[i]![name])).toBeCloseTo(max[axis]! - min[axis]!, 3);
        }
        expect(Number(objects[i]!.volume)).toBeCloseTo(volume(mesh), 0);
      }
    },
  );
});

describe('Cura', () => {
  itAsks('python3-savitar')('has an assembly as one group, each part on its extruder', async () => {
    const bytes = await render(scene, { flavor: 'assembly', bedCenter: [125, 105] });
    const { volumes, translation } = readThreeMf(bytes);
    expect(await askSavitar(bytes)).toEqual([
      {
        name: NAME,
        transformation: `1 0 0 0 1 0 0 0 1 ${translation.join(' ')}`,
        settings: {},
        vertices: 0,
        triangles: 0,
        children: volumes.map(({ name, extruder, mesh }) => ({
          name,
          transformation: '',
          settings: { extruder_nr: String(extruder - 1) },
          vertices: mesh.positions.length / 3,
          triangles: mesh.indices.length / 3,
          children: [],
        })),
      },
    ]);
  });

  itAsks('python3-savitar')('has a file for slicers as one body', async () => {
    const [node, ...further] = await askSavitar(await render(scene));
    expect(further).toEqual([]);
    expect(node).toMatchObject({ name: NAME, settings: {}, children: [] });
  });
});

/** What `prusa-slicer --info` says of each object of a file. */
async function prusaSlicerInfos(bytes: Uint8Array): Promise<Record<string, string>[]> {
  return inFolder(async (folder) => {
    const input = join(folder, 'in.3mf');
    writeFileSync(input, bytes);
    const { stdout } = await ask('prusa-slicer', ['--datadir', folder, '--info', input]);
    return stdout
      .split(/^\[in\.3mf\]$/m)
      .slice(1)
      .map((text) =>
        Object.fromEntries([...text.matchAll(/^(\w+) =\s+(\S+)$/gm)].map((match) => match.slice(1))),
      );
  });
}
