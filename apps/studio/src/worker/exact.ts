import { assembled, type HexColor, type Mesh } from '@neurofab/core';
import type { Asked } from '@neurofab/job';
import { solids } from '@neurofab/solid';
import { planFile } from './make.ts';

/** A body as it goes into a file. */
export interface ExactBody {
  readonly mesh: Mesh;
  readonly color: HexColor;
}

/** The bodies of what is asked for, joined as they go into a file with a body a part, put together where there are several pieces. */
export async function exactBodies(asked: Asked, onProgress: (done: number) => void): Promise<ExactBody[]> {
  const { scene } = await planFile(asked);
  const stream = await assembled(solids)(scene, { onProgress });
  const bodies: ExactBody[] = [];
  for await (const { mesh, part } of stream) bodies.push({ mesh, color: stream.parts[part]!.color });
  return bodies;
}
