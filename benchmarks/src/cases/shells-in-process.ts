import type { Case } from '../case.ts';
import { inProcess } from '../measure/in-process.ts';
import { SEED } from '../networks.ts';

/** How far the writer is from the least that any writer must do. */
export const SHELLS_IN_PROCESS: Case = {
  id: 'shells-in-process',
  work: 'shells → STL, in process',
  network: 'seed, 489,852 triangles',
  pace: 'milliseconds',
  agreement: { triangles: 0, volume: 0 },
  neurofab: inProcess({ name: 'Neurofab', task: 'neurofab shells to a file', network: SEED }),
  peers: [inProcess({ name: 'copy and write', task: 'copy and write', network: SEED })],
  targets: [{ kind: 'within', of: 'copy and write', atLeast: 2, reachFor: 1.5 }],
};
