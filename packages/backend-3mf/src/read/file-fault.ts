import { FileError } from '@neurofab/core';

/** An error for whoever chose the file: which member of the package, and what is wrong with it. */
export function fileFault(member: string, fault: string): FileError {
  return new FileError(`${quote(member)} ${fault}.`);
}

const MAX_SHOWN = 100;

/** A name or value of the file as a message shows it: short, on one line, with nothing that moves a cursor. */
export function quote(text: string): string {
  const short = text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text;
  // JSON leaves what is beyond ASCII as it is, and with it the marks that change the direction of reading.
  return JSON.stringify(short).replace(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** As `quote`, of the bytes from `start` to `end`. */
export function quoteBytes(bytes: Uint8Array, start: number, end: number): string {
  // No letter takes more than four bytes.
  return quote(new TextDecoder().decode(bytes.subarray(start, Math.min(end, start + 4 * MAX_SHOWN + 4))));
}
