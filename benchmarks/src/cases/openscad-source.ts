import type { Case } from '../case.ts';
import { inProcess } from '../measure/in-process.ts';
import { LARGE } from '../networks.ts';

/** Source needs no mesh, so its size and time must not grow with the network. */
export const OPENSCAD_SOURCE: Case = {
  id: 'openscad-source',
  work: 'OpenSCAD source',
  network: '784,128,64,10',
  pace: 'milliseconds',
  agreement: {},
  neurofab: inProcess({ name: 'Neurofab', task: 'neurofab openscad', network: LARGE }),
  peers: [],
  targets: [{ kind: 'under', atLeast: 2, reachFor: 1 }],
};
