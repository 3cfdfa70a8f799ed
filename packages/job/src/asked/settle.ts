import { MAX_SLOTS } from '@neurofab/backend-3mf';
import type { ColorBy, Settings } from '@neurofab/core';
import { MODE_TRAITS } from '@neurofab/core/internal';
import { PICTURE_SIZES } from '@neurofab/picture';
import { bedSize, type Flavor, fileFor, findPrinter, type Printer, SLICERS } from '@neurofab/printers';
import type { Finding } from '../findings/finding.ts';
import type { Asked, Show, Split } from './asked.ts';
import { settingsOf } from './settings.ts';

/** What was asked for with all decided that the network does not decide. */
export interface Settled {
  readonly printer: Printer | undefined;
  /** What its bed measures; `undefined` where none is known. */
  readonly bed: readonly [x: number, y: number] | undefined;
  /** The most colours; left open where nothing says it. */
  readonly slots: number | undefined;
  readonly colorBy: ColorBy;
  readonly colorsByHeight: boolean;
  readonly scale: number | 'fit';
  readonly flavor: Flavor | undefined;
  readonly origin: 'bed' | 'model';
  readonly show: Show;
  /** Pixels a side of pictures; each format's own where nothing says it. */
  readonly size: number | undefined;
  readonly shells: boolean;
  /** What gets a file of its own. */
  readonly split: Split | undefined;
  /** The id of the format that was asked for or that the printer wants; left open where nothing says it. */
  readonly format: string | undefined;
  /** What goes into the recipe of each file. */
  readonly settings: Settings;
  /** What cannot be as it was asked for. All else is decided as if that had not been asked for. */
  readonly findings: readonly Finding[];
}

/** Decides what the network does not. */
export function settle(asked: Asked): Settled {
  const printer = asked.printer === undefined ? undefined : findPrinter(asked.printer);
  const findings = [
    ...printerFindings(asked, printer),
    ...slotFindings(asked, printer),
    ...heightFindings(asked, printer),
    ...scaleFindings(asked, printer),
    ...sizeFindings(asked),
  ];
  const isRefused = (field: keyof Asked) => findings.some(({ path }) => path[0] === field);
  const slots = (isRefused('slots') ? undefined : asked.slots) ?? printer?.colors.slots;
  const colorsByHeight = asked.colorsByHeight ?? isUsuallyByHeight(asked, printer, slots);
  const file = printer && fileFor(printer, slots);
  // A slicer that reads from a 3MF where to change filament needs nobody to tell it.
  const isListed = colorsByHeight && printer && SLICERS[printer.slicer].readsColorChanges;
  return {
    printer,
    bed: printer && bedSize(printer),
    slots,
    colorBy: asked.colorBy ?? 'layer',
    colorsByHeight,
    scale: settledScale(asked, printer, isRefused('scale')),
    flavor: asked.flavor ?? file?.flavor,
    origin: asked.origin ?? 'bed',
    show: asked.show ?? 'assembled',
    size: isRefused('size') ? undefined : asked.size,
    shells: asked.shells ?? false,
    split: asked.split || undefined,
    format: asked.format ?? (isListed ? '3mf' : file?.format),
    settings: settingsOf(asked, printer?.id),
    findings,
  };
}

/** A relief has nothing to show in one colour, and each of its heights is one thing. */
function isUsuallyByHeight({ network, spec }: Asked, printer: Printer | undefined, slots?: number): boolean {
  const mode = (network ?? spec?.given)?.mode;
  // What a person writes may be anything.
  const isRelief = mode !== undefined && MODE_TRAITS[mode]?.byHeight === 'usually';
  return isRelief && printer?.process === 'fdm' && slots === 1;
}

function settledScale(
  { scale = 1 }: Asked,
  printer: Printer | undefined,
  isRefused: boolean,
): Settled['scale'] {
  return isRefused || (scale === 'fit' && printer?.bed === undefined) ? 1 : scale;
}

function printerFindings({ printer: given }: Asked, printer: Printer | undefined): Finding[] {
  if (given === undefined || printer !== undefined) return [];
  return [{ code: 'unknown-printer', level: 'refusal', path: ['printer'], value: given }];
}

function slotFindings({ slots }: Asked, printer: Printer | undefined): Finding[] {
  if (slots === undefined) return [];
  const path = ['slots'] as const;
  if (!Number.isInteger(slots) || slots < 1 || slots > MAX_SLOTS) {
    return [{ code: 'slots-out-of-range', level: 'refusal', path, value: slots, limit: MAX_SLOTS }];
  }
  if (slots === 1 || printer === undefined || printer.process === 'fdm') return [];
  const { process } = printer;
  return [{ code: 'one-color-process', level: 'refusal', path, value: slots, limit: 1, process }];
}

function heightFindings({ colorsByHeight }: Asked, printer: Printer | undefined): Finding[] {
  if (!colorsByHeight || printer === undefined || printer.process === 'fdm') return [];
  const { process } = printer;
  return [{ code: 'no-filament', level: 'refusal', path: ['colorsByHeight'], process }];
}

function scaleFindings({ scale, printer: given }: Asked, printer: Printer | undefined): Finding[] {
  const path = ['scale'] as const;
  if (scale === 'fit') {
    // Where the printer is not known, that is to be said.
    const isKnown = given === undefined || printer !== undefined;
    return isKnown && printer?.bed === undefined ? [{ code: 'fit-without-bed', level: 'refusal', path }] : [];
  }
  if (scale === undefined || (scale > 0 && Number.isFinite(scale))) return [];
  return [{ code: 'scale-out-of-range', level: 'refusal', path, value: scale }];
}

function sizeFindings({ size }: Asked): Finding[] {
  const { min, max } = PICTURE_SIZES;
  if (size === undefined || (Number.isInteger(size) && size >= min && size <= max)) return [];
  return [{ code: 'size-out-of-range', level: 'refusal', path: ['size'], value: size, limit: PICTURE_SIZES }];
}
