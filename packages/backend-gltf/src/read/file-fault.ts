import { FileError } from '@neurofab/core';

/** An error for whoever chose the file: what of the file is at fault, and how. */
export function fileFault(subject: string, fault: string): FileError {
  return new FileError(`${subject} of this GLB ${fault}.`);
}

const MAX_SHOWN = 100;

/** A text of the file as a message shows it: short, on one line, with nothing that moves a cursor. */
export function quote(text: string): string {
  const short = text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text;
  // JSON leaves what is beyond ASCII as it is, and with it the marks that change the direction of reading.
  return JSON.stringify(short).replace(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
