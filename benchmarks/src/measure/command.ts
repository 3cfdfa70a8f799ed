import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { type Contestant, MissingPeer, OverLimit, type Round } from '../contestant.ts';
import { measureStlFile } from './measure-stl.ts';
import { measureThreeMf } from './measure-three-mf.ts';

export interface CommandOptions {
  readonly name: string;
  readonly once?: boolean;
  /** What it writes; STL if left out. */
  readonly format?: keyof typeof MEASURES;
  /** The program and its arguments, to write that to this file; or why the peer is not there. */
  readonly prepare: (file: string, folder: string) => Promise<CommandLine | MissingPeer>;
}

export interface CommandLine {
  readonly program: string;
  readonly args: readonly string[];
}

/** What a file holds, by its format. */
const MEASURES = {
  stl: measureStlFile,
  '3mf': (file: string) => measureThreeMf(readFileSync(file)),
} as const;

/** A contestant that is started anew each round: from process start to the finished file. */
export function command({ name, once = false, format = 'stl', prepare }: CommandOptions): Contestant {
  return {
    name,
    once,
    async start({ folder, limitSeconds }) {
      const file = join(folder, `${name.replace(/\W+/g, '-')}.${format}`);
      const line = await prepare(file, folder);
      if (line instanceof MissingPeer) throw line;
      return {
        async round({ measure }): Promise<Round> {
          rmSync(file, { force: true });
          const milliseconds = await timed(line, limitSeconds);
          return { milliseconds, measured: measure ? MEASURES[format](file) : undefined };
        },
        stop: () => rmSync(file, { force: true }),
      };
    },
  };
}

/** Milliseconds from the start of a program to its end. Throws an OverLimit past the limit, and for an exit code other than 0. */
function timed({ program, args }: CommandLine, limitSeconds: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-2000);
    });
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new OverLimit());
    }, limitSeconds * 1000);
    child.on('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    child.on('exit', (code, signal) => {
      clearTimeout(timer);
      const milliseconds = performance.now() - start;
      if (code === 0) resolve(milliseconds);
      else reject(new Error(`${program} ended with ${signal ?? `exit code ${code}`}:\n${said}`));
    });
  });
}
