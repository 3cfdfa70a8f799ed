/** As much of a file is looked at. */
const START = 65_536;
const NUMBER = /^"?[+-]?(?:\d+[.,]?\d*|[.,]\d+)(?:e[+-]?\d+)?"?$|^"?[+-]?(?:nan|inf(?:inity)?)"?$/i;
/** Texts of other kinds, whose lines may be full of numbers. */
const OTHERS = /^(?:[{[<]|solid\b|ply\b|off\b|v |\/\/|#!|%!|%PDF|P[1-6]\s)/i;
// biome-ignore lint/suspicious/noControlCharactersInRegex: no text has these.
const NO_TEXT = /[\0-\x08\x0e-\x1f\ufffd]/;

/** Whether bytes are text in whose first lines, but for names in the first one, most fields are numbers. */
export function isCsv(bytes: Uint8Array): boolean {
  const isWhole = bytes.length <= START;
  // Stops within a character at worst, which is no fault of the text.
  const text = new TextDecoder().decode(bytes.subarray(0, START), { stream: !isWhole });
  if (NO_TEXT.test(text) || OTHERS.test(text.trimStart())) return false;
  const lines = text.split(/\r\n|\r|\n/, 40).filter((line) => /^\s*[^\s#%]/.test(line));
  const [first, ...rest] = isWhole || lines.length < 2 ? lines : lines.slice(0, -1);
  return rest.length > 0 ? rest.every(isMostlyNumbers) : first !== undefined && shareOfNumbers(first) === 1;
}

/** Lines with blanks alone between fields have no names in front. */
function isMostlyNumbers(line: string): boolean {
  return shareOfNumbers(line) >= (/[;,\t]/.test(line) ? 0.5 : 1);
}

function shareOfNumbers(line: string): number {
  const start = line.slice(0, 4096).trim();
  const fields = start.split(/[;,\s]+/, 200).filter((field) => field !== '');
  return fields.filter((field) => NUMBER.test(field)).length / fields.length;
}
