import { InputError } from '../errors.ts';
import type { Io } from '../io.ts';
import { jsonFault } from './json-fault.ts';
import { fileLabel, readBytes } from './read-bytes.ts';

/** A million weights take some twenty megabytes. */
const MAX_SPEC_BYTES = 50_000_000;

export interface SpecFile {
  /** What to call it in a message. */
  readonly label: string;
  /** Any JSON value. */
  readonly contents: unknown;
}

/** The JSON in a spec file; `-` is standard input. Throws a CommandError for a file that cannot be read, an InputError for contents that are not JSON. */
export async function readSpec(path: string, io: Io): Promise<SpecFile> {
  const label = fileLabel(path);
  const bytes = await readBytes(path, io, { flag: '--spec', what: 'A spec', maxBytes: MAX_SPEC_BYTES });
  return parseSpec(bytes, label);
}

/** The JSON in the bytes of a spec file. Throws an InputError for what is not JSON. */
export function parseSpec(bytes: Uint8Array, label: string): SpecFile {
  return { label, contents: parseJson(decode(bytes, label), label) };
}

function decode(bytes: Uint8Array, label: string): string {
  try {
    // It also takes off a byte order mark, which Windows editors put before UTF-8.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
    throw new InputError([`${label}: Must be UTF-8 text, but is ${isUtf16 ? 'UTF-16' : 'not'}.`]);
  }
}

function parseJson(text: string, label: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const { line, column, message } = jsonFault(text);
    throw new InputError([`${label}: Not JSON at line ${line}, column ${column}: ${message}.`]);
  }
}
