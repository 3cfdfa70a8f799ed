import type { Case } from '../case.ts';
import { inProcess } from '../measure/in-process.ts';
import { DENSE_UPRIGHT, FLAT, type Network, UPRIGHT } from '../networks.ts';

/** What it costs to say what a print takes, which nobody is to feel. */
export const PLAN_FLAT: Case = planCase('plan-flat', '3,6,6,4,2 flat, with its foot', FLAT, 300);
export const PLAN_UPRIGHT: Case = planCase('plan-upright', '3,6,6,4,2 upright', UPRIGHT, 300);
export const PLAN_DENSE: Case = planCase('plan-dense', '16,16,16 upright', DENSE_UPRIGHT, 3000);

function planCase(id: string, name: string, network: Network, atLeast: number): Case {
  return {
    id,
    work: 'what a print takes, in process',
    network: name,
    pace: 'milliseconds',
    agreement: {},
    neurofab: inProcess({ name: 'Neurofab', task: 'neurofab plan', network }),
    peers: [],
    targets: [{ kind: 'under', atLeast, reachFor: atLeast / 6 }],
  };
}
