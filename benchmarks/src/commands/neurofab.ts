import process from 'node:process';
import type { Contestant } from '../contestant.ts';
import { command } from '../measure/command.ts';
import { flagsOf, type Network } from '../networks.ts';
import { NEUROFAB } from './paths.ts';

/** The `neurofab` command, with a network and further flags. */
export function neurofabCommand(network: Network, flags: readonly string[]): Contestant {
  return command({
    name: 'Neurofab',
    prepare: async (file) => ({
      program: process.execPath,
      args: [NEUROFAB, ...flagsOf(network), ...flags, '--quiet', '-o', file],
    }),
  });
}
