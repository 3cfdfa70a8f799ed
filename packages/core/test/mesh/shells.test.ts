import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  type Body,
  layout,
  parseNetworkSpec,
  type Rods,
  type Scene,
  type Solid,
  shells,
  tessellate,
} from '../../src/index.ts';
import { partSolids } from '../../src/internal.ts';

vi.mock('../../src/mesh/tessellate.ts', async (importOriginal) => {
  const original = await importOriginal<typeof import('../../src/mesh/tessellate.ts')>();
  return { ...original, tessellate: vi.fn(original.tessellate) };
});

const made = vi.mocked(tessellate).mock;
const scene = layout(parseNetworkSpec({ layers: [3, 6, 2], resolution: { segments: 6 } }));
const solids = solidsOf(scene);

/** The solids of a scene with the indices of their piece and part. */
function solidsOf({ parts, pieces }: Scene): { piece: number; part: number; solid: Solid }[] {
  return pieces.flatMap((one, piece) =>
    parts.flatMap((_, part) => Array.from(partSolids(one, part), (solid) => ({ piece, part, solid }))),
  );
}

async function readAll(bodies: AsyncIterable<Body>): Promise<Body[]> {
  const all: Body[] = [];
  for await (const body of bodies) all.push(body);
  return all;
}

beforeEach(() => {
  made.calls.length = 0;
});

describe('shells', () => {
  it('gives one body a solid, in order, with its piece and its part, which is one of the scene', async () => {
    const stream = await shells(scene);
    expect(stream.parts).toBe(scene.parts);
    expect(await readAll(stream)).toStrictEqual(
      solids.map(({ piece, part, solid }) => ({ piece, part, mesh: tessellate(solid) })),
    );
  });

  it('gives the bodies of several pieces one piece after the other', async () => {
    const [piece] = scene.pieces;
    const several = { ...scene, pieces: [{ ...piece!, rods: [] }, piece!] };
    const stream = await shells(several);
    const bodies = await readAll(stream);
    expect(bodies).toStrictEqual(
      solidsOf(several).map(({ piece, part, solid }) => ({ piece, part, mesh: tessellate(solid) })),
    );
    expect(new Set(bodies.map((body) => body.piece))).toStrictEqual(new Set([0, 1]));
    expect(bodies.reduce((sum, { mesh }) => sum + mesh.indices.length / 3, 0)).toBe(stream.triangles);
  });

  it('says beforehand how many triangles there will be', async () => {
    const stream = await shells(scene);
    const { triangles } = stream;
    const bodies = await readAll(stream);
    expect(bodies.reduce((sum, { mesh }) => sum + mesh.indices.length / 3, 0)).toBe(triangles);
  });

  it('counts the triangles of the largest of networks without walking its connections', async () => {
    const layers = Array.from({ length: 100 }, () => 10_000);
    const spec = parseNetworkSpec({ layers, base: { shape: 'none' }, resolution: { segments: 8 } });
    // 10¹⁰ connections would take most of an hour.
    expect((await shells(layout(spec))).triangles).toBe(1_000_000 * 48 + 99 * 10_000 ** 2 * 28);
  });

  it('counts solids of any kind and resolution', async () => {
    const [piece] = scene.pieces;
    const rods = piece!.rods.map(
      (some): Rods => ({
        ...some,
        alike: false,
        *[Symbol.iterator]() {
          let segments = 3;
          for (const rod of some) yield { ...rod, segments: segments++ };
        },
      }),
    );
    const nodes = piece!.nodes.map((node, i) => ({ ...node, segments: 3 + i, rings: 2 + i, part: 1 }));
    const others = solids.map(({ solid }, i) => ({
      ...solid,
      segments: 4 + i,
      part: i % scene.parts.length,
    }));
    const stream = await shells({ ...scene, pieces: [{ ...piece!, rods, nodes, others }] });
    const bodies = await readAll(stream);
    expect(bodies.reduce((sum, { mesh }) => sum + mesh.indices.length / 3, 0)).toBe(stream.triangles);
  });

  it('makes no body before it is asked for', async () => {
    const stream = await shells(scene);
    expect(made.calls).toHaveLength(0);
    const bodies = stream[Symbol.asyncIterator]();
    for (let asked = 1; asked <= 5; asked++) {
      await bodies.next();
      expect(made.calls).toHaveLength(asked);
    }
    await bodies.return?.();
    expect(made.calls).toHaveLength(5);
  });

  it('keeps no body: a second walk makes them all again', async () => {
    const stream = await shells(scene);
    const first = await readAll(stream);
    const second = await readAll(stream);
    expect(second).toStrictEqual(first);
    expect(second[0]!.mesh.positions).not.toBe(first[0]!.mesh.positions);
    expect(made.calls).toHaveLength(2 * solids.length);
  });

  it('starts on a network of 109,184 connections without making one', async () => {
    const large = layout(parseNetworkSpec({ layers: [784, 128, 64, 10], resolution: { segments: 8 } }));
    const stream = await shells(large);
    // 986 nodes, 109,184 connections, the disc and four posts.
    expect(stream.triangles).toBe(986 * 48 + (109_184 + 5) * 28);
    for await (const { part } of stream) {
      expect(stream.parts[part]!.name).toBe('base');
      break;
    }
    expect(made.calls).toHaveLength(1);
  });

  it('tells how much is done, never less than before, up to exactly 1', async () => {
    const told: number[] = [];
    const bodies = await readAll(await shells(scene, { onProgress: (done) => told.push(done) }));
    expect(told).toHaveLength(bodies.length);
    expect(told).toStrictEqual(told.toSorted((a, b) => a - b));
    expect(told[0]).toBeGreaterThan(0);
    expect(told.at(-1)).toBe(1);
  });

  it('stops with the reason of its signal, before the first body and between two', async () => {
    const reason = new Error('enough');
    await expect(shells(scene, { signal: AbortSignal.abort(reason) }).then(readAll)).rejects.toBe(reason);
    expect(made.calls).toHaveLength(0);

    const controller = new AbortController();
    const stream = await shells(scene, { signal: controller.signal });
    const bodies = stream[Symbol.asyncIterator]();
    await bodies.next();
    controller.abort(reason);
    await expect(bodies.next()).rejects.toBe(reason);
    expect(made.calls).toHaveLength(1);
  });

  it('leaves the scene as it is', async () => {
    const before = structuredClone(solidsOf(scene));
    await readAll(await shells(scene));
    expect(solidsOf(scene)).toStrictEqual(before);
  });
});
