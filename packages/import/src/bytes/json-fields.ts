import { isObject } from '@neurofab/core/internal';

/** An object of a JSON, by the names of its fields. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** What an object of a JSON holds under a name of its own; nothing is inherited. */
export function field(value: unknown, name: string): unknown {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

/** A field of JSON that is a text; `undefined` where it is none. */
export function textField(value: unknown, name: string): string | undefined {
  const found = field(value, name);
  return typeof found === 'string' ? found : undefined;
}

/** A field of JSON that is a number; `undefined` where it is none. */
export function numberField(value: unknown, name: string): number | undefined {
  const found = field(value, name);
  return typeof found === 'number' ? found : undefined;
}

/** A field of JSON that is a list; an empty one where it is none. */
export function listField(value: unknown, name: string): readonly unknown[] {
  const found = field(value, name);
  return Array.isArray(found) ? found : [];
}
