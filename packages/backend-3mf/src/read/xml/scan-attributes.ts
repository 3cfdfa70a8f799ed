import { isBlank } from '../bytes.ts';

/** For each attribute where its name starts and ends, and where its value does. */
export type AttributePlaces = Uint32Array;

/** More than any tag of a mesh has. */
const MAX_ATTRIBUTES = 64;

/** A place for what `scanAttributes` finds; it is made once and used for every tag. */
export function attributePlaces(): AttributePlaces {
  return new Uint32Array(4 * MAX_ATTRIBUTES);
}

/** Finds the attributes between `start` and `end` and gives their number; -1 for what XML does not allow, and for too many. */
export function scanAttributes(
  bytes: Uint8Array,
  start: number,
  end: number,
  places: AttributePlaces,
): number {
  let count = 0;
  let at = start;
  while (at < end) {
    const blank = at;
    at = skipBlanks(bytes, at, end);
    if (at === end) break;
    if (at === blank || count === MAX_ATTRIBUTES) return -1;
    const name = at;
    while (at < end && bytes[at] !== EQUALS && !isBlank(bytes[at]!)) at++;
    const nameEnd = at;
    at = skipBlanks(bytes, at, end);
    if (nameEnd === name || bytes[at] !== EQUALS) return -1;
    at = skipBlanks(bytes, at + 1, end);
    const mark = bytes[at];
    if (at >= end || (mark !== DOUBLE_QUOTE && mark !== SINGLE_QUOTE)) return -1;
    const value = at + 1;
    at = value;
    while (at < end && bytes[at] !== mark) at++;
    if (at >= end) return -1;
    places[4 * count] = name;
    places[4 * count + 1] = nameEnd;
    places[4 * count + 2] = value;
    places[4 * count + 3] = at;
    count++;
    at++;
  }
  return count;
}

const EQUALS = 0x3d;
const DOUBLE_QUOTE = 0x22;
const SINGLE_QUOTE = 0x27;

function skipBlanks(bytes: Uint8Array, from: number, end: number): number {
  let at = from;
  while (at < end && isBlank(bytes[at]!)) at++;
  return at;
}
