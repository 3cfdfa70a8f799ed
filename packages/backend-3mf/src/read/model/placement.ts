import type { Placement } from '@neurofab/core';
import { IDENTITY } from '@neurofab/core/internal';
import { fileFault, quote } from '../file-fault.ts';
import { parseDecimal } from '../xml/scan-number.ts';

/** The map that a `transform` attribute describes, with its shift in millimetres; the identity where there is none. */
export function parsePlacement(member: string, text: string | undefined, unit: number): Placement {
  if (text === undefined) return IDENTITY;
  const numbers = text
    .split(/[ \t\r\n]+/, MAX_PIECES)
    .filter((piece) => piece !== '')
    .map(parseDecimal);
  if (numbers.length !== IDENTITY.length || !numbers.every(Number.isFinite)) {
    throw fileFault(member, `has the transform ${quote(text)} instead of 12 decimal numbers`);
  }
  return numbers.map((number, i) => (i < 9 ? number : number * unit)) as unknown as Placement;
}

/** Enough to see that there are more than 12, with blanks at both ends. */
const MAX_PIECES = 15;
