import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ask, itAsks } from '@neurofab/test-kit';
import { rolldown } from 'rolldown';
import { afterAll, beforeAll, describe, expect } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'neurofab-'));
const program = join(folder, 'print-files.mjs');
let expected: Record<string, string>;

beforeAll(async () => {
  const build = await rolldown({
    input: join(import.meta.dirname, 'other-engines/print-files.ts'),
    platform: 'neutral',
    // Only what has no other road loads it, and it is loaded otherwise in each surroundings.
    external: ['manifold-3d'],
    resolve: { conditionNames: ['@neurofab/source', 'import'], mainFields: ['module', 'main'] },
  });
  await build.write({ file: program, codeSplitting: false });
  const { stdout } = spawnSync(process.execPath, [program], { encoding: 'utf8', maxBuffer: 2 ** 28 });
  expected = hashes(stdout);
  expect(expected.sides).toBeDefined();
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each([
  ['JavaScriptCore, the engine of Safari', 'jsc'],
  ['SpiderMonkey, the engine of Firefox', 'gjs'],
] as const)('%s', (_, judge) => {
  itAsks(judge)('computes the same circles and writes the same bytes as Node', async () => {
    const { exitCode, stdout, stderr } = await ask(judge, ['-m', program]);
    // jsc tells of errors where it prints.
    expect([exitCode, stderr], stdout.slice(-1000)).toEqual([0, '']);
    expect(hashes(stdout)).toEqual(expected);
  });
});

/** By file, of what print-files.ts printed. */
function hashes(printed: string): Record<string, string> {
  const lines = printed.trimEnd().split('\n');
  return Object.fromEntries(
    lines.map((line) => {
      const [name, digits] = line.split(' ');
      const hash = createHash('sha256').update(Buffer.from(digits!, 'hex'));
      return [name!, hash.digest('hex')];
    }),
  );
}
