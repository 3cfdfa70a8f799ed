import { type BodyMaker, countTriangles, parseRecipe, SpecError, shells, VERSION } from '@neurofab/core';
import { fused, solids } from '@neurofab/solid';
import { describeBackend, type GlbPart, networks, readGlb } from '@neurofab/test-kit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { glb, MAX_TRIANGLES } from '../src/index.ts';
import { bodiesBy, bodiesOf, NO_MESH, render, SMALL, sceneOf, tetrahedron } from './scenes.ts';

const scene = sceneOf(SMALL);

describeBackend({
  backend: glb(),
  bodies: solids,
  read: (bytes) => {
    const { title, parts } = readGlb(bytes);
    return { meshes: parts.map(({ mesh }) => mesh), title };
  },
});

it('describes itself', () => {
  const { render: _, read: __, recognises: ___, ...metadata } = glb();
  expect(metadata).toEqual({
    id: 'glb',
    label: 'GLB',
    extensions: ['.glb'],
    mediaType: 'model/gltf-binary',
    maxTriangles: MAX_TRIANGLES,
    isToShow: true,
  });
});

describe('the parts of a file', () => {
  it('are those of the scene, with their names and linear colours, dull and of no metal', async () => {
    const { parts } = readGlb(await render(scene));
    expect(parts.map(({ name, color, metallic, roughness }) => [name, color, metallic, roughness])).toEqual([
      ['base', [0.057805, 0.072272, 0.093059], 0, 0.6],
      ['connections', [0.630757, 0.679542, 0.730461], 0, 0.6],
      ['layer 1', [0.791298, 0.346704, 0], 0, 0.6],
      ['layer 2', [0.093059, 0.456411, 0.814847], 0, 0.6],
    ]);
  });

  it.each([
    ['solids', solids],
    ['a fused body', fused],
  ])('have the meshes of %s, to the last bit and in their order', async (_, maker) => {
    const { parts } = readGlb(await render(scene, { bodies: maker }));
    const bodies = await bodiesBy(maker, scene);
    expect(parts.map(({ mesh }) => mesh)).toEqual(bodies.map(({ mesh }) => mesh));
  });

  it('have the meshes of the bodies for any network', async () => {
    await fc.assert(
      fc.asyncProperty(networks({ maxLayers: 4, maxNodes: 4 }), async (input) => {
        const drawn = sceneOf(input);
        const { parts } = readGlb(await render(drawn, { bodies: shells }));
        const expected = (await bodiesBy(shells, drawn)).flatMap(({ mesh }) => [...mesh.positions]);
        const written = parts.flatMap(({ mesh }) => [...mesh.positions]);
        // Not `toEqual`, which takes -0 for another number.
        expect(written.length).toBe(expected.length);
        expect(written.every((value, i) => value === expected[i])).toBe(true);
      }),
      { numRuns: 20 },
    );
  });

  it('are made of consecutive bodies of one part', async () => {
    const bodies = bodiesOf(
      { name: 'a', color: '#111111', slot: 1, mesh: tetrahedron() },
      { name: 'a', color: '#111111', slot: 1, mesh: tetrahedron(5) },
      { name: 'b', color: '#222222', slot: 2, mesh: tetrahedron(9) },
    );
    const { parts } = readGlb(await render(scene, { bodies }));
    expect(parts.map(({ name, mesh }) => [name, countTriangles(mesh)])).toEqual([
      ['a', 8],
      ['b', 4],
    ]);
    expect([...parts[0]!.mesh.indices.subarray(12)]).toEqual([...tetrahedron().indices].map((i) => i + 4));
  });

  it('are left out when they have no triangle, and one at least is needed', async () => {
    const empty = { name: 'a', color: '#111111', slot: 1, mesh: NO_MESH } as const;
    const bodies = bodiesOf(empty, { name: 'b', color: '#222222', slot: 2, mesh: tetrahedron() });
    expect(readGlb(await render(scene, { bodies })).parts.map(({ name }) => name)).toEqual(['b']);
    await expect(render(scene, { bodies: bodiesOf(empty) })).rejects.toThrow('at least one triangle');
  });

  it('have corners of 16 bits up to 65,535 vertices, and of 32 above', async () => {
    const corners = async (tetrahedra: number, vertices: number) => {
      const body = { name: 'a', color: '#111111', slot: 1 } as const;
      const many = Array.from({ length: tetrahedra }, (_, i) => ({ ...body, mesh: tetrahedron(i) }));
      const bodies = [...many, { ...body, mesh: { ...tetrahedron(), positions: new Float32Array(12) } }];
      const triangle = {
        positions: new Float32Array(9).map((_, i) => i),
        indices: new Uint32Array([0, 1, 2]),
      };
      const { parts } = readGlb(
        await render(scene, { bodies: bodiesOf(...bodies, { ...body, mesh: triangle }) }),
      );
      const [{ mesh, cornerBytes }] = parts as [GlbPart];
      expect(mesh.positions.length / 3).toBe(vertices);
      return cornerBytes;
    };
    expect(await corners(16_382, 65_535)).toBe(2);
    expect(await corners(16_383, 65_539)).toBe(4);
  });
});

describe('the recipe', () => {
  const settings = { printer: 'bambu-p1s-ams', note: '<&>"\' 🧠', shells: true } as const;

  it('is data that reads back as what the file was made from', async () => {
    const { extras, generator } = readGlb(
      await render(sceneOf({ ...SMALL, name: 'Größe 🧠' }), { settings }),
    );
    const { source: spec } = sceneOf({ ...SMALL, name: 'Größe 🧠' });
    const description = 'Neural network with layers 2,3';
    expect(extras).toEqual({ neurofab: VERSION, spec: spec.given, settings, description });
    expect(parseRecipe(JSON.stringify(extras))).toEqual({ neurofab: VERSION, spec, settings });
    expect(generator).toBe(`Neurofab ${VERSION}`);
  });
});

describe('a file that would be too large', () => {
  it('is refused before any body is asked for', async () => {
    const bodies: BodyMaker = async () => ({
      triangles: 238_551_000_000,
      parts: [],
      [Symbol.asyncIterator]: () => {
        throw new Error('asked');
      },
    });
    await expect(render(scene, { bodies })).rejects.toThrow(SpecError);
  });

  it('is refused without walking the connections of a network of 200 million', async () => {
    const huge = sceneOf({ layers: [10_000, 10_000, 10_000] });
    await expect(render(huge, { bodies: shells })).rejects.toThrow(
      /^A GLB file holds at most 238,551,040 triangles, but this network has 12,028,800,656\..* an STL file holds more\.$/,
    );
  });
});

it('heeds an abort between two chunks', async () => {
  const controller = new AbortController();
  const chunks = glb().render(scene, { signal: controller.signal })[Symbol.asyncIterator]();
  expect((await chunks.next()).done).toBe(false);
  controller.abort(new Error('enough'));
  await expect(chunks.next()).rejects.toThrow('enough');
});
