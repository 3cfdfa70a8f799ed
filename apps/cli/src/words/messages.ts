import pc from 'picocolors';
import type { Io } from '../io.ts';
import { colorDepth } from './color-depth.ts';

/** The most faults that are printed; the rest are counted. */
const MAX_FAULTS = 50;

/** Says what is wrong, one line a fault. */
export function sayFaults(io: Io, faults: readonly string[]): void {
  const label = colorsFor(io).red('error:');
  for (const fault of faults.slice(0, MAX_FAULTS)) say(io, `${label} ${printable(fault)}`);
  if (faults.length > MAX_FAULTS) say(io, `${label} … and ${faults.length - MAX_FAULTS} more.`);
}

/** Says what should be known although the work went on. */
export function sayWarnings(io: Io, warnings: readonly string[]): void {
  const label = colorsFor(io).yellow('warning:');
  for (const warning of warnings) say(io, `${label} ${printable(warning)}`);
}

/** Writes a line to standard error. */
export function say(io: Io, line: string): void {
  io.stderr.write(`${line}\n`);
}

/** The colours that standard error shows. */
export function colorsFor(io: Io): ReturnType<typeof pc.createColors> {
  return pc.createColors(colorDepth(io.stderr, io.env) > 1);
}

/** Text without what would move a terminal's cursor, start a line or turn the reading direction. */
export function printable(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Cs}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
