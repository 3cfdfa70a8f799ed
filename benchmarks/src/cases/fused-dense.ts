import type { Case } from '../case.ts';
import { inProcess } from '../measure/in-process.ts';
import { DENSE } from '../networks.ts';

/** One closed body of a network with 43,200 crossings of connections. */
export const FUSED_DENSE: Case = {
  id: 'fused-dense',
  work: 'fused',
  network: '16,16,16,16, 24 sides',
  pace: 'seconds',
  agreement: { volume: 0.005 },
  neurofab: inProcess({ name: 'Neurofab', task: 'neurofab fused', network: DENSE }),
  peers: [inProcess({ name: 'Manifold.union', task: 'manifold union', network: DENSE, once: true })],
  targets: [{ kind: 'faster', than: 'Manifold.union', atLeast: 100, reachFor: 200 }],
};
