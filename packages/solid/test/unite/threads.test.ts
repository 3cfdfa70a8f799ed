import { execFile } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

/** Runs a program on the built package in a Node of its own, as users do; `pnpm test` builds it. Gives what it prints. */
async function run(program: string): Promise<unknown> {
  const given = `
    import { createHash } from 'node:crypto';
    import { layout, parseNetworkSpec, partSolids } from '@neurofab/core';
    import { fused } from '@neurofab/solid';
    import { loadKernel } from './dist/kernel.js';
    import { planLumps } from './dist/lumps.js';
    import { openUnionPool } from './dist/unite/union-pool.js';
    import { startWorker } from './dist/unite/worker.node.js';
    import { booleanMesher } from './dist/boolean-mesh.js';
    import { upperHalf } from './dist/upper-half.js';

    const sceneOf = (layers, segments) =>
      layout(parseNetworkSpec({ layers, resolution: { segments } }), { origin: 'model' });
    const scene = sceneOf([4, 4, 4], 9);
    const [piece] = scene.pieces;
    const toMesh = booleanMesher(scene.parts.flatMap((_, part) => [...partSolids(piece, part)]));
    const rods = piece.rods.flatMap((some) => [...some]);
    const gaps = [0, 1].map((i) => rods.slice(16 * i, 16 * i + 16).map((rod) => upperHalf(toMesh(rod))));
    const hash = (meshes) => {
      const sum = createHash('sha256');
      for (const { positions, indices } of meshes) sum.update(positions).update(indices);
      return sum.digest('hex');
    };
    let ready = 0;
    const counted = ({ onReply, onEnd }) =>
      startWorker({
        onReply(reply) {
          if (reply.kind === 'ready') ready++;
          onReply(reply);
        },
        onEnd,
      });
  `;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--input-type=module', '--eval', `${given}${program}`],
    { cwd: fileURLToPath(new URL('../..', import.meta.url)) },
  );
  return JSON.parse(stdout);
}

describe('threads', () => {
  it('give the very same meshes as no threads, and let the process end', async () => {
    const result = await run(`
      const hashes = [];
      for (const workers of [0, 1, 2]) {
        const pool = openUnionPool(workers, {}, counted);
        hashes.push(hash(await Promise.all(gaps.map((gap) => pool.unite(gap)))));
        pool.close();
      }
      console.log(JSON.stringify({ same: new Set(hashes).size === 1, ready }));
    `);
    expect(result).toEqual({ same: true, ready: 3 });
  });

  it('stop in the midst of their work when the job is aborted', async () => {
    const result = await run(`
      const controller = new AbortController();
      let booleans = 0;
      const onBoolean = () => ++booleans === 2 && controller.abort(new Error('enough'));
      const pool = openUnionPool(2, { signal: controller.signal, onBoolean }, counted);
      // Many times over, it would take minutes.
      const endless = gaps.map((gap) => Array(400).fill(gap).flat());
      const message = await Promise.all(endless.map((gap) => pool.unite(gap))).catch((error) => error.message);
      console.log(JSON.stringify({ message, booleans }));
    `);
    expect(result).toEqual({ message: 'enough', booleans: 2 });
  });

  it('say why a union fails, and let the process end', async () => {
    const result = await run(`
      const pool = openUnionPool(1, {}, counted);
      const open = { positions: gaps[0][0].positions, indices: gaps[0][0].indices.slice(3) };
      const message = await pool.unite([open, open]).catch((error) => error.message);
      pool.close();
      console.log(JSON.stringify({ message, ready }));
    `);
    expect(result).toEqual({ message: 'Not manifold', ready: 1 });
  });

  it('are what a dense network with an odd number of sides is fused in, with progress all the way', async () => {
    const result = await run(`
      let threads = 0;
      process.on('worker', () => threads++);
      const told = [];
      for await (const _ of await fused(sceneOf([8, 8, 8], 5), { onProgress: (done) => told.push(done) }))
        console.log(JSON.stringify({
          threads,
          isRising: told.every((done, i) => done >= (told[i - 1] ?? 0) && done <= 1),
          last: told.at(-1),
          many: told.length > 126,
        }));
    `);
    expect(result).toEqual({
      threads: Math.min(2, availableParallelism()),
      isRising: true,
      last: 1,
      many: true,
    });
  });
});
