import type { Case } from '../case.ts';
import { inProcess } from '../measure/in-process.ts';
import { ODD } from '../networks.ts';

/** Circles with an odd number of sides, against booleans part by part, the road for whatever has no other. */
export const FUSED_ODD: Case = {
  id: 'fused-odd',
  work: 'fused',
  network: '16,16, 25 sides',
  pace: 'seconds',
  agreement: { volume: 0.005 },
  neurofab: inProcess({ name: 'Neurofab', task: 'neurofab fused', network: ODD }),
  peers: [inProcess({ name: 'booleans', task: 'neurofab booleans', network: ODD })],
  targets: [{ kind: 'faster', than: 'booleans', atLeast: 15, reachFor: 30 }],
};
