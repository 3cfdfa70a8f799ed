import type { Case } from '../case.ts';
import { inProcess } from '../measure/in-process.ts';
import { SEED_FINE } from '../networks.ts';

/** What a page does while somebody drags a slider. */
export const PREVIEW: Case = {
  id: 'preview',
  work: 'preview meshes (shells, in process)',
  network: 'seed, tolerance 0.02',
  pace: 'milliseconds',
  agreement: {},
  neurofab: inProcess({ name: 'Neurofab', task: 'neurofab preview', network: SEED_FINE }),
  peers: [],
  targets: [{ kind: 'under', atLeast: 5, reachFor: 1 }],
};
