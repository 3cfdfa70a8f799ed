import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { meshBounds, parseRecipe, shells, VERSION, volume } from '@neurofab/core';
import { solids } from '@neurofab/solid';
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
  readThreeMfPieces,
} from '@neurofab/test-kit';
import { describe, expect, it } from 'vitest';
import { FLAVORS } from '../src/index.ts';
import { render } from './rendering.ts';
import { nodesOf, pieceByPiece, SMALL, sceneOf, twice } from './scenes.ts';

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

describe('two pieces', () => {
  const two = twice(scene, 60);
  const bodies = pieceByPiece(solids);
  const NAMES = [NAME, `${NAME} again`];

  it.each(FLAVORS)('are two items of lib3mf, without a warning, of the flavour %s', async (flavor) => {
    const bytes = await render(two, { flavor, bodies, bedCenter: [125, 105] });
    const { pieces } = readThreeMfPieces(bytes);
    const verdict = await askLib3mf(bytes);
    expect([verdict.warnings, verdict.items]).toEqual([0, 2]);
    expect(verdict.materials).toHaveLength(4);
    const names = pieces.flatMap(({ object, volumes }) =>
      flavor === 'slicer' ? [object.name] : volumes.map(({ name }) => name),
    );
    expect(verdict.meshes.map(({ name }) => name)).toEqual(names);
    expect(new Set(verdict.meshes.map((mesh) => mesh.manifoldAndOriented))).toEqual(new Set([true]));
    expect(verdict.meshes.reduce((sum, { triangles }) => sum + triangles, 0)).toBe(
      pieces.reduce((sum, { object }) => sum + object.mesh.indices.length / 3, 0),
    );
  });

  itAsks('prusa-slicer')('are two objects of PrusaSlicer, each with its parts on their slots', async () => {
    const bytes = await render(two, { bodies });
    const loaded = await prusaSlicerRoundTrip(bytes);
    expect(loaded.map(({ name }) => name)).toEqual(NAMES);
    expect(
      loaded.map(({ volumes }) =>
        volumes.map(({ name, type, extruder, triangles }) => ({ name, type, extruder, triangles })),
      ),
    ).toEqual(
      readThreeMfPieces(bytes).pieces.map(({ volumes }) =>
        volumes.map(({ name, extruder, mesh }) => ({
          name,
          type: 'ModelPart',
          extruder,
          triangles: mesh.indices.length / 3,
        })),
      ),
    );
    const { tools, objects } = await prusaSlicerGcode(await render(twice(sceneOf(SMALL), 60), { bodies }), 4);
    expect(tools).toEqual([0, 1, 2, 3]);
    expect(objects.toSorted()).toEqual([
      'Neural network 2-3 again id:1 copy 0',
      'Neural network 2-3 id:0 copy 0',
    ]);
  });

  itAsks('prusa-slicer')('stand where they stand in the scene, each sound and of its volume', async () => {
    const bytes = await render(two, { bodies });
    const { pieces } = readThreeMfPieces(bytes);
    const infos = await prusaSlicerInfos(bytes);
    expect(infos).toHaveLength(2);
    for (const [i, { object }] of pieces.entries()) {
      const { min, max } = scene.bounds;
      expect(infos[i]).toMatchObject({
        number_of_facets: String(object.mesh.indices.length / 3),
        manifold: 'yes',
      });
      expect(Number(infos[i]!.volume)).toBeCloseTo(volume(object.mesh), 0);
      expect(Number(infos[i]!.min_x)).toBeCloseTo(min[0] + 60 * i, 3);
      expect(Number(infos[i]!.max_x)).toBeCloseTo(max[0] + 60 * i, 3);
      expect(Number(infos[i]!.min_y)).toBeCloseTo(min[1], 3);
      expect(Number(infos[i]!.min_z)).toBeCloseTo(min[2], 3);
    }
  });

  itAsks('prusa-slicer')(
    'are an object a part of each to PrusaSlicer where it takes assemblies apart',
    async () => {
      const bytes = await render(two, { flavor: 'assembly', bodies });
      const infos = await prusaSlicerInfos(bytes);
      const meshes = readThreeMfPieces(bytes).pieces.flatMap(({ volumes }) =>
        volumes.map(({ mesh }) => mesh),
      );
      expect(infos.map((info) => Number(info.number_of_facets))).toEqual(
        meshes.map(({ indices }) => indices.length / 3),
      );
      for (const [i, mesh] of meshes.entries()) {
        expect(infos[i]).toMatchObject({ manifold: 'yes' });
        expect(Number(infos[i]!.volume)).toBeCloseTo(volume(mesh), 0);
      }
    },
  );

  itAsks('python3-savitar')('are two groups to Cura, each part on its extruder', async () => {
    const bytes = await render(two, { flavor: 'assembly', bodies, bedCenter: [125, 105] });
    const nodes = await askSavitar(bytes);
    const { pieces } = readThreeMfPieces(bytes);
    expect(nodes.map(({ name, transformation }) => [name, transformation])).toEqual(
      pieces.map(({ translation }, i) => [NAMES[i], `1 0 0 0 1 0 0 0 1 ${translation.join(' ')}`]),
    );
    expect(nodes.map(({ children }) => children.map(({ name, settings }) => [name, settings]))).toEqual(
      pieces.map(({ volumes }) =>
        volumes.map(({ name, extruder }) => [name, { extruder_nr: String(extruder - 1) }]),
      ),
    );
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
