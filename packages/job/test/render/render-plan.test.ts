import { type BodyMaker, collect, type NetworkSpecInput } from '@neurofab/core';
import { describe, expect, it, vi } from 'vitest';
import { type Asked, type FileContents, planJob, renderPlan } from '../../src/index.ts';
import { SMALL } from '../asking.ts';

const made = vi.hoisted((): string[] => []);

vi.mock('@neurofab/solid', async (importOriginal) => {
  const { solids, fused } = await importOriginal<typeof import('@neurofab/solid')>();
  const counted =
    (kind: string, maker: BodyMaker): BodyMaker =>
    (scene, options) => {
      made.push(kind);
      return maker(scene, options);
    };
  return { solids: counted('solids', solids), fused: counted('fused', fused) };
});

/** The bytes and the contents of each file. */
async function rendered(asked: Asked, inDetail = false): Promise<[string, number, FileContents][]> {
  const files: [string, number, FileContents][] = [];
  for await (const { file, chunks, contents } of renderPlan(planJob({ network: SMALL, ...asked }), {
    inDetail,
  })) {
    const bytes = chunks === undefined ? 0 : (await collect(chunks)).length;
    files.push([file.name, bytes, contents()]);
  }
  return files;
}

describe('a plan that is run', () => {
  it('makes bodies once for all files that want the same', async () => {
    made.length = 0;
    const outputs = ['3mf', '3mf', 'stl', 'openscad', 'glb'].map((format, i) => ({ name: `${i}`, format }));
    const files = await rendered({ outputs });
    expect(made.sort()).toEqual(['fused', 'solids']);
    expect(files.map(([name]) => name)).toEqual(['0', '1', '2', '3', '4']);
    expect(files[0]!.slice(1)).toEqual(files[1]!.slice(1));
  });

  it('makes none for shells', async () => {
    made.length = 0;
    await rendered({ shells: true, outputs: [{ format: '3mf' }, { format: 'stl' }] });
    expect(made).toEqual([]);
  });

  it('measures what it made, in detail where somebody wants to know', async () => {
    const [[, , plain]] = (await rendered({})) as [[string, number, FileContents]];
    const [[, , exact]] = (await rendered({}, true)) as [[string, number, FileContents]];
    expect(plain.bodies.map(({ name }) => name)).toEqual(['base', 'connections', 'layer 1', 'layer 2']);
    expect(plain.bodies.map(({ volumeMm3 }) => volumeMm3)).toEqual([null, null, null, null]);
    expect(exact.triangles).toBe(plain.triangles);
    for (const { volumeMm3 } of exact.bodies) expect(volumeMm3).toBeGreaterThan(0);
    const [[, , source]] = (await rendered({ format: 'openscad' })) as [[string, number, FileContents]];
    const [[, , picture]] = (await rendered({ format: 'png', size: 16 })) as [[string, number, FileContents]];
    for (const contents of [source, picture]) {
      expect(contents).toMatchObject({ triangles: null, boundsMm: planJob({ network: SMALL }).scene.bounds });
    }
  });

  it.each<NetworkSpecInput>([
    { layers: [2, 3] },
    { layers: [1, 9] },
    { layers: [4, 2, 2], base: { shape: 'none' } },
    { layers: [{ size: 784, shown: 3 }, 2] },
  ])('knows how large a network is put together before it is made: %j', async (input) => {
    const network = { ...SMALL, ...input, mode: 'flat' } as const;
    for (const show of ['assembled', 'plate'] as const) {
      const asked = { network, show, outputs: [{ format: 'glb' }] };
      const [[[, , plain]], [[, , exact]]] = (await Promise.all([
        rendered(asked),
        rendered(asked, true),
      ])) as [[[string, number, FileContents]], [[string, number, FileContents]]];
      for (const end of ['min', 'max'] as const) {
        for (const axis of [0, 1, 2] as const) {
          expect(plain.boundsMm[end][axis]).toBeCloseTo(exact.boundsMm[end][axis], 3);
        }
      }
    }
  });

  it('has nothing to write of a part that others cover', async () => {
    const plan = planJob({ network: SMALL, split: 'parts' });
    const [piece] = plan.scene.pieces;
    const [x, y, z] = piece!.nodes[0]!.center;
    const [disc] = piece!.others;
    const inside = { ...disc!, from: [x, y, z - 1], to: [x, y, z + 1], radius: 1 } as typeof disc & object;
    const scene = { ...plan.scene, pieces: [{ ...piece!, others: [inside] }] };
    const written: [string, boolean][] = [];
    for await (const { file, chunks } of renderPlan({ ...plan, scene })) {
      written.push([file.name, chunks !== undefined]);
      if (chunks !== undefined) await collect(chunks);
    }
    expect(written).toEqual([
      ['network-2-3-base.stl', false],
      ['network-2-3-connections.stl', true],
      ['network-2-3-layer-1.stl', true],
      ['network-2-3-layer-2.stl', true],
    ]);
  });

  it('tells how much is done, from 0 to 1 and never less', async () => {
    const told: number[] = [];
    const outputs = [{ format: '3mf' }, { format: 'stl' }];
    const plan = planJob({ network: SMALL, outputs });
    for await (const { chunks } of renderPlan(plan, { onProgress: (done) => told.push(done) })) {
      await collect(chunks!);
    }
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect(told.at(-1)).toBe(1);
  });

  it('stops with the reason of its signal, before the bodies or between files', async () => {
    const aborted = AbortSignal.abort(new Error('enough'));
    const run = async (signal: AbortSignal, use: () => void = () => {}) => {
      for await (const { chunks } of renderPlan(planJob({ network: SMALL }), { signal })) {
        use();
        await collect(chunks!);
      }
    };
    await expect(run(aborted)).rejects.toThrow('enough');
    const controller = new AbortController();
    await expect(run(controller.signal, () => controller.abort(new Error('later')))).rejects.toThrow('later');
  });

  it('is none where it was refused', async () => {
    const refused = renderPlan(planJob({ network: SMALL, slots: 99, scale: 0 }));
    await expect(refused.next()).rejects.toThrow('cannot be run: slots-out-of-range, scale-out-of-range.');
  });
});
