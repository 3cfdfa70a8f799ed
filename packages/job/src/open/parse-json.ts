import { jsonFault } from './json-fault.ts';
import { OpenError } from './open-error.ts';

/** The value of a text of JSON. Throws an OpenError that says where the text is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const { line, column, message } = jsonFault(text);
    throw new OpenError('unusable', [`Not JSON at line ${line}, column ${column}: ${message}.`]);
  }
}
