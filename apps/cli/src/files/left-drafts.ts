import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** The name of a draft of this process, by its number. */
export function draftName(number: number): string {
  return `.neurofab-${process.pid}-${number}.tmp`;
}

/** Removes what processes left in a folder that were ended while they wrote, such as by `kill -9`. */
export function removeLeftDrafts(folder: string): void {
  for (const name of namesIn(folder)) {
    const [, pid] = /^\.neurofab-(\d+)-\d+\.tmp$/.exec(name) ?? [];
    if (pid !== undefined && !isRunning(Number(pid))) rmSync(join(folder, name), { force: true });
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    // What cannot be listed, or is not there yet, is judged where it is written to.
    return [];
  }
}

function isRunning(pid: number): boolean {
  try {
    // Signal 0 only asks.
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
