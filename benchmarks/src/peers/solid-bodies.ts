import type { Body } from '@neurofab/core';
import { solids } from '@neurofab/solid';
import { type Network, sceneOf } from '../networks.ts';

/** The closed bodies of a network's parts: what every writer of 3MF is handed. */
export async function solidBodies(network: Network): Promise<Body[]> {
  const bodies: Body[] = [];
  for await (const body of await solids(sceneOf(network))) bodies.push(body);
  return bodies;
}
