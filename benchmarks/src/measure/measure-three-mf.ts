import { unzipSync } from 'fflate';
import type { Measured } from '../contestant.ts';

/** Size of a 3MF, and the triangles that its models have together. */
export function measureThreeMf(bytes: Uint8Array): Measured {
  const models = unzipSync(bytes, { filter: ({ name }) => name.endsWith('.model') });
  const triangles = Object.values(models).reduce((sum, model) => sum + countTriangles(model), 0);
  return { triangles, bytes: bytes.length };
}

/** Counts tags in bytes: the text of a large model is longer than a string can be. */
function countTriangles(model: Uint8Array): number {
  const bytes = Buffer.from(model.buffer, model.byteOffset, model.byteLength);
  let count = 0;
  // With the space after it, the tag of the list does not count.
  for (let at = bytes.indexOf('<triangle '); at >= 0; at = bytes.indexOf('<triangle ', at + 1)) count++;
  return count;
}
