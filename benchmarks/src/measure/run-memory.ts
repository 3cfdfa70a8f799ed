import { spawn } from 'node:child_process';
import { rmSync, statfsSync } from 'node:fs';
import { devNull } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { shells } from '@neurofab/core';
import { inBenchmarks, NEUROFAB } from '../commands/paths.ts';
import { OverLimit, type RunContext } from '../contestant.ts';
import { flagsOf, LARGE, type Network, pair, SEED, sceneOf } from '../networks.ts';

export interface MemoryRow {
  readonly what: string;
  readonly triangles: number;
  /** The most memory that the command had, as the operating system counts it; why not, if it was not measured. */
  readonly maxRssBytes: number | string;
  readonly seconds?: number;
  readonly limitBytes: number;
}

interface MemoryCase {
  readonly what: string;
  readonly network: Network;
  readonly format: 'stl' | '3mf';
  /** Throws the bytes away: what is measured is the command, and no disk. */
  readonly discard: boolean;
  readonly limitBytes: number;
  readonly when?: 'not quick' | 'large';
}

const STL_LIMIT = 250e6;
const THREE_MF_LIMIT = 1e9;

const CASES: readonly MemoryCase[] = [
  { what: '--shells, seed', network: SEED, format: 'stl', discard: false, limitBytes: STL_LIMIT },
  { what: '--shells, 28,28', network: pair(28), format: 'stl', discard: true, limitBytes: STL_LIMIT },
  { what: '--shells, 98,98', network: pair(98), format: 'stl', discard: true, limitBytes: STL_LIMIT },
  {
    what: '--shells, 324,324',
    network: pair(324),
    format: 'stl',
    discard: true,
    limitBytes: STL_LIMIT,
    when: 'not quick',
  },
  {
    what: '--shells, 784,128,64,10, thrown away',
    network: LARGE,
    format: 'stl',
    discard: true,
    limitBytes: STL_LIMIT,
    when: 'not quick',
  },
  {
    what: '--shells, 784,128,64,10, written',
    network: LARGE,
    format: 'stl',
    discard: false,
    limitBytes: STL_LIMIT,
    when: 'large',
  },
  {
    what: '3MF of shells, 324,324',
    network: pair(324),
    format: '3mf',
    discard: false,
    limitBytes: THREE_MF_LIMIT,
    when: 'not quick',
  },
];

export interface MemoryOptions extends RunContext {
  readonly quick: boolean;
  readonly large: boolean;
  readonly say: (line: string) => void;
}

/** Peak memory of the whole command. */
export async function runMemory(options: MemoryOptions): Promise<MemoryRow[]> {
  const rows: MemoryRow[] = [];
  for (const line of CASES) {
    if (line.when !== undefined && options.quick) continue;
    if (line.when === 'large' && !options.large) continue;
    const { triangles } = await shells(sceneOf(line.network));
    const { what, limitBytes } = line;
    const peak = await peakOf(line, triangles, options);
    rows.push({ what, triangles, limitBytes, ...peak });
    const { maxRssBytes } = peak;
    options.say(
      `  ${what}: ${typeof maxRssBytes === 'string' ? maxRssBytes : `${(maxRssBytes / 1e6).toFixed(0)} MB`}`,
    );
  }
  return rows;
}

async function peakOf(
  { network, format, discard }: MemoryCase,
  triangles: number,
  { folder, limitSeconds }: RunContext,
): Promise<Pick<MemoryRow, 'maxRssBytes' | 'seconds'>> {
  const { bavail, bsize } = statfsSync(folder);
  // A facet of an STL is 50 bytes, and a triangle of a 3MF is less.
  const wanted = 60 * triangles;
  if (!discard && bavail * bsize < wanted) {
    return { maxRssBytes: `no room: it takes ${(wanted / 1e9).toFixed(1)} GB` };
  }
  const file = discard ? devNull : join(folder, `memory.${format}`);
  try {
    const start = performance.now();
    const args = [NEUROFAB, ...flagsOf(network), '--shells', '--quiet', '--format', format, '-o', file];
    const maxRssBytes = await maxRss(args, limitSeconds);
    return { maxRssBytes, seconds: (performance.now() - start) / 1000 };
  } catch (error) {
    if (error instanceof OverLimit) return { maxRssBytes: `more than ${limitSeconds} s` };
    return { maxRssBytes: `failed: ${(error as Error).message}` };
  } finally {
    if (!discard) rmSync(file, { force: true });
  }
}

/** Runs a Node program that tells its own peak at its end. */
function maxRss(args: readonly string[], limitSeconds: number): Promise<number> {
  const hook = pathToFileURL(inBenchmarks('peers/tell-max-rss.mjs')).href;
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', hook, ...args], {
      stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    });
    let told = '';
    let said = '';
    child.stdio[3]!.on('data', (bytes: Buffer) => {
      told += bytes;
    });
    child.stderr!.on('data', (bytes: Buffer) => {
      said = (said + bytes).slice(-2000);
    });
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new OverLimit());
    }, limitSeconds * 1000);
    child.on('error', reject);
    child.on('close', (code) => {
      clearTimeout(timer);
      if (code === 0) resolve(Number(told));
      else reject(new Error(`exit code ${code}: ${said}`));
    });
  });
}
