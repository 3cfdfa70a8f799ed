import { NETWORK_DEFAULTS, type NetworkSpecInput, type Settings } from '@neurofab/core';
import { FIELDS, type Field, fieldFromText, fieldText, putAt, valueAt } from '@neurofab/core/internal';
import { settingsOf } from '@neurofab/job';
import { fieldName, type Linked, MAX_LINK, PACKED } from './linked.ts';
import { pack } from './pack.ts';

/**
 * The link that holds what is asked for, as `location.hash` has it: `#3,6,6,4,2&r=3&printer=bambu-p1s-ams&scale=fit`. Words say what
 * they can; the rest, such as weights, is packed.
 */
export async function linkOf(asked: Linked): Promise<{ readonly hash: string } | { readonly tooLong: true }> {
  const { layers = NETWORK_DEFAULTS.layers, ...network } = asked.network ?? {};
  const { words, unsaid } = networkWords({ layers, ...network });
  const packed = Object.keys(unsaid).length === 0 ? [] : [await pack(JSON.stringify(unsaid))];
  if (packed.includes(undefined)) return { tooLong: true };
  const hash = [...words, ...askedWords(asked), ...packed.map((text) => `${PACKED}=${text}`)].join('&');
  return hash.length > MAX_LINK ? { tooLong: true } : { hash: `#${hash}` };
}

/** The words for fields of a network, and the fields that have none. */
function networkWords(network: NetworkSpecInput): {
  readonly words: readonly string[];
  readonly unsaid: object;
} {
  const words: string[] = [];
  const unsaid: Record<string, unknown> = {};
  for (const field of FIELDS) {
    const value = valueAt(network, field.path);
    if (value === undefined || goesWithoutSaying(field, value)) continue;
    const text = exactText(field, value);
    if (text === undefined) putAt(unsaid, field.path, value);
    else words.push(field.key === '' ? encode(text) : `${fieldName(field)}=${encode(text)}`);
  }
  return { words, unsaid };
}

/** Addresses of schemas mean nothing to a network, and its version is the last unless it is said. */
function goesWithoutSaying({ kind: { kind } }: Field, value: unknown): boolean {
  return kind === 'address' || (kind === 'version' && value === 2);
}

/** The text of a value that gives the very same again, so that files have the same bytes. */
function exactText({ kind }: Field, value: unknown): string | undefined {
  const text = fieldText(kind, value);
  const isExact = text !== undefined && JSON.stringify(fieldFromText(kind, text)) === JSON.stringify(value);
  return isExact ? text : undefined;
}

function askedWords(asked: Linked): string[] {
  const { scale = 1, format, fileName } = asked;
  const settings: Settings = {
    ...settingsOf(asked, asked.printer),
    ...(scale !== 1 && { scale: String(scale) }),
    ...(format !== undefined && { format }),
    ...(fileName !== undefined && { 'file-name': fileName }),
  };
  return Object.entries(settings).map(([name, value]) =>
    value === true ? name : `${name}=${encode(value)}`,
  );
}

/** Beside what has to be escaped, what programs cut links at; commas stay, to be read. */
function encode(text: string): string {
  // Half a surrogate pair has no code, and means nothing to a name.
  return encodeURIComponent(text.replace(/\p{Cs}/gu, ''))
    .replaceAll('%2C', ',')
    .replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}
