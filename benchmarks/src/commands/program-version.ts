import { spawnSync } from 'node:child_process';

/** The first line that a program says of its version; undefined if there is no such program. */
export function programVersion(program: string): string | undefined {
  const { error, stdout, stderr } = spawnSync(program, ['--version'], { encoding: 'utf8' });
  if (error !== undefined) return undefined;
  return `${stdout}${stderr}`.trim().split('\n', 1)[0];
}
