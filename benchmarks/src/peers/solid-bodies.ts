import type { Body, Part } from '@neurofab/core';
import { solids } from '@neurofab/solid';
import { type Network, sceneOf } from '../networks.ts';

/** The closed bodies of a network, and the parts that they are of: what every writer of 3MF is handed. */
export async function solidBodies(network: Network): Promise<{ parts: readonly Part[]; bodies: Body[] }> {
  const stream = await solids(sceneOf(network));
  const bodies: Body[] = [];
  for await (const body of stream) bodies.push(body);
  return { parts: stream.parts, bodies };
}
