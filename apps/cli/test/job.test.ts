import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { collect } from '@neurofab/core';
import { type Asked, planJob, renderPlan } from '@neurofab/job';
import { inFolder } from '@neurofab/test-kit';
import { describe, expect, it } from 'vitest';
import { FORMATS } from '../src/main.ts';
import { EXTENSIONS } from './known-formats.ts';
import { run } from './run-main.ts';

const COARSE = ['2,3', '--segments', '8'];
const NETWORK = { layers: [2, 3], resolution: { segments: 8 } };

describe('a job without the command', () => {
  it.each<[string[], Asked]>([
    [[], {}],
    [['--printer', 'P1S with AMS'], { printer: 'P1S with AMS' }],
    [['--printer', 'prusa-mk4s', '--fit'], { printer: 'prusa-mk4s', scale: 'fit' }],
    [['--slots', '2', '--scale', '0.5', '--origin', 'model'], { slots: 2, scale: 0.5, origin: 'model' }],
    [['--split', '--color-by', 'role'], { split: 'parts', colorBy: 'role' }],
    [['--split', 'slots', '--slots', '2'], { split: 'slots', slots: 2 }],
    [
      ['--shells', '--name', 'Anna'],
      { shells: true, network: { ...NETWORK, name: 'Anna' }, fileName: 'Anna' },
    ],
    [
      EXTENSIONS.flatMap((end) => ['-o', `a.${end}`]),
      {
        outputs: FORMATS.map((format) => format()).map(({ id, extensions }) => ({
          name: `a${extensions[0]}`,
          format: id,
        })),
      },
    ],
  ])('gives the files of %j, byte for byte', async (args, asked) => {
    await inFolder(async (cwd) => {
      const { stdout } = await run([...COARSE, ...args, '--json'], { cwd });
      const written = JSON.parse(stdout).files as { path: string; boundsMm: object; triangles: number }[];
      const plan = planJob({ network: NETWORK, ...asked });
      const made: object[] = [];
      for await (const { file, chunks, contents } of renderPlan(plan, { inDetail: true })) {
        const bytes = await collect(chunks!);
        expect(readFileSync(join(cwd, file.name)).equals(bytes), file.name).toBe(true);
        made.push({ path: file.name, format: file.backend.id, bytes: bytes.length, ...contents() });
      }
      expect(made).toEqual(written);
    });
  });
});
