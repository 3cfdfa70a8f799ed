import { checkMesh, type FileBody, type Mesh, parseRecipe, VERSION, volume, weldMesh } from '@neurofab/core';
import { IDENTITY, place } from '@neurofab/core/internal';
import { solids } from '@neurofab/solid';
import { describe, expect, it } from 'vitest';
import { readGlb } from '../../src/index.ts';
import { bodiesBy, render, SMALL, sceneOf } from '../scenes.ts';
import { CORNERS, fileOf, joinData, TETRAHEDRON, type Toy, toy } from './toy-files.ts';

/** The only body of a toy that `change` has changed, and whose data it may have given anew. */
async function bodyOf(change: (json: Toy['json']) => Toy['data'] | undefined): Promise<FileBody> {
  const { json, data } = toy();
  const { bodies } = await readGlb(fileOf({ data: change(json) ?? data, json }));
  expect(bodies).toHaveLength(1);
  return bodies[0]!;
}

/** Where the vertices of a body stand, in millimetres, rounded to a thousandth. */
function placed({ mesh, placement = IDENTITY }: FileBody): number[][] {
  return Array.from({ length: mesh.positions.length / 3 }, (_, i) => {
    const [x, y, z] = mesh.positions.subarray(3 * i, 3 * i + 3);
    return place([x!, y!, z!], placement).map((value) => Math.round(value * 1000) / 1000 + 0);
  });
}

/** The corners of all triangles, however the mesh numbers its vertices. */
function cornersOf({ positions, indices }: Mesh): number[] {
  return [...indices].flatMap((vertex) => [...positions.subarray(3 * vertex, 3 * vertex + 3)]);
}

/** The tetrahedron in millimetres with +Z up, its vertices in the order in which triangles use them. */
const STANDING = [
  [0, 0, 0],
  [0, 2000, 0],
  [1000, 0, 0],
  [0, 0, 3000],
];

describe('our own files', () => {
  it('give back the bodies to the last bit, with name and colour, and the recipe', async () => {
    const scene = sceneOf(SMALL);
    const { format, bodies, recipe } = await readGlb(await render(scene, { settings: { shells: true } }));
    const made = await bodiesBy(solids, scene);
    expect(format).toBe('GLB');
    expect(bodies.map(({ mesh, ...body }) => body)).toEqual(
      scene.parts.map(({ name, color }) => ({ name, color })),
    );
    for (const [i, { mesh }] of bodies.entries()) {
      expect(checkMesh(mesh).closed).toBe(true);
      const corners = cornersOf(made[i]!.mesh);
      expect(mesh.indices).toHaveLength(made[i]!.mesh.indices.length);
      expect(cornersOf(mesh).every((value, k) => value === corners[k])).toBe(true);
    }
    const { source: spec } = scene;
    expect(parseRecipe(recipe!)).toEqual({ neurofab: VERSION, spec, settings: { shells: true } });
  });
});

describe('a file of anybody', () => {
  it('is in metres with +Y up', async () => {
    const body = await bodyOf(() => undefined);
    expect(body).toMatchObject({ name: 'toy', color: '#FF0000' });
    expect(placed(body)).toEqual(STANDING);
    expect(volume(body.mesh)).toBe(1);
    expect(checkMesh(body.mesh).closed).toBe(true);
  });

  it('may have data that nothing uses', async () => {
    expect(placed(await bodyOf(() => joinData(toy().data, new Uint8Array(8))))).toEqual(STANDING);
  });

  it('may move, turn and scale its nodes, within one another, by numbers or by a matrix', async () => {
    const byNumbers = await bodyOf((json) => {
      json.nodes = [
        { children: [1], translation: [0, 0, 5], rotation: [0, Math.SQRT1_2, 0, Math.SQRT1_2] },
        { mesh: 0, translation: [1, 0, 0], scale: [2, 1, 1] },
      ];
      return undefined;
    });
    // A quarter turn about +Y takes +X to -Z: (x, y, z) goes to (z, y, 4 - 2x), and then stands upright.
    expect(placed(byNumbers)).toEqual([
      [0, -4000, 0],
      [-2000, -4000, 0],
      [0, -2000, 0],
      [0, -4000, 3000],
    ]);
    const byMatrix = await bodyOf((json) => {
      json.nodes = [{ mesh: 0, matrix: [0, 0, -2, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 4, 1] }];
      return undefined;
    });
    expect(placed(byMatrix)).toEqual(placed(byNumbers));
  });

  it('may use one mesh many times, and has names for what has none', async () => {
    const { json, data } = toy();
    json.nodes = [
      { children: [1, 2, 3] },
      { mesh: 0 },
      { name: ' a\tb\u0000 ', mesh: 0 },
      { mesh: 1, name: '' },
    ];
    json.meshes[1] = { ...json.meshes[0], name: 'second' };
    const { bodies } = await readGlb(fileOf({ json, data }));
    expect(bodies.map(({ name }) => name)).toEqual(['node 1', 'a b', 'second']);
    expect(bodies[1]!.mesh).toBe(bodies[0]!.mesh);
  });

  it('may have no scene: then nodes stand that are in no other', async () => {
    const body = await bodyOf((json) => {
      json.nodes = [{ mesh: 0 }, { children: [0] }];
      delete json.scene;
      delete json.scenes;
      return undefined;
    });
    expect(placed(body)).toEqual(STANDING);
  });

  it('may leave out indices, or split vertices for their normals: equal places are one vertex', async () => {
    const loose = CORNERS.flatMap((corner) => TETRAHEDRON.slice(3 * corner, 3 * corner + 3));
    const body = await bodyOf((json) => {
      json.meshes[0].primitives[0] = { attributes: { POSITION: 0, NORMAL: 0 } };
      json.accessors = [{ bufferView: 0, componentType: 5126, count: 12, type: 'VEC3' }];
      json.bufferViews = [{ buffer: 0, byteLength: 144 }];
      return joinData(new Float32Array(loose));
    });
    expect(checkMesh(body.mesh)).toMatchObject({ closed: true, components: 1 });
    expect(placed(body)).toEqual(STANDING);
  });

  it('keeps vertices apart in a mesh that has nothing but places', async () => {
    const { mesh } = await bodyOf((json) => {
      json.accessors[0].count = 8;
      json.accessors[1].count = 24;
      json.bufferViews[0].byteLength = 96;
      json.bufferViews[1] = { buffer: 0, byteOffset: 96, byteLength: 24 };
      const twice = [...TETRAHEDRON, ...TETRAHEDRON.map((value) => -value)];
      return joinData(new Float32Array(twice), new Uint8Array([...CORNERS, ...CORNERS.map((i) => i + 4)]));
    });
    // Two that touch in a point.
    expect(mesh.positions).toHaveLength(24);
    expect(weldMesh(mesh).positions).toHaveLength(21);
  });

  it('may hold vertices between other things, in strides', async () => {
    const body = await bodyOf((json) => {
      json.accessors[0].byteOffset = 4;
      json.bufferViews = [
        { buffer: 0, byteLength: 80, byteStride: 20 },
        { buffer: 0, byteOffset: 80, byteLength: 12 },
      ];
      const spread = Array.from({ length: 4 }, (_, i) => [9, ...TETRAHEDRON.slice(3 * i, 3 * i + 3), 9]);
      return joinData(new Float32Array(spread.flat()), new Uint8Array(CORNERS));
    });
    expect(placed(body)).toEqual(STANDING);
  });

  it('may hold vertices as whole numbers, or as fractions of them', async () => {
    const quantised = (normalized: boolean, values: readonly number[]) =>
      bodyOf((json) => {
        json.extensionsRequired = ['KHR_mesh_quantization'];
        json.accessors[0] = { bufferView: 0, componentType: 5122, count: 4, type: 'VEC3', normalized };
        json.bufferViews[0] = { buffer: 0, byteLength: 32, byteStride: 8 };
        json.bufferViews[1].byteOffset = 32;
        const spread = Array.from({ length: 4 }, (_, i) => [...values.slice(3 * i, 3 * i + 3), 0]);
        return joinData(new Int16Array(spread.flat()), new Uint8Array(CORNERS));
      });
    expect(placed(await quantised(false, TETRAHEDRON))).toEqual(STANDING);
    expect(placed(await quantised(true, [0, 0, 0, 32767, 0, 0, 0, 0, -32768, 0, 32767, 0]))).toEqual([
      [0, 0, 0],
      [0, 1000, 0],
      [1000, 0, 0],
      [0, 0, 1000],
    ]);
  });

  it('may replace some vertices, of others or of none', async () => {
    const sparse = (base: object) =>
      bodyOf((json) => {
        json.accessors[0] = {
          ...base,
          componentType: 5126,
          count: 4,
          type: 'VEC3',
          sparse: {
            count: 3,
            indices: { bufferView: 2, componentType: 5123 },
            values: { bufferView: 3 },
          },
        };
        json.bufferViews.push(
          { buffer: 0, byteOffset: 60, byteLength: 6 },
          { buffer: 0, byteOffset: 68, byteLength: 36 },
        );
        const damaged = new Float32Array([0, 0, 0, ...Array(9).fill(7)]);
        const values = new Float32Array(TETRAHEDRON.slice(3));
        return joinData(damaged, new Uint8Array(CORNERS), new Uint16Array([1, 2, 3]), values);
      });
    expect(placed(await sparse({ bufferView: 0 }))).toEqual(STANDING);
    expect(placed(await sparse({}))).toEqual(STANDING);
  });

  it.each([
    ['strips', 5, [0, 2, 1, 3], [0, 1, 3, 0, 3, 2]],
    ['fans', 6, [0, 2, 1, 3], [0, 3, 2, 1, 2, 3]],
  ])('may have %s of triangles, all the same way round', async (_, mode, corners, rest) => {
    const { mesh } = await bodyOf((json) => {
      json.meshes[0].primitives = [
        { attributes: { POSITION: 0 }, indices: 1, mode },
        { attributes: { POSITION: 0 }, indices: 2 },
      ];
      json.accessors[1].count = 4;
      json.accessors[2] = { ...json.accessors[1], byteOffset: 4, count: 6 };
      return joinData(new Float32Array(TETRAHEDRON), new Uint8Array([...corners, ...rest, 0, 0]));
    });
    expect(checkMesh(mesh)).toMatchObject({ closed: true, triangles: 4 });
    expect(volume(mesh)).toBe(1);
  });

  it('may cut a mesh by material: it is one body, without a colour where they differ', async () => {
    const cut = (second: object) =>
      bodyOf((json) => {
        json.meshes[0].primitives = [
          { attributes: { POSITION: 0 }, indices: 1, material: 0 },
          { attributes: { POSITION: 0 }, indices: 2, ...second },
        ];
        json.accessors[1].count = 6;
        json.accessors[2] = { ...json.accessors[1], byteOffset: 6 };
        json.materials.push({}, { pbrMetallicRoughness: { baseColorTexture: { index: 0 } } });
        return undefined;
      });
    const same = await cut({ material: 0 });
    expect(same.color).toBe('#FF0000');
    expect(checkMesh(same.mesh)).toMatchObject({ closed: true, triangles: 4, components: 1 });
    for (const other of [{ material: 1 }, { material: 2 }, {}])
      expect(await cut(other)).not.toHaveProperty('color');
  });

  it('may have a material that says no colour, which is white, and textures, which are none', async () => {
    const colorOf = async (material: object) =>
      (
        await bodyOf((json) => {
          json.materials[0] = material;
          return undefined;
        })
      ).color;
    expect(await colorOf({})).toBe('#FFFFFF');
    expect(await colorOf({ pbrMetallicRoughness: { baseColorTexture: { index: 0 } } })).toBe(undefined);
  });

  it('is read past what has no triangles, and past extensions that change none', async () => {
    const body = await bodyOf((json) => {
      json.extensionsRequired = ['KHR_materials_unlit', 'KHR_texture_transform', 'EXT_texture_webp'];
      json.meshes[0].primitives.push({ attributes: { POSITION: 0 }, mode: 1 }, { attributes: {} });
      json.nodes.push({ camera: 0 });
      json.animations = [{ channels: 'odd' }];
      return undefined;
    });
    expect(placed(body)).toEqual(STANDING);
  });

  it('has no recipe, whatever else stands in its extras', async () => {
    for (const extras of [undefined, 5, 'Neurofab', [], { author: 'a' }, null]) {
      const { json, data } = toy();
      json.asset.extras = extras;
      expect(await readGlb(fileOf({ json, data }))).not.toHaveProperty('recipe');
    }
  });
});
