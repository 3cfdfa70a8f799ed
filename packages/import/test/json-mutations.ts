import { jsonMutations } from '@neurofab/test-kit';
import fc from 'fast-check';

/** A change of bytes that are JSON; others give `undefined`. */
export type JsonBytesMutation = (bytes: Uint8Array) => Uint8Array | undefined;

const HOSTILE_VALUES: readonly unknown[] = [
  -1,
  0,
  1,
  2,
  255,
  65_536,
  2 ** 31,
  2 ** 32,
  2 ** 53,
  1e300,
  0.5,
  true,
  null,
  '',
  '__proto__',
  'linear',
  'relu',
  'F32',
  '\u0000\u202e\n',
  [],
  {},
  [0],
  [-1, 2],
  [1e9, 1e9],
  [[0]],
  [[1, 2], [3]],
  { name: 'x', size: 1 },
  { class_name: 'Dense', config: {} },
  'x'.repeat(5000),
];

const FIELDS = [
  '__proto__',
  'constructor',
  'toString',
  'length',
  'shape',
  'dtype',
  'config',
  'layers',
  'weights',
];

const inPlace = jsonMutations({ values: HOSTILE_VALUES, fields: FIELDS });

/** One or two changes of a value, a field or an item somewhere in a document. */
export const jsonBytesMutations: fc.Arbitrary<JsonBytesMutation> = fc
  .array(inPlace, { minLength: 1, maxLength: 2 })
  .map((changes) => (bytes) => {
    let json: unknown;
    try {
      json = JSON.parse(new TextDecoder().decode(bytes));
    } catch {
      return undefined;
    }
    for (const change of changes) change(json);
    return new TextEncoder().encode(JSON.stringify(json));
  });
