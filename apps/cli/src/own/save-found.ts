import { OWN_FIELDS, type OwnValues, parseOwnValues, SpecError } from '@neurofab/core';
import { toJson } from '@neurofab/core/internal';
import type { Printer } from '@neurofab/printers';
import { ownValuesText } from '@neurofab/words';
import type { CouponRequest } from '../arguments/command-line.ts';
import { printerNamed } from '../arguments/printer-named.ts';
import { OWN_FLAGS } from '../arguments/spec-flags.ts';
import { CommandError, InputError } from '../errors.ts';
import { type Io, writeStdout } from '../io.ts';
import { printable, say } from '../words/messages.ts';
import { readOwnFile, writeOwnFile } from './own-file.ts';

/** Keeps what somebody found out about a printer, beside what was kept before. Throws a CommandError or an InputError for what cannot be kept. */
export async function saveFound(request: CouponRequest, io: Io): Promise<void> {
  const printer = printerToKeepFor(request);
  const values = valuesIn(request);
  const file = await readOwnFile(io, 'Mend it or take it away: --save keeps what is in it.');
  if (file === undefined) {
    throw new CommandError(
      '--save: There is no folder to keep it in: neither XDG_CONFIG_HOME nor HOME is set.',
    );
  }
  const own = { ...file.printers.get(printer.id), ...values };
  await writeOwnFile({ ...file, printers: new Map([...file.printers, [printer.id, own]]) }, io);
  if (request.json) await writeStdout(io, toJson({ printer: printer.id, own, path: file.path }));
  else if (!request.quiet) {
    say(io, printable(`Kept for ${printer.name}: ${ownValuesText(own)} (${file.path}).`));
    say(io, 'Networks for it are made with this from now on; --no-config leaves it aside.');
  }
}

function printerToKeepFor(request: CouponRequest): Printer {
  if (request.outputs.length > 0 || request.format !== undefined) {
    throw new CommandError('--save keeps what you found out, and writes no file. Leave one of them out.');
  }
  const printer = printerNamed(request);
  if (printer === undefined) {
    throw new CommandError('--save keeps what you found out about a printer: name it with --printer.');
  }
  if (request.found.size > 0) return printer;
  const flags = OWN_FLAGS.map(({ name }) => `--${name}`);
  throw new CommandError(`--save: What did you find out? Say it with ${flags.join(', ')}, or some of them.`);
}

/** Farther from what a coupon has, in millimetres, nobody found anything out with it. */
const LIMITS = {
  clearance: { min: 0.05, max: 1 },
  thinnest: { min: 0.4, max: 10 },
  textHeight: { min: 2, max: 30 },
} as const satisfies Record<keyof OwnValues, object>;

function valuesIn({ found }: CouponRequest): OwnValues {
  const given = OWN_FLAGS.flatMap((flag) => {
    const text = found.get(flag.name);
    return text === undefined ? [] : [[flag.path[0], flag.read(text)] as const];
  });
  const values = parsed(Object.fromEntries(given));
  const faults = OWN_FIELDS.flatMap((field) => {
    const { min, max } = LIMITS[field];
    const value = values[field] ?? min;
    if (value >= min && value <= max) return [];
    return `${flagOf(field)}: Must be from ${min} to ${max} mm, but is ${value}.`;
  });
  if (faults.length > 0) throw new InputError(faults);
  return values;
}

function parsed(given: unknown): OwnValues {
  try {
    return parseOwnValues(given);
  } catch (error) {
    if (!(error instanceof SpecError)) throw error;
    throw new InputError(error.faults.map(({ path: [field], message }) => `${flagOf(field)}: ${message}`));
  }
}

function flagOf(field: unknown): string {
  return `--${OWN_FLAGS.find(({ path }) => path[0] === field)!.name}`;
}
