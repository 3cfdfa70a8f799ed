import { type OwnValues, parseOwnValues, SpecError } from '@neurofab/core';
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
  const file = await readOwnFile(io);
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

function valuesIn({ found }: CouponRequest): OwnValues {
  const given = OWN_FLAGS.flatMap((flag) => {
    const text = found.get(flag.name);
    return text === undefined ? [] : [[flag, flag.read(text)] as const];
  });
  try {
    return parseOwnValues(Object.fromEntries(given.map(([{ path }, value]) => [path[0], value])));
  } catch (error) {
    if (!(error instanceof SpecError)) throw error;
    throw new InputError(
      error.faults.map(({ path, message }) => {
        const { name } = OWN_FLAGS.find((flag) => flag.path[0] === path[0])!;
        return `--${name}: ${message}`;
      }),
    );
  }
}
