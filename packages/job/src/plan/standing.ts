import { layout, type NetworkScene } from '@neurofab/core';
import type { Asked } from '../asked/asked.ts';
import { type Settled, settle } from '../asked/settle.ts';
import { type NetworkInForce, networkInForce } from './network-in-force.ts';

/** The network that was asked for, of the size and on the bed that was. */
export interface Standing extends NetworkInForce {
  readonly settled: Settled;
  readonly scene: NetworkScene;
}

/** What can be known of what was asked for without any format, as soon as it is asked for. Throws a SpecError for the faults of the network itself. */
export function standing(asked: Asked): Standing {
  const settled = settle(asked);
  const network = networkInForce(asked, settled);
  return { ...network, settled, scene: layout(network.spec, settled) };
}
