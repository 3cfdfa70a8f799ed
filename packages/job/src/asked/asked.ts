import type { ColorBy, Lettering, NetworkSpec, NetworkSpecInput, OwnValues } from '@neurofab/core';
import type { Flavor } from '@neurofab/printers';

/** Pieces put together, or as they lie on the plate. */
export const SHOW = ['assembled', 'plate'] as const;
export type Show = (typeof SHOW)[number];

/** What gets a file of its own: each part, each piece, or what each slot prints. */
export const SPLITS = ['parts', 'pieces', 'slots'] as const;
export type Split = (typeof SPLITS)[number];

/** What somebody wants made. All of it may be left out. */
export interface Asked {
  /** The network as a person writes it; the usual one if left out. */
  readonly network?: NetworkSpecInput | undefined;
  /** A complete network, in place of one as a person writes it. */
  readonly spec?: NetworkSpec | undefined;
  /** How text looks; what `lettered` gives. */
  readonly lettering?: Lettering | undefined;
  /** Its id, or any name that `findPrinter` understands. */
  readonly printer?: string | undefined;
  /** What the printer makes, as its owner found out; nothing that is known if left out. */
  readonly own?: OwnValues | undefined;
  /** The most colours; as many as the printer has if left out, and any number where none is named. */
  readonly slots?: number | undefined;
  /** What parts differ in colour by; `'layer'` if left out. */
  readonly colorBy?: ColorBy | undefined;
  /** Whether colours go by height, in modes that let them, with filament that is changed by hand where there is one slot; if left out where a relief is printed with one slot of filament. */
  readonly colorsByHeight?: boolean | undefined;
  /** How many times as large as the network says, 1 if left out; `'fit'` for the largest that the printer's bed holds. */
  readonly scale?: number | 'fit' | undefined;
  /** The way to write formats that have more than one; the printer's if left out. */
  readonly flavor?: Flavor | undefined;
  /** As in core's `layout`; `'bed'` if left out. */
  readonly origin?: 'bed' | 'model' | undefined;
  /** How formats that are there to be looked at have a network of several pieces: put together if left out, or as it is printed. */
  readonly show?: Show | undefined;
  /** Pixels a side of pictures; each format's own if left out. */
  readonly size?: number | undefined;
  /** Balls and rods as they are, overlapping, instead of joined. */
  readonly shells?: boolean | undefined;
  /** What gets a file of its own, in formats that hold one body; one file holds all if left out or `false`. */
  readonly split?: Split | false | undefined;
  /** Whether title and colours of the network are only the usual ones, because the file that it comes from had no room for them. */
  readonly partial?: boolean | undefined;
  /** The id of the format of outputs that say none; if left out one that can be split where that is asked for, else what the printer wants, else the first of the list. */
  readonly format?: string | undefined;
  /** What files without a name are called, less what no file name can hold; if left out after layers, printer and mode. */
  readonly fileName?: string | undefined;
  /** One with the usual name and format if left out. */
  readonly outputs?: readonly AskedOutput[] | undefined;
}

/** A file that somebody wants. */
export interface AskedOutput {
  /** Its name with extension, or its path; the usual one if left out. Names of parts go before the extension. */
  readonly name?: string | undefined;
  /** The format's id. */
  readonly format?: string | undefined;
}

/**
 * The same with some of it asked for otherwise; what is `undefined` stays. What was said for one printer is not meant for another:
 * own values, slots, colours by height, flavour and format go with it.
 */
export function revise(before: Asked, changes: Asked): Asked {
  const { own: _, slots: __, colorsByHeight: ___, flavor: ____, format: _____, ...rest } = before;
  const kept = changes.printer === undefined ? before : rest;
  return {
    ...kept,
    ...Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)),
  };
}
