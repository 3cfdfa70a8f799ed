import fc from 'fast-check';
import { share } from './mutations.ts';

/** A change of JSON in place. */
export type JsonMutation = (json: unknown) => void;

export interface JsonMutationOptions {
  /** What stands in place of what was there. */
  readonly values: readonly unknown[];
  /** Names of fields that objects get. */
  readonly fields: readonly string[];
}

/** Changes of a value, a field or an item somewhere in a document. */
export function jsonMutations({ values, fields }: JsonMutationOptions): fc.Arbitrary<JsonMutation> {
  const value = fc.constantFrom(...values);
  return fc.oneof(
    {
      weight: 4,
      arbitrary: fc.tuple(share, value).map(([at, hostile]) =>
        onSlot(at, (holder, key) => {
          set(holder, key, structuredClone(hostile));
        }),
      ),
    },
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
    fc.tuple(share, fc.constantFrom(...fields), value).map(([at, field, hostile]) =>
      onSlot(at, (holder) => {
        if (!Array.isArray(holder)) set(holder, field, structuredClone(hostile));
      }),
    ),
    fc.tuple(share, share).map(
      ([at, from]): JsonMutation =>
        (json) => {
          let found: unknown;
          onSlot(from, (holder, key) => {
            found = structuredClone(holder[key]);
          })(json);
          onSlot(at, (holder, key) => {
            set(holder, key, found);
          })(json);
        },
    ),
  );
}

type Holder = Record<string, unknown>;

/** A field of its own even where it is called `__proto__`, as `JSON.parse` makes it. */
function set(holder: Holder, key: string, value: unknown): void {
  Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
}

/** Changes that place among all items and fields which is `at` of them. */
function onSlot(at: number, change: (holder: Holder, key: string) => void): JsonMutation {
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
