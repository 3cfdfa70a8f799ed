import { formatFault, SpecError } from '@neurofab/core';
import {
  cleanName,
  FIELDS,
  fieldFromText,
  isObject,
  parseNumber,
  putAt,
  show,
  valueAt,
} from '@neurofab/core/internal';
import { askedIn, networkInForce, settle } from '@neurofab/job';
import { fieldName, type Linked, MAX_LINK, PACKED } from './linked.ts';
import { unpack } from './pack.ts';

/**
 * What a link from anywhere asks for, with a network that can be made; or one sentence about what is wrong with it. `undefined` for a link
 * that says nothing.
 */
export async function readLink(
  hash: string,
): Promise<{ readonly asked: Linked } | { readonly fault: string } | undefined> {
  try {
    const text = hash.replace(/^#/, '');
    if (text === '') return undefined;
    if (text.length > MAX_LINK) throw unreadable(`it has ${text.length} characters, not up to ${MAX_LINK}`);
    const asked = await askedFor(text);
    // How large it is to be does not matter here, and takes time to find out where it is to fit.
    const anySize = { ...asked, scale: undefined };
    networkInForce(anySize, settle(anySize));
    return { asked };
  } catch (error) {
    if (!(error instanceof SpecError)) throw error;
    // What was written by anybody is not to change how the rest of the sentence reads.
    return { fault: cleanName(formatFault(error.faults[0]!)) };
  }
}

async function askedFor(text: string): Promise<Linked> {
  const said = new Map<string, string | true>();
  for (const word of text.split('&')) {
    if (word === '') continue;
    const [name, value] = cut(word);
    if (said.has(name)) throw saidTwice(name);
    said.set(name, value);
  }
  const network = await packedFields(said.get(PACKED));
  const names = new Set([PACKED]);
  for (const field of FIELDS) {
    const name = fieldName(field);
    names.add(name);
    const value = said.get(name);
    if (typeof value !== 'string') continue;
    if (valueAt(network, field.path) !== undefined) throw saidTwice(name);
    putAt(network, field.path, fieldFromText(field.kind, value));
  }
  const settings = [...said].filter(([name]) => !names.has(name));
  return Object.assign({ network }, ...settings.map(settingOf));
}

/** What a word says, and of what: layers stand alone, as do settings that are on. */
function cut(word: string): readonly [name: string, value: string | true] {
  const at = word.indexOf('=');
  if (at >= 0) return [decode(word.slice(0, at)), decode(word.slice(at + 1))];
  const text = decode(word);
  return isMeant(asks([text, true])) ? [text, true] : ['', text];
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw unreadable(`it has the broken text ${show(text)}`);
  }
}

async function packedFields(packed: string | true | undefined): Promise<Record<string, unknown>> {
  if (packed === undefined) return {};
  const fields = parseJson(await unpack(String(packed)));
  if (!isObject(fields)) throw unreadable('what was packed in it is cut off or changed');
  return fields;
}

function parseJson(text = ''): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What a setting asks for. */
function settingOf([name, value]: readonly [string, string | true]): Linked {
  const asked = asks([name, value]);
  if (!isMeant(asked)) throw unreadable(`${show(`${name}=${value}`)} means nothing here`);
  return Object.fromEntries(Object.entries(asked).filter(([, field]) => field !== undefined));
}

function asks([name, value]: readonly [string, string | true]): Linked {
  if (value === true) return askedIn({ [name]: value });
  switch (name) {
    case 'scale':
      return { scale: value === 'fit' ? value : (parseNumber(value) ?? Number.NaN) };
    case 'format':
      return { format: value };
    case 'file-name':
      return { fileName: value };
    default:
      return askedIn({ [name]: value });
  }
}

function isMeant(asked: Linked): boolean {
  return Object.values(asked).some(
    (value) => value !== undefined && (typeof value !== 'number' || Number.isFinite(value)),
  );
}

function saidTwice(name: string): SpecError {
  return unreadable(name === '' ? 'it says layers twice' : `it says ${show(name)} twice`);
}

function unreadable(why: string): SpecError {
  return new SpecError([{ path: [], message: `The link cannot be read: ${why}.` }]);
}
