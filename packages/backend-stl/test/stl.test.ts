import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stl } from '@neurofab/backend-stl';
import {
  checkMesh,
  collect,
  countTriangles,
  layout,
  type NetworkSpecInput,
  parseNetworkSpec,
  parseRecipe,
  type Scene,
  type Settings,
  shells,
  tessellate,
  VERSION,
  volume,
  weldMesh,
} from '@neurofab/core';
import { fused } from '@neurofab/solid';
import {
  ask,
  describeBackend,
  inFolder,
  itAsks,
  networks,
  prusaSlicerInfo,
  readStl,
} from '@neurofab/test-kit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const reference = JSON.parse(
  readFileSync(new URL('../../../test-fixtures/seed-reference.json', import.meta.url), 'utf8'),
);

describeBackend({
  backend: stl(),
  bodies: fused,
  read: (bytes) => ({ meshes: [weldMesh(readStl(bytes).mesh)] }),
});

function sceneOf(input: NetworkSpecInput): Scene {
  return layout(parseNetworkSpec(input));
}

describe('the header', () => {
  const headerOf = async (input: NetworkSpecInput, settings?: Settings) =>
    readStl(await collect(stl().render(sceneOf(input), { settings }))).header;

  it('is the recipe of the network and the settings, in short', async () => {
    expect(await headerOf({ layers: [2, 3] })).toBe(`Neurofab ${VERSION} v2 2,3`);
    const header = await headerOf({ layers: [2, 3], nodeRadius: 5 }, { shells: true });
    expect(header).toBe(`Neurofab ${VERSION} v2 2,3 r=5 --shells`);
    const spec = parseNetworkSpec({ layers: [2, 3], nodeRadius: 5 });
    expect(parseRecipe(header)).toEqual({ neurofab: VERSION, spec, settings: { shells: true } });
  });

  it('may take all of its 80 bytes', async () => {
    const name = 'n'.repeat(80 - `Neurofab ${VERSION} v2 2,3 name=`.length);
    expect(await headerOf({ layers: [2, 3], name })).toBe(`Neurofab ${VERSION} v2 2,3 name=${name}`);
    expect(await headerOf({ layers: [2, 3], name: `${name}n` })).toBe(`Neurofab ${VERSION} v2 2,3 (partial)`);
  });

  it('says so where the recipe does not fit', async () => {
    const layers = Array.from({ length: 100 }, () => 1);
    expect(await headerOf({ layers, nodeRadius: 1, resolution: { segments: 3 } })).toBe(
      `Neurofab ${VERSION} (recipe too long)`,
    );
  });

  it('cannot be taken for text, whatever the network is called', async () => {
    expect(await headerOf({ layers: [2, 3], name: 'solid' })).toMatch(/^Neurofab /);
  });
});

it('refuses more triangles than the format can count, before it asks for any', async () => {
  const bodies = async () => ({
    triangles: 2 ** 32,
    parts: [],
    [Symbol.asyncIterator]: () => {
      throw new Error('asked');
    },
  });
  await expect(collect(stl().render(sceneOf({ layers: [1, 1] }), { bodies }))).rejects.toThrow(
    /4,294,967,295/,
  );
});

it('refuses a network of 200 million connections before the first byte, and without walking them', async () => {
  const chunks = stl()
    .render(sceneOf({ layers: [10_000, 10_000, 10_000] }))
    [Symbol.asyncIterator]();
  await expect(chunks.next()).rejects.toThrow(
    /4,294,967,295 triangles, but this network has 12,028,800,656\./,
  );
});

describe('the chunks of a file', () => {
  const chunksOf = async (render: AsyncIterable<Uint8Array>) => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of render) chunks.push(chunk);
    return chunks;
  };

  it('are few, however many bodies there are', async () => {
    const chunks = await chunksOf(stl().render(sceneOf({ layers: [50, 50], resolution: { segments: 8 } })));
    // 74,884 facets of 2,603 bodies.
    expect(chunks.map(({ length }) => length)).toEqual([84, ...Array(9).fill(409_600), 57_800]);
  });

  it('are no larger for one large body', async () => {
    const scene = sceneOf({ layers: [1, 1] });
    const mesh = tessellate({ kind: 'sphere', center: [0, 0, 0], radius: 4, segments: 200, rings: 100 });
    const bodies = async () => ({
      triangles: countTriangles(mesh),
      parts: scene.parts,
      async *[Symbol.asyncIterator]() {
        yield { piece: 0, part: 0, mesh };
      },
    });
    const chunks = await chunksOf(stl().render(scene, { bodies }));
    expect(chunks.map(({ length }) => length)).toEqual([84, ...Array(4).fill(409_600), 341_600]);
    const file = readStl(await collect(stl().render(scene, { bodies })));
    expect(checkMesh(weldMesh(file.mesh))).toMatchObject({ closed: true, components: 1 });
  });

  it('are for their consumer to keep', async () => {
    const chunks = await chunksOf(stl().render(sceneOf({ layers: [50, 50], resolution: { segments: 8 } })));
    expect(new Set(chunks.map(({ buffer }) => buffer)).size).toBe(chunks.length);
  });

  it('end with an abort in the midst of a body', async () => {
    const controller = new AbortController();
    const chunks = stl()
      .render(sceneOf({ layers: [2, 2], resolution: { segments: 200 } }), { signal: controller.signal })
      [Symbol.asyncIterator]();
    await chunks.next();
    await chunks.next();
    controller.abort(new Error('enough'));
    await expect(chunks.next()).rejects.toThrow('enough');
  });
});

describe("the seed document's network as shells", () => {
  const scene = layout(parseNetworkSpec({}, { preset: 'seed' }), { origin: 'model' });
  const file = collect(stl().render(scene, { bodies: shells }));

  it('has the triangles, bytes, bounds and volume that Blender gives it', async () => {
    const bytes = await file;
    const { mesh } = readStl(bytes);
    expect(bytes.length).toBe(reference.stlBytes);
    expect(mesh.indices.length / 3).toBe(reference.triangles);
    expect(scene.bounds).toEqual(reference.bounds);
    expect(volume(mesh) / reference.shellVolume).toBeCloseTo(1, 4);
  });

  it('has its nodes where Blender puts them', async () => {
    const { positions } = readStl(await file).mesh;
    const { sphere, objects } = reference;
    const firstNode = positions.length / 9 - sphere.triangles * objects.nodes;
    const centers = Array.from({ length: objects.nodes }, (_, node) => {
      const start = 9 * (firstNode + node * sphere.triangles);
      return boxCenter(positions.subarray(start, start + 9 * sphere.triangles));
    });
    const off = centers.flatMap((center, node) =>
      center.map((value, axis) => Math.abs(value - reference.nodes[node]!.center[axis]!)),
    );
    expect(off).toHaveLength(3 * objects.nodes);
    expect(Math.max(...off)).toBeLessThan(1e-4);
  });

  itAsks('admesh')('leaves admesh nothing to connect or turn', async () => {
    const said = await admesh(await file);
    expect(said).toMatch(/Total disconnected facets\s*:\s*0\s+0/);
    expect(said).toMatch(/Degenerate facets\s*:\s*0/);
    expect(said).toMatch(/Facets reversed\s*:\s*0/);
  });
});

describe('a fused network', () => {
  itAsks('prusa-slicer')(
    'is one closed body of the right size for PrusaSlicer: that of the seed',
    async () => {
      const scene = layout(parseNetworkSpec({}, { preset: 'seed' }));
      const bytes = await collect(stl().render(scene, { bodies: fused }));
      const info = await prusaSlicerInfo(bytes, '.stl');
      expect(info).toMatchObject({ manifold: true, shells: 1 });
      // The union of the same solids, computed independently.
      expect(Math.abs(info.volume / 3613.55 - 1)).toBeLessThan(1e-3);
      expect(checkMesh(weldMesh(readStl(bytes).mesh))).toMatchObject({ closed: true, components: 1 });
    },
  );

  itAsks('prusa-slicer')('is one closed body for PrusaSlicer, whatever the network', async () => {
    await fc.assert(
      fc.asyncProperty(networks({ maxLayers: 5, maxNodes: 6 }), async (input) => {
        const bytes = await collect(stl().render(sceneOf(input), { bodies: fused }));
        expect(await prusaSlicerInfo(bytes, '.stl')).toMatchObject({ manifold: true, shells: 1 });
      }),
      { numRuns: 20 },
    );
  });

  itAsks('admesh')('leaves admesh nothing to repair', async () => {
    const said = await admesh(await collect(stl().render(sceneOf({}), { bodies: fused })));
    expect(said).toMatch(/Number of parts\s*:\s*1\b/);
    expect(said).toMatch(/Total disconnected facets\s*:\s*0\s+0/);
    expect(said).toMatch(/Edges fixed\s*:\s*0/);
  });
});

function boxCenter(positions: Float32Array): number[] {
  return [0, 1, 2].map((axis) => {
    const values = positions.filter((_, i) => i % 3 === axis);
    return (values.reduce((a, b) => Math.min(a, b)) + values.reduce((a, b) => Math.max(a, b))) / 2;
  });
}

function admesh(bytes: Uint8Array): Promise<string> {
  return inFolder(async (folder) => {
    const path = join(folder, 'model.stl');
    await writeFile(path, bytes);
    return (await ask('admesh', [path])).stdout;
  });
}
