import type { Case } from '../case.ts';
import { inProcess } from '../measure/in-process.ts';
import { FLAT, UPRIGHT } from '../networks.ts';

/** What it costs to lay the default network flat: it is cut, and no plane mirrors it. */
export const FLAT_3MF: Case = {
  id: 'flat-3mf',
  work: 'network → 3MF, in process',
  network: '3,6,6,4,2 flat, with its foot',
  pace: 'milliseconds',
  agreement: {},
  neurofab: inProcess({ name: 'Neurofab', task: 'neurofab network to 3mf', network: FLAT }),
  peers: [inProcess({ name: 'the same upright', task: 'neurofab network to 3mf', network: UPRIGHT })],
  targets: [{ kind: 'within', of: 'the same upright', atLeast: 1.5, reachFor: 1 }],
};
