import type { ColorBy, Mode } from '@neurofab/core';
import type { LabelKind } from '@neurofab/core/internal';
import type { Bed, ProcessId } from '@neurofab/printers';
import type { PrintFinding, PrintRemedy, ThinConnections } from '@neurofab/printing';
import type { KeptUpright } from '../plan/usual-mode.ts';
import type { JoiningEstimate } from './estimate-joining.ts';

/**
 * A refusal: nothing can be made as it was asked for. An error: it can, but not printed. A warning: it may disappoint. A note: good
 * to know.
 */
export type Level = 'refusal' | 'error' | 'warning' | 'note';

/** What is to be known of a plan before it is run, as data for whoever has the words. */
export type Finding =
  | PrintFinding
  | Refusal<'unknown-printer', { readonly value: string }>
  | Refusal<'unknown-format', { readonly value: string }>
  /** `limit` is the most. */
  | Refusal<'slots-out-of-range', Measured>
  | Refusal<'one-color-process', Measured & { readonly process: ProcessId }>
  /** There is none to change, so that colours cannot go by height. */
  | Refusal<'no-filament', { readonly process: ProcessId }>
  | Refusal<'scale-out-of-range', { readonly value: number }>
  | Refusal<'fit-without-bed', object>
  /** Pixels a side of a picture. */
  | Refusal<
      'size-out-of-range',
      { readonly value: number; readonly limit: { readonly min: number; readonly max: number } }
    >
  /** A length that the scale takes out of core's limits; `message` is core's. */
  | Refusal<'length-out-of-limits', { readonly value: number; readonly message: string }>
  /** At the scale that fits, `value`, a printer of that name would make connections that break. */
  | Refusal<
      'too-thin-to-fit',
      { readonly value: number; readonly printer: string; readonly thin: ThinConnections }
    >
  /** The font lacks these characters of the text. */
  | Refusal<'characters-missing', { readonly value: string; readonly characters: readonly string[] }>
  /** The text has no place where its capitals are `limit` millimetres high, only `value`; about `characters` of it would, 0 where none would. */
  | Refusal<'text-too-long', Measured & { readonly characters: number }>
  /** There are no Braille cells for these characters. */
  | Refusal<'cells-missing', { readonly value: string; readonly characters: readonly string[] }>
  /** The Braille has `value` cells, and there is room for `limit`. */
  | Refusal<'braille-too-long', Measured>
  /** Layers of `value` millimetres make dots of a single one. */
  | Warning<'braille-too-coarse', Measured>
  /** Strokes of text or names come out where capitals are `limit` millimetres high, and they are to be `value`. */
  | Refusal<'strokes-too-thin', Measured>
  /** Capitals are `value` millimetres high instead of `limit`, so that they have room. */
  | Note<'letters-made-smaller', Measured & { readonly what: 'text' | LabelKind }>
  /** Nothing holds names of layers and nodes in this mode. */
  | Refusal<'labels-not-in-mode', { readonly value: Mode }>
  /** Names of this kind are asked for, and there are none; a note where all names are. */
  | (About & {
      readonly code: 'no-names';
      readonly level: 'refusal' | 'note';
      readonly value: LabelKind;
    })
  /** Names of nodes are given, and do not stand on the model: these labels would put them there. */
  | Note<'names-not-drawn', { readonly value: LabelKind | 'all' }>
  /** Names have room between layers only with capitals so low; `characters` of the longest would do at `limit`. */
  | Refusal<'name-too-long', Measured & { readonly name: string; readonly characters: number }>
  /** Names have room between nodes only with capitals so low. */
  | Refusal<'names-too-near', Measured & { readonly kind: LabelKind }>
  | Refusal<'too-large', TooLarge>
  /** No bed of the printers table holds the model. */
  | Warning<'no-common-bed', NoCommonBed>
  /** The slicer's prime tower may find no room: less than `limit` millimetres are left beside the model. */
  | Warning<'no-room-for-tower', { readonly limit: number }>
  | Warning<'more-colors-than-slots', Measured & { readonly printer: string }>
  | Refusal<'more-colors-than-format', Measured>
  /** More colours than one colour unit holds, where it is not said how many there are. */
  | Note<'many-colors', Measured>
  /** The base touches nothing. `value` is its radius, `limit` what posts need. */
  | Warning<'loose-base', Measured>
  /** The model falls into `value` pieces instead of `limit`, `lone` of which are one node each. */
  | Warning<'loose-pieces', Measured & { readonly lone: number }>
  /** How a network lies that nobody said it of, since the printer is one for filament. */
  | Note<'laid-flat', { readonly value: Mode; readonly printer: string }>
  /** Why one for such a printer stands all the same. */
  | Note<'kept-upright', { readonly value: KeptUpright; readonly printer: string }>
  /** Two halves are put together with `value` dowels of filament, `length` millimetres long. None go into nodes with a radius of less than `limit`. */
  | Note<'dowels', Measured & { readonly length: number }>
  /** Sizes of a disc are given, and there is none. */
  | Warning<'no-disc', { readonly value: Mode }>
  /** A format of that label does not hold what is printed so; the remedies are the modes that it holds. */
  | Refusal<'mode-not-in-format', OfMode & { readonly format: string }>
  /** Nothing can be cut off balls and rods as they are. */
  | Refusal<'shells-of-cut', OfMode>
  /** Colours cannot go by height in this mode. */
  | Refusal<'no-heights', { readonly value: Mode }>
  /** In this mode filament is changed by hand for colours by height, and there are `limit` slots. */
  | Refusal<'heights-by-hand', { readonly value: Mode; readonly limit: number }>
  /** So many changes of filament by hand are more than most want to make. */
  | Note<'many-changes', Measured>
  /** A foot beside a network is printed in its colours too, so it changes at the height of `value` millimetres. */
  | Note<'foot-changes-color', { readonly value: number }>
  /** Connections of both signs come out in one colour and one shape. */
  | Warning<'signs-alike', object>
  /** A file has no room for all of the recipe; `value` is what it keeps. */
  | Warning<'recipe-cut', { readonly file: string; readonly value: 'shape' | 'nothing' }>
  | Warning<'slow-joining', Joining>
  | Refusal<'endless-joining', Joining>
  /** In bytes. */
  | Warning<'large-file', Measured & { readonly file: string }>
  /** A file that holds all parts; `format` is the label of its format. */
  | Note<'nothing-to-split', { readonly file: string; readonly format: string }>
  | Note<'nothing-of-a-flavor', object>
  | Note<'nothing-to-show', object>
  | Note<'nothing-to-size', object>;

interface About {
  /** Where it is in what was asked for, such as `['network', 'layers']` or `['outputs', 0]`. */
  readonly path: readonly (string | number)[];
  /** What would help, best first; left out where nothing is known to. */
  readonly remedies?: readonly Remedy[];
}

type Refusal<Code extends string, Data> = About & { readonly code: Code; readonly level: 'refusal' } & Data;
type Warning<Code extends string, Data> = About & { readonly code: Code; readonly level: 'warning' } & Data;
type Note<Code extends string, Data> = About & { readonly code: Code; readonly level: 'note' } & Data;

interface Measured {
  readonly value: number;
  readonly limit: number;
}

interface OfMode {
  readonly value: Mode;
  readonly file: string;
}

/** A model, `value` millimetres along an axis, on a bed of `limit`. */
interface TooLarge extends Measured {
  readonly axis: 'x' | 'y' | 'z';
  /** The printer's name. */
  readonly printer: string;
  /** The largest scale at which all would fit on one plate, of the network as it was asked for. */
  readonly scale: number;
  /** What would be thin at that scale; left out if nothing. */
  readonly thin?: ThinConnections;
}

interface NoCommonBed {
  /** The model in millimetres. */
  readonly value: readonly [x: number, y: number, z: number];
  /** The bed that holds the largest part of it. */
  readonly limit: Bed;
  /** The name of the printer that has it. */
  readonly printer: string;
}

interface Joining {
  readonly value: JoiningEstimate;
  /** What needs no word, or what is refused. */
  readonly limit: Pick<JoiningEstimate, 'seconds' | 'bytes'>;
  readonly nodes: number;
  /** Of a node's circles. */
  readonly sides: number;
}

/** A change to what was asked for: `withRemedy` makes it. */
export interface Remedy extends PrintRemedy {
  /** Fewer nodes drawn, as the command's LAYERS: `784~9,10` draws nine of 784 and an ellipsis. */
  readonly layers?: string;
  readonly shells?: true;
  /** For all outputs: its id. */
  readonly format?: string;
  /** Posts that join the network to its base, which has to reach as far as they stand. */
  readonly posts?: true;
  readonly signShape?: true;
  readonly textHeight?: number;
  readonly colorBy?: ColorBy;
}

/** The findings for which a plan cannot be run. */
export function refusals(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ level }) => level === 'refusal');
}
