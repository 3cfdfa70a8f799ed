import process from 'node:process';
import type { Contestant } from '../contestant.ts';
import { command } from '../measure/command.ts';
import { inBenchmarks } from './paths.ts';

/** A script in `peers/` that makes the seed network and writes it to the file that it is told. */
export function peerScript(name: string, script: string): Contestant {
  return command({
    name,
    prepare: async (file) => ({ program: process.execPath, args: [inBenchmarks(`peers/${script}`), file] }),
  });
}
