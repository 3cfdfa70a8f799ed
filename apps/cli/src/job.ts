import { FLAVORS, type Flavor, MAX_SLOTS } from '@neurofab/backend-3mf';
import { COLOR_BY, type ColorBy, parseNumber, type Settings } from '@neurofab/core';
import { fileFor, findPrinter, PROCESSES, type Printer } from '@neurofab/printers';
import type { WriteRequest } from './command-line.ts';
import { CommandError, InputError } from './errors.ts';
import { quoted } from './messages.ts';
import { printerAdvice } from './printer-advice.ts';
import type { SavedNetwork } from './read-saved.ts';

/** A request with all decided that the network itself does not decide: by flags, or else as in the file of `--from`. */
export interface Job extends Omit<WriteRequest, 'printer' | 'slots' | 'scale'> {
  readonly printer: Printer | undefined;
  /** The most colours; left open where neither flag nor printer says it. */
  readonly slots: number | undefined;
  readonly scale: number;
  readonly colorBy: ColorBy;
  readonly flavor: Flavor | undefined;
  /** Whether the flavour was asked for here. */
  readonly flavorByFlag: boolean;
  readonly origin: 'bed' | 'model';
  readonly shells: boolean;
  readonly split: boolean;
  /** Whether split was asked for here, not in the file of `--from`. */
  readonly splitByFlag: boolean;
  /** The format's id where no output says it. */
  readonly usualFormat: string | undefined;
  /** What goes into the recipe of each file. */
  readonly settings: Settings;
}

/** A request without a flag. */
export const NOTHING_ASKED: WriteRequest = {
  kind: 'write',
  flags: new Map(),
  outputs: [],
  printSpec: false,
  complete: false,
  fit: false,
  json: false,
  quiet: false,
};

/** Throws a CommandError for flags that contradict one another, and an InputError for values that are none. */
export function planJob(request: WriteRequest, saved: SavedNetwork | undefined): Job {
  const before = saved?.settings ?? {};
  const printerId = request.printer ?? text(before.printer);
  const namedBy = request.printer === undefined ? `--from ${saved?.label}` : '--printer';
  const printer = printerId === undefined ? undefined : printerCalled(printerId, namedBy);
  // What was said for one printer is not meant for another.
  const stays = request.printer === undefined ? before : {};
  const slotsGiven = request.slots ?? text(stays.slots);
  const flavorGiven = request.flavor ?? FLAVORS.find((flavor) => flavor === stays.flavor);
  const slots = slotsGiven === undefined ? printer?.colors.slots : readSlots(slotsGiven, printer);
  const file = printer && fileFor(printer, slots);
  const colorBy = request.colorBy ?? COLOR_BY.find((by) => by === before['color-by']) ?? 'layer';
  const origin = request.origin ?? (before.origin === 'model' ? 'model' : 'bed');
  const shells = request.shells ?? before.shells === true;
  const split = request.split ?? before.split === true;
  const partial = before.partial === true && !request.flags.has('name') && !request.flags.has('layer-colors');
  if (request.complete && !request.printSpec) {
    throw new CommandError('--complete goes with --print-spec.');
  }
  if (request.fit && request.scale !== undefined) {
    throw new CommandError('--scale and --fit both say how large the model is to be. Leave one of them out.');
  }
  if (request.fit && printer?.bed === undefined) {
    throw new CommandError('--fit needs a printer with a bed: name it with --printer.');
  }
  return {
    ...request,
    printer,
    slots,
    scale: request.scale === undefined ? 1 : readScale(request.scale),
    colorBy,
    flavor: flavorGiven ?? file?.flavor,
    flavorByFlag: request.flavor !== undefined,
    origin,
    shells,
    split,
    splitByFlag: request.split === true,
    usualFormat: request.printer === undefined ? (saved?.format ?? file?.format) : file?.format,
    settings: {
      ...(printer !== undefined && { printer: printer.id }),
      ...(slotsGiven !== undefined && { slots: slotsGiven }),
      ...(flavorGiven !== undefined && { flavor: flavorGiven }),
      ...(colorBy !== 'layer' && { 'color-by': colorBy }),
      ...(origin !== 'bed' && { origin }),
      ...(shells && { shells: true as const }),
      ...(split && { split: true as const }),
      ...(partial && { partial: true as const }),
    },
  };
}

function printerCalled(id: string, namedBy: string): Printer {
  const printer = findPrinter(id);
  if (printer !== undefined) return printer;
  throw new CommandError(
    `${namedBy}: There is no printer ${quoted(id)}. ${printerAdvice(id)} "neurofab printers" lists them all.`,
  );
}

function readSlots(given: string, printer: Printer | undefined): number {
  const slots = parseNumber(given);
  if (slots === undefined || !Number.isInteger(slots) || slots < 1 || slots > MAX_SLOTS) {
    throw new InputError([
      `--slots: Must be a whole number from 1 to ${MAX_SLOTS}, but is ${quoted(given)}.`,
    ]);
  }
  if (slots > 1 && printer !== undefined && printer.process !== 'fdm') {
    const { label } = PROCESSES[printer.process];
    throw new InputError([
      `--slots: ${label} prints in one colour, so there is 1, but ${slots} are asked for.`,
    ]);
  }
  return slots;
}

function readScale(given: string): number {
  const scale = parseNumber(given);
  if (scale !== undefined && scale > 0 && Number.isFinite(scale)) return scale;
  throw new InputError([`--scale: Must be a number above 0, such as 0.5, but is ${quoted(given)}.`]);
}

function text(setting: string | true | undefined): string | undefined {
  return setting === true ? undefined : setting;
}
