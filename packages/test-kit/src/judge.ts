import { execFile, spawnSync } from 'node:child_process';
import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { it } from 'vitest';
import { curaDefinitions } from './cura-definitions.ts';

/** A program or library that nobody here wrote, by the Debian package it comes in, or its own name where that differs between releases. */
export type Judge =
  | 'admesh'
  | 'chromium'
  | 'cura-engine'
  | 'firefox-esr'
  | 'gjs'
  | 'jsc'
  | 'openscad'
  | 'prusa-slicer'
  | 'python3-savitar';

interface Installation {
  /** What `ask` runs. */
  readonly program: string;
  readonly isHere: () => boolean;
  /** What to do where it is missing. */
  readonly remedy: string;
}

// Debian's own Python: the one that is first on the path may know nothing of Debian's packages.
const DEBIAN_PYTHON = '/usr/bin/python3';

const JUDGES: Readonly<Record<Judge, Installation>> = {
  admesh: packaged('admesh'),
  chromium: packaged('chromium'),
  'cura-engine': {
    program: 'CuraEngine',
    isHere: () => isOnPath('CuraEngine') && curaDefinitions() !== undefined,
    remedy: 'apt-get install cura-engine, and .ci/run unpacks the definitions of its printers',
  },
  'firefox-esr': packaged('firefox-esr'),
  gjs: packaged('gjs'),
  jsc: {
    program: 'jsc',
    isHere: () => isOnPath('jsc'),
    remedy: 'apt-get install libjavascriptcoregtk-4.0-bin',
  },
  openscad: packaged('openscad'),
  'prusa-slicer': packaged('prusa-slicer'),
  'python3-savitar': {
    program: DEBIAN_PYTHON,
    isHere: () => spawnSync(DEBIAN_PYTHON, ['-c', 'import Savitar']).status === 0,
    remedy: 'apt-get install python3-savitar',
  },
};

/** A program with the name of its package. */
function packaged(program: string): Installation {
  return { program, isHere: () => isOnPath(program), remedy: `apt-get install ${program}` };
}

/**
 * `it`, for a test that asks an outside judge. Where the judge is not installed the test is skipped for all to see;
 * under `CI=true` it fails instead.
 */
export function itAsks(judge: Judge): (name: string, test: () => Promise<void>, timeout?: number) => void {
  const { isHere, remedy } = JUDGES[judge];
  if (isHere()) return it;
  if (process.env.CI !== 'true') return (name) => it.skip(`${name} (${judge} is not installed)`);
  return (name) =>
    it(name, () => {
      throw new Error(`${judge} is not installed: ${remedy}`);
    });
}

export interface Verdict {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface AskOptions {
  readonly cwd?: string;
  /** On top of what this process has. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs a judge and gives what it said; its exit code is for the test to judge. */
export function ask(
  judge: Judge,
  args: readonly string[],
  { env, ...options }: AskOptions = {},
): Promise<Verdict> {
  const settings = { ...options, env: { ...process.env, ...env }, maxBuffer: 2 ** 28 };
  return new Promise((resolve, reject) => {
    execFile(JUDGES[judge].program, args, settings, (error, stdout, stderr) => {
      if (error !== null && typeof error.code !== 'number') reject(error);
      else resolve({ exitCode: error === null ? 0 : Number(error.code), stdout, stderr });
    });
  });
}

/** Where the program of a judge is, for libraries that start it themselves. */
export function programPath(judge: Judge): string {
  const { program, remedy } = JUDGES[judge];
  const path = onPath(program);
  if (path === undefined) throw new Error(`${judge} is not installed: ${remedy}`);
  return path;
}

function isOnPath(program: string): boolean {
  return onPath(program) !== undefined;
}

function onPath(program: string): string | undefined {
  const paths = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, program));
  return paths.find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
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
