import { type JsonMutation, jsonMutations, share } from '@neurofab/test-kit';
import fc from 'fast-check';

/** A change of bytes, whose places are shares of their length so that they fit any file. */
export type ByteMutation = (bytes: Uint8Array) => Uint8Array;

const HOSTILE_VALUES: readonly unknown[] = [
  -1,
  0,
  1,
  3,
  4,
  5,
  6,
  7,
  255,
  65_536,
  2_147_483_648,
  4_294_967_295,
  2 ** 53,
  1e38,
  1e300,
  0.5,
  5120,
  5123,
  5125,
  5126,
  'VEC3',
  'SCALAR',
  '',
  '\u0000\u202e',
  'a.bin',
  'KHR_mesh_quantization',
  '__proto__',
  true,
  null,
  [],
  {},
  [0],
  [0, 0, 0],
  [1e38, -1e38, 1e38],
  [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
  { bufferView: 0, byteOffset: 0, componentType: 5121 },
  { count: 1, indices: { bufferView: 1, componentType: 5121 }, values: { bufferView: 0 } },
];

const FIELDS = [
  'sparse',
  'matrix',
  'rotation',
  'scale',
  'children',
  'mesh',
  'byteStride',
  'normalized',
  'mode',
  'uri',
];

/** Changes that know nothing of what they change. */
export const byteMutations: fc.Arbitrary<ByteMutation> = fc.oneof(
  fc.tuple(share, fc.nat(7)).map(
    ([at, bit]): ByteMutation =>
      (bytes) => {
        const copy = bytes.slice();
        if (copy.length > 0) copy[Math.floor(at * copy.length)]! ^= 1 << bit;
        return copy;
      },
  ),
  fc.tuple(share, fc.uint8Array({ minLength: 1, maxLength: 4 })).map(
    ([at, values]): ByteMutation =>
      (bytes) => {
        const copy = bytes.slice();
        copy.set(values.subarray(0, copy.length), Math.floor(at * Math.max(0, copy.length - values.length)));
        return copy;
      },
  ),
  share.map(
    (at): ByteMutation =>
      (bytes) =>
        bytes.slice(0, Math.floor(at * bytes.length)),
  ),
  fc.tuple(share, share).map(
    ([from, to]): ByteMutation =>
      (bytes) => {
        const copy = bytes.slice();
        const start = Math.floor(from * copy.length);
        return copy.copyWithin(Math.floor(to * copy.length), start, start + 40);
      },
  ),
);

/** Changes of a value, a field or an item somewhere in a document. */
export const glbJsonMutations: fc.Arbitrary<JsonMutation> = jsonMutations({
  values: HOSTILE_VALUES,
  fields: FIELDS,
});
