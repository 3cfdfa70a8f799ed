import process from 'node:process';
import type { Case } from '../case.ts';
import { NEUROFAB } from '../commands/paths.ts';
import type { Contestant } from '../contestant.ts';
import { command } from '../measure/command.ts';
import { saving } from '../pages/saving.ts';

const LAYERS = '3,6,6,4,2';

/** From the first click on a page to the file, beside the command that writes the same. */
export const PAGE_FILE: Case = {
  id: 'page-file',
  work: 'page: first click → 3MF',
  network: LAYERS,
  pace: 'seconds',
  isOnPage: true,
  agreement: { triangles: 0 },
  neurofab: saving({ click: 1 }),
  peers: [theCommand()],
  targets: [{ kind: 'within', of: 'the command', atLeast: 1, reachFor: 0.7 }],
};

/** The same, once more. */
export const PAGE_FILE_AGAIN: Case = {
  ...PAGE_FILE,
  id: 'page-file-again',
  work: 'page: second click → 3MF',
  neurofab: saving({ click: 2 }),
  targets: [{ kind: 'within', of: 'the command', atLeast: 0.7, reachFor: 0.4 }],
};

function theCommand(): Contestant {
  return command({
    name: 'the command',
    format: '3mf',
    prepare: async (file) => ({
      program: process.execPath,
      args: [NEUROFAB, LAYERS, '--quiet', '-o', file],
    }),
  });
}
