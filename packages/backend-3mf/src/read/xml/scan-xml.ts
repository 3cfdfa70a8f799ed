import { asciiText, indexOf, isAllBlank, isBlank, joinBytes, startsWith } from '../bytes.ts';
import { fileFault, quote, quoteBytes } from '../file-fault.ts';
import { READ_LIMITS } from '../limits.ts';

/** Gets what a document is made of, in order. Comments, processing instructions and white space around the root go. */
export interface XmlHandler {
  /** A start tag stands between `start` and `end`, `<` and `>` included. */
  open(name: string, bytes: Uint8Array, start: number, end: number): void;
  /** An end tag does, or nothing for an element that its start tag closes. */
  close(name: string, bytes: Uint8Array, start: number, end: number): void;
  /** A piece of character data does; `plain` where no entity is to be resolved in it. */
  text(bytes: Uint8Array, start: number, end: number, plain: boolean): void;
}

export interface XmlScanner {
  /** Takes the next bytes of the document. */
  push(chunk: Uint8Array): void;
  /** Throws unless the document is complete. */
  end(): void;
}

/**
 * Cuts a document in UTF-8 into tags and text as its bytes come in, so that memory does not grow with it. It checks
 * what decides where a tag begins and ends, and that elements nest; attributes and names it leaves to its handler. A
 * document type, and with it every entity but XML's own, is refused, as 3MF wants it.
 */
export function scanXml(member: string, handler: XmlHandler): XmlScanner {
  /** The start of a tag whose end has not come yet. */
  let rest = new Uint8Array(0);
  /** What ends the comment, instruction or character data that the last chunk ended in. */
  let terminator: string | undefined;
  const open: string[] = [];
  let isOver = false;
  let lastName = '';

  const scan = (bytes: Uint8Array): number => {
    let at = 0;
    while (at < bytes.length) {
      if (terminator !== undefined) {
        const end = indexOf(bytes, terminator, at);
        // What could be the start of the terminator waits for the rest of it.
        const stop = end >= 0 ? end : Math.max(at, bytes.length - terminator.length + 1);
        if (terminator === DATA_END && stop > at) text(bytes, at, stop, true);
        if (end < 0) return stop;
        at = end + terminator.length;
        terminator = undefined;
      } else if (bytes[at] !== LESS_THAN) {
        const end = bytes.indexOf(LESS_THAN, at);
        const stop = end >= 0 ? end : bytes.length;
        text(bytes, at, stop, false);
        at = stop;
      } else if (bytes[at + 1] === EXCLAMATION_MARK) {
        const start = [COMMENT_START, DATA_START].find((markup) => startsWith(bytes, at, markup));
        if (start !== undefined) {
          at += start.length;
          terminator = start === COMMENT_START ? COMMENT_END : DATA_END;
        } else {
          if (bytes.length - at < DATA_START.length) return at;
          throw fault('has a document type, which 3MF forbids');
        }
      } else if (bytes[at + 1] === QUESTION_MARK) {
        at += 2;
        terminator = INSTRUCTION_END;
      } else {
        const end = tagEnd(bytes, at);
        if (end < 0) return at;
        tag(bytes, at, end);
        at = end;
      }
    }
    return at;
  };

  const tagEnd = (bytes: Uint8Array, start: number): number => {
    let mark = 0;
    const stop = Math.min(bytes.length, start + READ_LIMITS.tagBytes);
    for (let at = start + 1; at < stop; at++) {
      const byte = bytes[at]!;
      if (byte === LESS_THAN) {
        throw fault(`has a tag that does not end: ${quoteBytes(bytes, start, at)}`);
      } else if (mark !== 0) {
        if (byte === mark) mark = 0;
      } else if (byte === GREATER_THAN) {
        return at + 1;
      } else if (byte === DOUBLE_QUOTE || byte === SINGLE_QUOTE) {
        mark = byte;
      }
    }
    if (stop < bytes.length) throw fault(`has a tag of more than ${READ_LIMITS.tagBytes} bytes`);
    return -1;
  };

  const tag = (bytes: Uint8Array, start: number, end: number) => {
    const closes = bytes[start + 1] === SLASH;
    const isEmpty = bytes[end - 2] === SLASH;
    const name = nameAt(bytes, closes ? start + 2 : start + 1, end);
    if (closes) {
      if (open.at(-1) !== name || !isAllBlank(bytes, start + 2 + name.length, end - 1)) {
        const expected = open.length > 0 ? `</${open.at(-1)}>` : 'nothing';
        throw fault(`has ${quoteBytes(bytes, start, end)} where ${quote(expected)} should stand`);
      }
    } else {
      if (isOver) throw fault(`has ${quoteBytes(bytes, start, end)} after its end`);
      open.push(name);
      if (open.length > READ_LIMITS.depth) {
        throw fault(`has elements within elements, more than ${READ_LIMITS.depth} deep`);
      }
      handler.open(name, bytes, start, end);
    }
    if (!closes && !isEmpty) return;
    open.pop();
    handler.close(name, bytes, closes ? start : end, end);
    if (open.length === 0) isOver = true;
  };

  const nameAt = (bytes: Uint8Array, start: number, end: number): string => {
    // Tags of one kind mostly follow each other, so the last name mostly is the next.
    if (lastName !== '' && startsWith(bytes, start, lastName) && endsName(bytes[start + lastName.length]!))
      return lastName;
    let stop = start;
    while (stop < end && !endsName(bytes[stop]!)) stop++;
    if (stop === start) throw fault(`has a tag without a name: ${quoteBytes(bytes, start - 1, end)}`);
    lastName = asciiText(bytes, start, stop);
    return lastName;
  };

  const text = (bytes: Uint8Array, start: number, end: number, plain: boolean) => {
    if (open.length > 0) handler.text(bytes, start, end, plain);
    else if (!isAllBlank(bytes, start, end)) throw fault(`is no XML: ${quoteBytes(bytes, start, end)}`);
  };

  const fault = (what: string) => fileFault(member, what);

  return {
    push(chunk) {
      const bytes = joinBytes(rest, chunk);
      rest = bytes.slice(scan(bytes));
    },
    end() {
      if (rest.length > 0 || terminator !== undefined || !isOver) {
        const missing = open.length > 0 ? `: ${quote(`</${open.at(-1)}>`)} is missing` : '';
        throw fault(`ends too early${missing}`);
      }
    },
  };
}

const LESS_THAN = 0x3c;
const GREATER_THAN = 0x3e;
const SLASH = 0x2f;
const DOUBLE_QUOTE = 0x22;
const SINGLE_QUOTE = 0x27;
const EXCLAMATION_MARK = 0x21;
const QUESTION_MARK = 0x3f;

const COMMENT_START = '<!--';
const COMMENT_END = '-->';
const DATA_START = '<![CDATA[';
const DATA_END = ']]>';
const INSTRUCTION_END = '?>';

function endsName(byte: number): boolean {
  return isBlank(byte) || byte === SLASH || byte === GREATER_THAN;
}
