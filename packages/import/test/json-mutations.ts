import fc from 'fast-check';

/** A change of bytes that are JSON; others give `undefined`. */
export type JsonMutation = (bytes: Uint8Array) => Uint8Array | undefined;

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

/** A place as a share of all. Without bias: fast-check likes small numbers, and the start of a file is soon explored. */
export const share: fc.Arbitrary<number> = fc.noBias(fc.nat(2 ** 30 - 1)).map((number) => number / 2 ** 30);

/** Changes of a value, a field or an item somewhere in a document. */
export const jsonMutations: fc.Arbitrary<JsonMutation> = fc
  .array(
    fc.oneof(
      fc.tuple(share, fc.constantFrom(...HOSTILE_VALUES)).map(([at, value]) =>
        onSlot(at, (holder, key) => {
          set(holder, key, structuredClone(value));
        }),
      ),
      share.map((at) =>
        onSlot(at, (holder, key) => {
          if (Array.isArray(holder)) holder.splice(Number(key), 1);
          else delete holder[key];
        }),
      ),
      share.map((at) =>
        onSlot(at, (holder, key) => {
          if (Array.isArray(holder)) holder.push(structuredClone(holder[Number(key)]));
        }),
      ),
      fc
        .tuple(share, fc.constantFrom(...FIELDS), fc.constantFrom(...HOSTILE_VALUES))
        .map(([at, field, value]) =>
          onSlot(at, (holder) => {
            if (!Array.isArray(holder)) set(holder, field, structuredClone(value));
          }),
        ),
      fc.tuple(share, share).map(([at, from]) => (json: unknown) => {
        let found: unknown;
        onSlot(from, (holder, key) => {
          found = structuredClone(holder[key]);
        })(json);
        onSlot(at, (holder, key) => {
          set(holder, key, found);
        })(json);
      }),
    ),
    { minLength: 1, maxLength: 2 },
  )
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

type Holder = Record<string, unknown>;

/** A field of its own even where it is called `__proto__`, as `JSON.parse` makes it. */
function set(holder: Holder, key: string, value: unknown): void {
  Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
}

/** Changes that place among all items and fields which is `at` of them. */
function onSlot(at: number, change: (holder: Holder, key: string) => void): (json: unknown) => void {
  return (json) => {
    const slots = slotsOf(json);
    const slot = slots[Math.floor(at * slots.length)];
    if (slot !== undefined) change(...slot);
  };
}

function slotsOf(value: unknown): [Holder, string][] {
  if (typeof value !== 'object' || value === null) return [];
  const holder = value as Holder;
  return Object.keys(holder).flatMap((key): [Holder, string][] => [[holder, key], ...slotsOf(holder[key])]);
}
