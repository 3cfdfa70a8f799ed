import { ImportError } from '../import-error.ts';
import { IMPORT_LIMITS } from '../limits.ts';

const MOST_DEPTH = 100;
/** Lists, objects and their fields take many times the memory and time of their text. */
const MOST_BRACKETS = 1_000_000;
const MOST_KEYS = 500_000;

/** What a text in JSON says. Throws an ImportError where it is none, or is nested or branched beyond all use. */
export function parseJson(bytes: Uint8Array): unknown {
  if (bytes.length > IMPORT_LIMITS.maxMemberBytes) {
    const message = `Its text has more than ${IMPORT_LIMITS.maxMemberBytes / 2 ** 20} MB, which is the most that is read.`;
    throw new ImportError('too-large', message);
  }
  checkBrackets(bytes);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    throw new ImportError('damaged', 'It is damaged: it is no whole JSON.', { cause: error });
  }
}

const [QUOTE, BACKSLASH, COLON, COMMA] = [0x22, 0x5c, 0x3a, 0x2c];
const [OPEN_ARRAY, CLOSE_ARRAY, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];

function checkBrackets(bytes: Uint8Array): void {
  let depth = 0;
  let brackets = 0;
  let keys = 0;
  let commas = 0;
  let isText = false;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!;
    if (isText) {
      if (byte === BACKSLASH) i++;
      else if (byte === QUOTE) isText = false;
    } else if (byte === QUOTE) isText = true;
    else if (byte === COMMA) commas++;
    else if (byte === COLON) keys++;
    else if (byte === CLOSE_ARRAY || byte === CLOSE_OBJECT) depth--;
    else if (byte === OPEN_ARRAY || byte === OPEN_OBJECT) {
      brackets++;
      depth++;
      if (depth > MOST_DEPTH)
        throw new ImportError('damaged', `Its JSON is nested more than ${MOST_DEPTH} deep.`);
    }
  }
  if (brackets > MOST_BRACKETS || keys > MOST_KEYS || commas > IMPORT_LIMITS.maxTextNumbers) {
    throw new ImportError('too-large', 'Its JSON has more lists, names or values than can be read.');
  }
}

/** Whether something of a JSON is an object, neither list nor null. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What an object of a JSON holds under a name of its own; nothing is inherited. */
export function field(value: unknown, name: string): unknown {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}
