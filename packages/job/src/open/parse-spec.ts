import { decodeText } from './decode-text.ts';
import { parseJson } from './parse-json.ts';

/** The JSON in the bytes of a spec. Throws an OpenError for what is not JSON. */
export function parseSpec(bytes: Uint8Array): unknown {
  return parseJson(decodeText(bytes));
}
