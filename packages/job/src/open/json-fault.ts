/** What keeps a text from being JSON, and where. */
export interface JsonFault {
  /** From 1. */
  readonly line: number;
  /** From 1, in characters. */
  readonly column: number;
  readonly message: string;
}

type Expected =
  | 'a value'
  | 'a value or ]'
  | 'a name in double quotes'
  | 'a name in double quotes or }'
  | 'a colon'
  | 'a comma or ]'
  | 'a comma or }'
  | 'the end';

const BLANKS = /[ \t\n\r]*/y;
// From the space on, all characters but quotes and backslashes stand for themselves.
const STRING = /"[ !#-[\]-\uffff]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[ !#-[\]-\uffff]*)*"/y;
const SCALAR = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y;

/**
 * The first place where a text that `JSON.parse` refuses is not JSON (RFC 8259). The message of `JSON.parse`
 * has no position, or one that is worded differently, from engine to engine.
 */
export function jsonFault(text: string): JsonFault {
  const open: ('[' | '{')[] = [];
  let expected: Expected = 'a value';
  let at = 0;
  const take = (pattern: RegExp) => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found !== null) at += found[0].length;
    return found !== null;
  };
  const afterValue = (): Expected =>
    open.length === 0 ? 'the end' : open.at(-1) === '[' ? 'a comma or ]' : 'a comma or }';

  // Nesting is a list, not calls: 100,000 brackets are no problem.
  for (;;) {
    take(BLANKS);
    const next = text[at];
    if (next === undefined) break;
    if (next === '}' && (expected === 'a comma or }' || expected === 'a name in double quotes or }')) {
      at++;
      open.pop();
      expected = afterValue();
    } else if (next === ']' && (expected === 'a comma or ]' || expected === 'a value or ]')) {
      at++;
      open.pop();
      expected = afterValue();
    } else if (next === ',' && (expected === 'a comma or ]' || expected === 'a comma or }')) {
      at++;
      expected = open.at(-1) === '[' ? 'a value' : 'a name in double quotes';
    } else if (next === ':' && expected === 'a colon') {
      at++;
      expected = 'a value';
    } else if (expected === 'a name in double quotes' || expected === 'a name in double quotes or }') {
      if (!take(STRING)) break;
      expected = 'a colon';
    } else if (expected === 'a value' || expected === 'a value or ]') {
      if (next === '{' || next === '[') {
        at++;
        open.push(next);
        expected = next === '[' ? 'a value or ]' : 'a name in double quotes or }';
      } else if (take(STRING) || take(SCALAR)) {
        expected = afterValue();
      } else break;
    } else break;
  }
  return { ...lineAndColumn(text, at), message: `expected ${expected}, but ${found(text, at)}` };
}

function found(text: string, at: number): string {
  if (at >= text.length) return 'the text ends';
  if (text[at] === '"') return 'there is a string that is not closed or holds what JSON does not allow';
  const word = /^[\w.+-]{1,20}/.exec(text.slice(at, at + 20))?.[0];
  return `there is ${word ?? String.fromCodePoint(text.codePointAt(at)!)}`;
}

function lineAndColumn(text: string, at: number): { line: number; column: number } {
  const before = text.slice(0, at).split(/\r\n|[\n\r]/);
  return { line: before.length, column: [...before.at(-1)!].length + 1 };
}
