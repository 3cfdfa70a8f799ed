import {
  type Body,
  checkMesh,
  collect,
  layout,
  type Mesh,
  parseNetworkSpec,
  type Scene,
  shells,
  volume,
} from '@neurofab/core';
import { solids } from '@neurofab/solid';
import { describeBackend, readThreeMf } from '@neurofab/test-kit';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { threeMf } from '../src/index.ts';
import { bodiesOf, NO_MESH, nodesOf, SMALL, sceneOf, tetrahedron } from './scenes.ts';

const scene = sceneOf(SMALL);

async function render(from: Scene, bodies = solids) {
  return collect(threeMf().render(from, { bodies }));
}

describeBackend({
  backend: threeMf(),
  bodies: solids,
  read: (bytes) => {
    const { title, volumes } = readThreeMf(bytes);
    return { meshes: volumes.map(({ mesh }) => mesh), ...(title !== undefined && { title }) };
  },
});

describe('the package', () => {
  it('has four files, the content types first, all deflated and of the same date', async () => {
    const { files } = readThreeMf(await render(scene));
    expect(files.map(({ name }) => name)).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      '3D/3dmodel.model',
      'Metadata/Slic3r_PE_model.config',
    ]);
    expect(new Set(files.map(({ method }) => method))).toEqual(new Set([8]));
    // 1 January 1980, 00:00, as the zip format packs it.
    expect(new Set(files.map(({ modified }) => modified))).toEqual(new Set([((1 << 5) | 1) << 16]));
  });

  it('describes itself', () => {
    const { render: _, ...metadata } = threeMf();
    expect(metadata).toEqual({ id: '3mf', label: '3MF', extensions: ['.3mf'], mediaType: 'model/3mf' });
  });
});

describe('equal bytes', () => {
  const zone = process.env.TZ;
  afterEach(() => {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  it.each(['America/Los_Angeles', 'Asia/Kolkata', 'Pacific/Kiritimati'])('come in %s', async (elsewhere) => {
    const here = await render(scene, shells);
    process.env.TZ = elsewhere;
    expect(new Date(1980, 0, 1).getTimezoneOffset()).not.toBe(0);
    expect(await render(scene, shells)).toEqual(here);
  });
});

describe('the model', () => {
  it('says what it is and who wrote it', async () => {
    const { metadata, title, application } = readThreeMf(await render(scene));
    expect(title).toBe('Neural network 2-3');
    expect(application).toMatch(/^PrusaSlicer-2\.5\.0\+[0-9A-Za-z.-]+$/);
    expect(metadata.get('Description')).toMatch(
      /^Neural network with layers 2,3, written by Neurofab \d+\.\d+\.\d+/,
    );
    expect([...metadata.keys()]).toEqual(['slic3rpe:Version3mf', 'Application', 'Title', 'Description']);
  });

  it('says so within the first 1024 bytes, however long the title', async () => {
    const { files } = readThreeMf(await render(sceneOf({ ...SMALL, name: '<'.repeat(1000) })));
    const start = new TextDecoder().decode(files[2]!.bytes.subarray(0, 1024));
    expect(start).toMatch(/^\s*<metadata name="Application".*?PrusaSlicer-(.*?)<\/metadata>$/m);
  });

  it('has a material a slot, named for the parts that it is for', async () => {
    const { materials } = readThreeMf(
      await render(sceneOf({ ...SMALL, colors: { ...SMALL.colors, base: 'white' } })),
    );
    expect(materials).toEqual([
      { name: 'slot 1: base', color: '#FFFFFFFF' },
      { name: 'slot 2: connections', color: '#D0D7DEFF' },
      { name: 'slot 3: layer 1', color: '#E69F00FF' },
      { name: 'slot 4: layer 2', color: '#56B4E9FF' },
    ]);
  });

  it('stands on the bed as the scene has it', async () => {
    const { object, translation } = readThreeMf(await render(scene));
    expect(translation).toEqual([0, 0, 0]);
    expect(object.mesh.positions.every((coordinate) => coordinate >= 0)).toBe(true);
  });

  it('keeps the coordinates of a scene about the origin and shifts the build item instead', async () => {
    const mesh = tetrahedron(-2.5, 3, -0.75);
    const bodies = bodiesOf({ name: 'base', color: '#444C56', slot: 1, mesh });
    const { object, translation } = readThreeMf(await render(scene, bodies));
    expect(object.mesh).toEqual(mesh);
    expect(translation).toEqual([2.5, 0, 0.75]);
  });
});

describe('the parts', () => {
  it('are those of the scene, with their names, slots and colours', async () => {
    const { volumes } = readThreeMf(await render(scene));
    expect(volumes.map(({ name, extruder, material }) => [name, extruder, material.color])).toEqual(
      scene.parts.map(({ name, slot, color }) => [`${name} (slot ${slot}, ${color})`, slot, `${color}FF`]),
    );
  });

  it('have the meshes of the bodies, to the last bit', async () => {
    const { volumes } = readThreeMf(await render(scene));
    const bodies: Body[] = [];
    for await (const body of await solids(scene)) bodies.push(body);
    expect(volumes).toHaveLength(bodies.length);
    for (const [i, { mesh }] of volumes.entries()) expect(mesh).toEqual(bodies[i]!.mesh);
  });

  it('have the meshes of the bodies when the text is many chunks long', async () => {
    const fine = nodesOf(sceneOf({ ...SMALL, resolution: { segments: 64 } }));
    const { files, object } = readThreeMf(await render(fine, shells));
    expect(files[2]!.bytes.length).toBeGreaterThan(10 * 64 * 1024);
    const meshes: Mesh[] = [];
    for await (const { mesh } of await shells(fine)) meshes.push(mesh);
    expect(object.mesh.positions.length).toBe(meshes.reduce((sum, mesh) => sum + mesh.positions.length, 0));
    expect(volume(object.mesh)).toBeCloseTo(
      meshes.reduce((sum, mesh) => sum + volume(mesh), 0),
      3,
    );
  });

  it('have the meshes of the bodies, for any network and resolution', async () => {
    const networks = fc.record({
      layers: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 2, maxLength: 4 }),
      nodeRadius: fc.double({ min: 0.1, max: 50, noNaN: true }),
      resolution: fc.record({ segments: fc.integer({ min: 3, max: 24 }) }),
    });
    await fc.assert(
      fc.asyncProperty(networks, fc.constantFrom('bed', 'model'), async (network, origin) => {
        const drawn = layout(parseNetworkSpec(network), { origin });
        const { mesh } = readThreeMf(await render(drawn, shells)).object;
        let written = 0;
        for await (const { mesh: shell } of await shells(drawn)) {
          for (const coordinate of shell.positions) {
            const error = Math.abs(mesh.positions[written++]! - coordinate);
            if (error > (Math.abs(coordinate) < 2 ** -16 ? 1e-12 : 0)) expect.fail(`off by ${error}`);
          }
        }
        expect(written).toBe(mesh.positions.length);
      }),
      { numRuns: 20 },
    );
  });

  it('are closed, right side out, and apart from each other', async () => {
    const { volumes, object } = readThreeMf(await render(scene));
    const reports = volumes.map(({ mesh }) => checkMesh(mesh));
    expect(reports.filter(({ closed }) => !closed)).toEqual([]);
    expect(volume(object.mesh)).toBeCloseTo(
      reports.reduce((sum, report) => sum + report.volume, 0),
      3,
    );
  });

  it('are made of consecutive bodies of one name', async () => {
    const { volumes } = readThreeMf(await render(nodesOf(scene), shells));
    expect(volumes.map(({ name }) => name)).toEqual([
      'layer 1 (slot 1, #E69F00)',
      'layer 2 (slot 2, #56B4E9)',
    ]);
    expect(volumes.map(({ mesh }) => checkMesh(mesh).components)).toEqual([2, 3]);
    expect(volumes.map(({ mesh }) => checkMesh(mesh).closed)).toEqual([true, true]);
  });

  it('share a slot when they share a colour', async () => {
    const colors = { base: 'red', connections: 'blue', layers: ['red', 'blue'] };
    const { volumes, materials } = readThreeMf(await render(sceneOf({ ...SMALL, colors })));
    expect(volumes.map(({ extruder }) => extruder)).toEqual([1, 2, 1, 2]);
    expect(materials).toEqual([
      { name: 'slot 1: base, layer 1', color: '#FF0000FF' },
      { name: 'slot 2: connections, layer 2', color: '#0000FFFF' },
    ]);
  });

  it('are left out, slot and all, when they have no triangle', async () => {
    const bodies = bodiesOf(
      { name: 'base', color: '#111111', slot: 1, mesh: tetrahedron() },
      { name: 'connections', color: '#222222', slot: 2, mesh: NO_MESH },
      { name: 'layer 1', color: '#333333', slot: 3, mesh: tetrahedron(5) },
      { name: 'layer 2', color: '#111111', slot: 1, mesh: tetrahedron(9) },
    );
    const { volumes, materials } = readThreeMf(await render(scene, bodies));
    expect(volumes.map(({ name, extruder }) => [name, extruder])).toEqual([
      ['base (slot 1, #111111)', 1],
      ['layer 1 (slot 2, #333333)', 2],
      ['layer 2 (slot 1, #111111)', 1],
    ]);
    expect(materials.map(({ color }) => color)).toEqual(['#111111FF', '#333333FF']);
  });

  it('reject the render when none has a triangle', async () => {
    const bodies = bodiesOf({ name: 'base', color: '#111111', slot: 1, mesh: NO_MESH });
    await expect(render(scene, bodies)).rejects.toThrow('needs at least one triangle');
  });
});

describe('names', () => {
  it.each([
    ['markup', `<a href="x">&amp; 'b'</a> ]]>`, `<a href="x">&amp; 'b'</a> ]]>`],
    ['emoji and combined letters', '🧠👩🏽‍🔬 é', '🧠👩🏽‍🔬 é'],
    ['right-to-left text', 'רשת عصبية', 'רשת عصبية'],
    ['control characters', 'a\u0000b\u001bc\u007fd\u0085e\ud800f\uffffg', 'abcdefg'],
    ['line breaks and tabs', 'a\r\nb\tc', 'a b c'],
  ])('survive or are cleaned: %s', async (_, name, cleaned) => {
    const named = { ...scene, spec: { ...scene.spec, name } };
    const bodies = bodiesOf({ name, color: '#111111', slot: 1, mesh: tetrahedron() });
    const { title, object, volumes, materials } = readThreeMf(await render(named, bodies));
    expect([title, object.name, volumes[0]!.name]).toEqual([
      cleaned,
      cleaned,
      `${cleaned} (slot 1, #111111)`,
    ]);
    expect(materials[0]!.name).toBe(`slot 1: ${cleaned}`);
  });
});

describe('a job', () => {
  it('leaves the bodies as they were', async () => {
    const body: Body = { name: 'base', color: '#111111', slot: 3, mesh: tetrahedron() };
    await render(scene, bodiesOf(Object.freeze(body)));
    expect(body).toEqual({ name: 'base', color: '#111111', slot: 3, mesh: tetrahedron() });
  });

  it('stops between chunks when it is aborted on the way', async () => {
    const controller = new AbortController();
    const fine = sceneOf({ ...SMALL, resolution: { segments: 60 } });
    const chunks = threeMf().render(fine, { signal: controller.signal })[Symbol.asyncIterator]();
    expect((await chunks.next()).done).toBe(false);
    controller.abort(new Error('no more'));
    await expect(chunks.next()).rejects.toThrow('no more');
  });

  it('refuses more colours than a slicer has filaments, before it asks for any body', async () => {
    const layers = Array.from({ length: 17 }, (_, i) => `#0000${(10 + i).toString(16).padStart(2, '0')}`);
    const colorful = sceneOf({ layers: layers.map(() => 1), colors: { layers }, base: { shape: 'none' } });
    await expect(render(colorful, async () => Promise.reject(new Error('asked')))).rejects.toThrow(
      'colors: A 3MF file for slicers has at most 16 colours, but this network has 18.',
    );
  });

  it('refuses more triangles than a slicer can read, before it asks for any', async () => {
    const bodies = async () => ({
      triangles: 20_000_001,
      [Symbol.asyncIterator]: () => {
        throw new Error('asked');
      },
    });
    await expect(render(scene, bodies)).rejects.toThrow(/at most 20000000 triangles/);
  });
});
