import { inFolder } from '@neurofab/test-kit';
import { expect, it, vi } from 'vitest';
import { run } from './run-main.ts';

const answer = vi.hoisted(() => ({ code: '' }));

vi.mock('node:fs/promises', async (importOriginal) => ({
  ...(await importOriginal<typeof import('node:fs/promises')>()),
  access: async () => {
    throw Object.assign(new Error(answer.code), { code: answer.code, syscall: 'access' });
  },
}));

it.each([
  ['EROFS', 'a.stl: Cannot be written: the disk is read-only.'],
  ['EACCES', 'a.stl: No permission to write in the folder '],
  ['EIO', 'a.stl: Cannot be written: the disk reports a fault.'],
])('says why a folder cannot be written to: %s', async (code, fault) => {
  answer.code = code;
  await inFolder(async (cwd) => {
    const { exitCode, lines } = await run(['2,2', '-o', 'a.stl'], { cwd });
    expect(exitCode).toBe(2);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(`error: ${fault}`);
  });
});
