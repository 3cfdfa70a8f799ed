import {
  type Body,
  checkMesh,
  layout,
  type Mesh,
  parseNetworkSpec,
  shells,
  volume,
  weldMesh,
} from '@neurofab/core';
import { fused, solids } from '@neurofab/solid';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FLAVORS } from '../../src/index.ts';
import { renderAndRead } from '../rendering.ts';
import { bodiesOf, NO_MESH, nodesOf, SMALL, sceneOf, tetrahedron, trianglesOf } from '../scenes.ts';

const scene = sceneOf(SMALL);

describe.each(FLAVORS)('the parts of a file of the flavour %s', (flavor) => {
  it('are those of the scene, with their names, slots and colours', async () => {
    const { volumes } = await renderAndRead(scene, { flavor });
    expect(volumes.map(({ name, extruder, material }) => [name, extruder, material.color])).toEqual(
      scene.parts.map(({ name, slot, color }) => [`${name} (slot ${slot}, ${color})`, slot, `${color}FF`]),
    );
  });

  it('have the meshes of the bodies, to the last bit', async () => {
    const { volumes } = await renderAndRead(scene, { flavor });
    const bodies: Body[] = [];
    for await (const body of await solids(scene)) bodies.push(body);
    expect(volumes).toHaveLength(bodies.length);
    for (const [i, { mesh }] of volumes.entries()) {
      expect(mesh.positions).toHaveLength(bodies[i]!.mesh.positions.length);
      expect(trianglesOf(mesh)).toEqual(trianglesOf(bodies[i]!.mesh));
    }
  });

  it('have the meshes of the bodies when the text is many chunks long', async () => {
    const fine = nodesOf(sceneOf({ ...SMALL, resolution: { segments: 64 } }));
    const { files, object } = await renderAndRead(fine, { flavor, bodies: shells });
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
        const { mesh } = (await renderAndRead(drawn, { flavor, bodies: shells })).object;
        const coordinates: number[] = [];
        for await (const { mesh: shell } of await shells(drawn)) coordinates.push(...shell.positions);
        expect(mesh.positions).toHaveLength(coordinates.length);
        const written = mesh.positions.toSorted();
        for (const [i, coordinate] of Float32Array.from(coordinates).sort().entries()) {
          const error = Math.abs(written[i]! - coordinate);
          if (error > (Math.abs(coordinate) < 2 ** -16 ? 1e-12 : 0)) expect.fail(`off by ${error}`);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('are closed and right side out, with four triangles or more, none without area', async () => {
    const { volumes } = await renderAndRead(scene, { flavor });
    for (const { mesh } of volumes) {
      const report = checkMesh(mesh);
      expect(report).toMatchObject({
        openEdges: 0,
        crowdedEdges: 0,
        reversedEdges: 0,
        degenerateTriangles: 0,
        strayIndices: 0,
        closed: true,
      });
      expect(report.volume).toBeGreaterThan(0);
      expect(report.triangles).toBeGreaterThanOrEqual(4);
    }
  });

  it('share no vertex number, but the faces where they touch to the last bit', async () => {
    const { object, volumes } = await renderAndRead(scene, { flavor });
    const vertices = volumes.reduce((sum, { mesh }) => sum + mesh.positions.length / 3, 0);
    expect(object.mesh.positions.length / 3).toBe(vertices);
    // Welded by position, faces between two parts are there in both directions. Without them the surface is closed.
    const welded = weldMesh(object.mesh);
    const outer = withoutOpposites(welded);
    expect(outer.indices.length).toBeLessThan(welded.indices.length);
    expect(checkMesh(outer)).toMatchObject({ openEdges: 0, reversedEdges: 0 });
  });

  it('fill just what the fused model fills: no gap, no overlap', async () => {
    const { volumes } = await renderAndRead(scene, { flavor });
    const sum = volumes.reduce((total, { mesh }) => total + volume(mesh), 0);
    let union = 0;
    for await (const { mesh } of await fused(scene)) union += volume(mesh);
    expect(Math.abs(sum / union - 1)).toBeLessThan(1e-6);
  });

  it('are made of consecutive bodies of one part', async () => {
    const { volumes } = await renderAndRead(nodesOf(scene), { flavor, bodies: shells });
    expect(volumes.map(({ name }) => name)).toEqual([
      'layer 1 (slot 1, #E69F00)',
      'layer 2 (slot 2, #56B4E9)',
    ]);
    expect(volumes.map(({ mesh }) => checkMesh(mesh).components)).toEqual([2, 3]);
    expect(volumes.map(({ mesh }) => checkMesh(mesh).closed)).toEqual([true, true]);
  });

  it('stay apart when they have one name, whatever it is', async () => {
    for (const name of ['layer 1', 'conv1/kernel:0', '']) {
      const bodies = bodiesOf(
        { name, color: '#111111', slot: 1, mesh: tetrahedron() },
        { name, color: '#111111', slot: 1, mesh: tetrahedron(5) },
        { name, color: '#222222', slot: 2, mesh: tetrahedron(9) },
      );
      const { volumes, materials } = await renderAndRead(scene, { flavor, bodies });
      expect(volumes.map((volume) => [volume.name, volume.extruder])).toEqual([
        [`${name} (slot 1, #111111)`, 1],
        [`${name} (slot 1, #111111)`, 1],
        [`${name} (slot 2, #222222)`, 2],
      ]);
      expect(volumes.map(({ mesh }) => trianglesOf(mesh))).toEqual(
        [0, 5, 9].map((x) => trianglesOf(tetrahedron(x))),
      );
      expect(materials.map(({ color }) => color)).toEqual(['#111111FF', '#222222FF']);
    }
  });

  it('share a slot when they share a colour, slots counting in the order of the parts', async () => {
    const colors = { base: 'red', connections: 'blue', layers: ['red', 'blue'] };
    const { volumes, materials } = await renderAndRead(sceneOf({ ...SMALL, colors }), { flavor });
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
    const { volumes, materials } = await renderAndRead(scene, { flavor, bodies });
    expect(volumes.map(({ name, extruder }) => [name, extruder])).toEqual([
      ['base (slot 1, #111111)', 1],
      ['layer 1 (slot 2, #333333)', 2],
      ['layer 2 (slot 1, #111111)', 1],
    ]);
    expect(materials.map(({ color }) => color)).toEqual(['#111111FF', '#333333FF']);
  });

  it('can be a single one', async () => {
    const bodies = bodiesOf({ name: 'all', color: '#111111', slot: 1, mesh: tetrahedron() });
    const { volumes, object } = await renderAndRead(scene, { flavor, bodies });
    expect(volumes.map(({ name, extruder }) => [name, extruder])).toEqual([
      ['Neural network 2-3 (slot 1, #111111)', 1],
    ]);
    expect(trianglesOf(object.mesh)).toEqual(trianglesOf(tetrahedron()));
  });
});

/** A mesh without the triangles that are there in both directions. */
function withoutOpposites({ positions, indices }: Mesh): Mesh {
  const rotated = (a: number, b: number, c: number) => {
    const least = Math.min(a, b, c);
    if (a === least) return `${a} ${b} ${c}`;
    return b === least ? `${b} ${c} ${a}` : `${c} ${a} ${b}`;
  };
  const triangles = Array.from({ length: indices.length / 3 }, (_, i) => indices.slice(3 * i, 3 * i + 3));
  const all = new Set(triangles.map(([a, b, c]) => rotated(a!, b!, c!)));
  const outer = triangles.filter(([a, b, c]) => !all.has(rotated(c!, b!, a!)));
  return { positions, indices: Uint32Array.from(outer.flatMap((triangle) => [...triangle])) };
}
