import { jsonFault } from './json-fault.ts';
import { OpenError } from './open-error.ts';

/** The JSON in the bytes of a spec. Throws an OpenError for what is not JSON. */
export function parseSpec(bytes: Uint8Array): unknown {
  return parseJson(decode(bytes));
}

function decode(bytes: Uint8Array): string {
  try {
    // It also takes off a byte order mark, which Windows editors put before UTF-8.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
    throw new OpenError('unusable', [`Must be UTF-8 text, but is ${isUtf16 ? 'UTF-16' : 'not'}.`]);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const { line, column, message } = jsonFault(text);
    throw new OpenError('unusable', [`Not JSON at line ${line}, column ${column}: ${message}.`]);
  }
}
