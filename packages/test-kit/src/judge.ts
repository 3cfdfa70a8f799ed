import { execFile } from 'node:child_process';
import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { it } from 'vitest';

/** A program that nobody here wrote, and the Debian package it comes in. */
export type Judge = 'admesh' | 'openscad' | 'prusa-slicer';

/**
 * `it`, for a test that asks an outside judge. Where the judge is not installed the test is skipped for all to see;
 * under `CI=true` it fails instead.
 */
export function itAsks(judge: Judge): (name: string, test: () => Promise<void>, timeout?: number) => void {
  if (isInstalled(judge)) return it;
  if (process.env.CI !== 'true') return (name) => it.skip(`${name} (${judge} is not installed)`);
  return (name) =>
    it(name, () => {
      throw new Error(`${judge} is not installed: apt-get install ${judge}`);
    });
}

function isInstalled(judge: Judge): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, judge), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

export interface Verdict {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a judge and gives what it said; its exit code is for the test to judge. */
export function ask(judge: Judge, args: readonly string[], options: { cwd?: string } = {}): Promise<Verdict> {
  return new Promise((resolve, reject) => {
    execFile(judge, args, { ...options, maxBuffer: 2 ** 28 }, (error, stdout, stderr) => {
      if (error !== null && typeof error.code !== 'number') reject(error);
      else resolve({ exitCode: error === null ? 0 : Number(error.code), stdout, stderr });
    });
  });
}

/** Gives `use` a new empty folder and removes it afterwards. */
export async function inFolder<Result>(use: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'neurofab-'));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
