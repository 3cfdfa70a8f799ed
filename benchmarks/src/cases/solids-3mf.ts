import type { Case } from '../case.ts';
import { inProcess } from '../measure/in-process.ts';
import { SEED_FINE } from '../networks.ts';

/** Writing 3MF alone: all are handed the same meshes. */
export const SOLIDS_3MF: Case = {
  id: 'solids-3mf',
  work: 'solids → 3MF, in process',
  network: 'seed, tolerance 0.02',
  pace: 'milliseconds',
  // JSCAD's writer drops triangles that it holds for degenerate.
  agreement: { triangles: 0.02 },
  neurofab: inProcess({ name: 'Neurofab', task: 'neurofab 3mf', network: SEED_FINE }),
  peers: [
    inProcess({ name: 'three-3mf-exporter', task: 'three 3mf', network: SEED_FINE }),
    inProcess({ name: 'JSCAD', task: 'jscad 3mf', network: SEED_FINE }),
  ],
  targets: [
    { kind: 'faster', than: 'three-3mf-exporter', atLeast: 5, reachFor: 10 },
    { kind: 'faster', than: 'JSCAD', atLeast: 30, reachFor: 50 },
    { kind: 'smaller', than: 'three-3mf-exporter' },
    { kind: 'smaller', than: 'JSCAD' },
  ],
};
