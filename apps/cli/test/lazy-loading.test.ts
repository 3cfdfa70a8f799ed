import { readdirSync } from 'node:fs';
import { inFolder } from '@neurofab/test-kit';
import { expect, it, vi } from 'vitest';
import { run } from './run-main.ts';

const loaded = vi.hoisted((): string[] => []);

vi.mock('@neurofab/solid', async (importOriginal) => {
  loaded.push('solid');
  return importOriginal();
});
// With what compresses, and the renderer.
vi.mock('../../../packages/picture/src/png/png-chunks.ts', async (importOriginal) => {
  loaded.push('PNG');
  return importOriginal();
});
vi.mock('@neurofab/import', async (importOriginal) => {
  loaded.push('import');
  return importOriginal();
});
vi.mock('cli-progress', async (importOriginal) => {
  loaded.push('cli-progress');
  return importOriginal();
});

it('loads neither booleans, pictures, readers of trained networks nor a progress bar to write shells to a script', async () => {
  await inFolder(async (cwd) => {
    expect((await run(['2,2', '--shells', '-o', 'a.stl', '-o', 'a.scad'], { cwd })).exitCode).toBe(0);
    expect(loaded).toEqual([]);
    expect((await run(['2,2', '--segments', '8', '-o', 'b.stl'], { cwd })).exitCode).toBe(0);
    expect(loaded).toEqual(['solid']);
    expect((await run(['2,2', '-o', 'c.png'], { cwd })).exitCode).toBe(0);
    expect(loaded).toEqual(['solid', 'PNG']);
    expect(readdirSync(cwd).sort()).toEqual(['a.scad', 'a.stl', 'b.stl', 'c.png']);
    expect((await run(['--example', 'xor', '--print-spec'], { cwd })).exitCode).toBe(0);
    expect(loaded).toEqual(['solid', 'PNG', 'import']);
  });
});
