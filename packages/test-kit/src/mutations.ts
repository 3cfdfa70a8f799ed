import fc from 'fast-check';

/** A change of a file, whose places are shares of its length so that they fit any file. */
export type Mutation = (bytes: Uint8Array) => Uint8Array;

const HOSTILE_NUMBERS = [
  '-1',
  '0',
  '1',
  '3',
  '8',
  '255',
  '65536',
  '2147483647',
  '2147483648',
  '4294967295',
  '4294967296',
  '1e9',
  '0.5',
  '-0',
  'NaN',
  'inf',
  '1e38',
  '3.5e38',
  '1e999',
  '-1e999',
  '1e-999',
  '+1',
  '1,5',
  '0x10',
  '',
  ' ',
  '1 0 0',
  '9'.repeat(500),
  'é',
];

const HOSTILE_FLOATS = [7.8e30, -7.8e30, 3.4028234663852886e38, -3.4028234663852886e38, 1e21, 1e-45, -0];

const HOSTILE_TEXT = [
  '<',
  '>',
  '"',
  "'",
  '&',
  '/',
  '/>',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<?',
  '?>',
  '<!DOCTYPE a>',
  '&amp;',
  '&a;',
  '&#0;',
  '\0',
  '\ufeff',
  '<a>',
  '</a>',
  '<vertices>',
  '</vertices>',
  '<triangles/>',
  '</mesh>',
  ' id="2"',
  ' pid="1" p1="9"',
  ' xmlns="a"',
  ' xmlns:p="b"',
  '<component objectid="4"/>',
  '<item objectid="2"/>',
  ' unit="inch"',
  ' __proto__="a"',
];

/** A place as a share of all. Without bias: fast-check likes small numbers, and the start of a file is soon explored. */
export const share: fc.Arbitrary<number> = fc.noBias(fc.nat(2 ** 30 - 1)).map((number) => number / 2 ** 30);

/** A file after one change and the next. */
export function mutate(bytes: Uint8Array, mutations: readonly Mutation[]): Uint8Array {
  return mutations.reduce((changed, mutation) => mutation(changed), bytes);
}

/** Changes that know nothing of what they change. */
export const byteMutations: fc.Arbitrary<Mutation> = fc.oneof(
  fc.tuple(share, fc.nat(7)).map(
    ([at, bit]): Mutation =>
      (bytes) => {
        const copy = bytes.slice();
        if (copy.length > 0) copy[Math.floor(at * copy.length)]! ^= 1 << bit;
        return copy;
      },
  ),
  fc.tuple(share, fc.uint8Array({ minLength: 1, maxLength: 4 })).map(
    ([at, values]): Mutation =>
      (bytes) =>
        splice(bytes, at, values.length, values),
  ),
  share.map(
    (at): Mutation =>
      (bytes) =>
        bytes.slice(0, Math.floor(at * bytes.length)),
  ),
  fc.tuple(share, share).map(
    ([at, length]): Mutation =>
      (bytes) =>
        splice(bytes, at, length ** 3 * bytes.length, new Uint8Array(0)),
  ),
  fc.tuple(share, share, share).map(
    ([from, length, to]): Mutation =>
      (bytes) => {
        const start = Math.floor(from * bytes.length);
        return splice(bytes, to, 0, bytes.slice(start, start + Math.ceil(length ** 3 * bytes.length)));
      },
  ),
);

/** Changes of a binary STL that leave its form as it was: a coordinate becomes any other number. */
export const coordinateMutations: fc.Arbitrary<Mutation> = fc
  .tuple(share, fc.nat(8), fc.oneof(fc.float({ noNaN: true }), fc.constantFrom(...HOSTILE_FLOATS)))
  .map(
    ([at, number, value]): Mutation =>
      (bytes) => {
        const copy = bytes.slice();
        const triangles = Math.floor((copy.length - 84) / 50);
        if (triangles < 1) return copy;
        const view = new DataView(copy.buffer);
        view.setFloat32(84 + 50 * Math.floor(at * triangles) + 12 + 4 * number, value, true);
        return copy;
      },
  );

/** Changes of text that leave most of it as it was: a number, a word or a line becomes another one. */
export const textMutations: fc.Arbitrary<Mutation> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(share, fc.constantFrom(...HOSTILE_NUMBERS))
      .map(([at, number]) => onMatch(/(?<=\s)-?\d[\d.e+-]*/g, at, () => number)),
  },
  fc
    .tuple(share, share)
    .map(([at, from]) => onMatch(/\S+/g, at, (_, all) => all[Math.floor(from * all.length)]!)),
  share.map((at) => onMatch(/.+\n/g, at, () => '')),
  share.map((at) => onMatch(/.+\n/g, at, (found) => found + found)),
);

/** Changes of XML that leave most of it as it was: numbers, tags and attributes instead of bytes. */
export const xmlMutations: fc.Arbitrary<Mutation> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(share, fc.constantFrom(...HOSTILE_NUMBERS))
      .map(([at, number]) => onMatch(/"[-+\d.e ]*"/g, at, () => `"${number}"`)),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(share, fc.constantFrom(...HOSTILE_TEXT))
      .map(([at, text]) => onMatch(/<|>|"|(?<=>)/g, at, (found) => text + found)),
  },
  share.map((at) => onMatch(ELEMENT, at, (found) => found + found)),
  share.map((at) => onMatch(ELEMENT, at, () => '')),
  share.map((at) => onMatch(TAG, at, () => '')),
  share.map((at) => onMatch(/ [\w:]+="[^"]*"/g, at, () => '')),
  share.map((at) => onMatch(/ [\w:]+="[^"]*"/g, at, (found) => found + found)),
  fc
    .tuple(share, share)
    .map(([at, from]) => onMatch(/(?<=<\/?)[\w:]+/g, at, (_, all) => all[Math.floor(from * all.length)]!)),
  fc
    .tuple(share, share)
    .map(([at, from]) => onMatch(/(?<= )[\w:]+(?==)/g, at, (_, all) => all[Math.floor(from * all.length)]!)),
  fc
    .tuple(share, share)
    .map(([at, from]) => onMatch(/"[^"]*"/g, at, (_, all) => all[Math.floor(from * all.length)]!)),
  fc
    .tuple(share, share)
    .map(([at, from]) => onMatch(ELEMENT, at, (found, all) => found + all[Math.floor(from * all.length)]!)),
);

const TAG = /<[^>]*>/g;
const ELEMENT = /<(\w+)[^>]*(?:\/>|>.*?<\/\1>)/gs;

function splice(bytes: Uint8Array, at: number, removed: number, added: Uint8Array): Uint8Array {
  const start = Math.floor(at * bytes.length);
  const end = Math.min(bytes.length, start + Math.ceil(removed));
  const result = new Uint8Array(start + added.length + bytes.length - end);
  result.set(bytes.subarray(0, start));
  result.set(added, start);
  result.set(bytes.subarray(end), start + added.length);
  return result;
}

/** Replaces that match of `pattern` which is `at` of all of them. */
function onMatch(
  pattern: RegExp,
  at: number,
  replace: (found: string, all: readonly string[]) => string,
): Mutation {
  return (bytes) => {
    const text = new TextDecoder().decode(bytes);
    const matches = [...text.matchAll(pattern)];
    const match = matches[Math.floor(at * matches.length)];
    if (match === undefined) return bytes;
    const replacement = replace(
      match[0],
      matches.map(([found]) => found),
    );
    return new TextEncoder().encode(
      text.slice(0, match.index) + replacement + text.slice(match.index + match[0].length),
    );
  };
}
