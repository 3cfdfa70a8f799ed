import { ImportError } from '../import-error.ts';
import { IMPORT_LIMITS } from '../limits.ts';
import { refuseMore } from '../refuse-more.ts';
import { orDamaged } from './or-damaged.ts';

const MOST_DEPTH = 100;
/** Lists, objects and their fields take many times the memory and time of their text. */
const MOST_BRACKETS = 1_000_000;
const MOST_KEYS = 500_000;

/** What a text in JSON says. Throws an ImportError where it is none, or is nested or branched beyond all use. */
export function parseJson(bytes: Uint8Array): unknown {
  refuseMore(bytes.length, { most: IMPORT_LIMITS.maxMemberBytes, of: 'bytes', subject: 'Its text has' });
  checkBrackets(bytes);
  return orDamaged('it is no whole JSON', () =>
    JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)),
  );
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
