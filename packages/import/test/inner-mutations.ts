import { byteMutations, type Mutation, share } from '@neurofab/test-kit';
import fc from 'fast-check';
import { gunzipSync, gzipSync, unzipSync, unzlibSync, zipSync, zlibSync } from 'fflate';
import { jsonBytesMutations } from './json-mutations.ts';

/**
 * Changes of what is packed in a sound file, which is packed again as it was: a member of an archive, what gzip or zlib packed,
 * the header of safetensors. What is JSON is changed as such. A file in which nothing is packed is changed itself.
 */
export const innerMutations: fc.Arbitrary<Mutation> = fc
  .tuple(share, byteMutations, jsonBytesMutations, fc.boolean())
  .map(
    ([at, changeBytes, changeJson, isJson]): Mutation =>
      (bytes) =>
        changeInside(bytes, at, (inner) => (isJson ? changeJson(inner) : undefined) ?? changeBytes(inner)),
  );

function changeInside(bytes: Uint8Array, at: number, change: Mutation): Uint8Array {
  if (bytes.length < 9) return change(bytes);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // Its length may look like the mark of zlib.
  if (bytes[8] === 0x7b && view.getUint32(4, true) === 0) {
    const end = 8 + view.getUint32(0, true);
    const header = change(bytes.slice(8, end));
    const length = new Uint8Array(8);
    new DataView(length.buffer).setUint32(0, header.length, true);
    return Uint8Array.of(...length, ...header, ...bytes.subarray(end));
  }
  if (view.getUint16(0) === 0x504b) {
    const members = unzipSync(bytes);
    const names = Object.keys(members);
    const name = names[Math.floor(at * names.length)]!;
    return zipSync({ ...members, [name]: change(members[name]!) }, { level: 0 });
  }
  if (view.getUint16(0) === 0x1f8b) return gzipSync(change(gunzipSync(bytes)), { level: 1 });
  if (bytes[0] === 0x78 && view.getUint16(0) % 31 === 0)
    return zlibSync(change(unzlibSync(bytes)), { level: 1 });
  return change(bytes);
}
