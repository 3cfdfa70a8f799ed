import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { stl } from '@neurofab/backend-stl';
import { collect } from '@neurofab/core';
import type { Contestant } from '../contestant.ts';
import { command } from '../measure/command.ts';
import { type Network, sceneOf } from '../networks.ts';
import { inBenchmarks } from './paths.ts';

/** The least that a command on Node can do: it starts, has the finished bytes, copies and writes them. */
export function copyCommand(network: Network): Contestant {
  return command({
    name: 'Node, copy and write',
    async prepare(file, folder) {
      const finished = join(folder, 'finished.stl');
      writeFileSync(finished, await collect(stl().render(sceneOf(network))));
      return { program: process.execPath, args: [inBenchmarks('peers/copy.mjs'), finished, file] };
    },
  });
}
