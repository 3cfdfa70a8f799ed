import type { Asked } from '@neurofab/job';
import type { PlanColors, StepSpan } from '@neurofab/words';

/** What a page says of a plan: sentences and tables, made where the words are. */
export interface Report {
  readonly findings: readonly ReportedFinding[];
  /** `144 × 134 × 7 mm on the plate` */
  readonly size: string;
  /** How it stands to the printer's bed, where one is known. */
  readonly fit?: string | undefined;
  /** `86 connections · 366 crossings` */
  readonly counts: string;
  /** Which slot prints what, or where to change filament by hand. */
  readonly colors: PlanColors;
  /** What is drawn of a network that is not drawn whole, in sentences. */
  readonly shown: readonly string[];
  /** The file that the printer wants. */
  readonly file: ReportedFormat;
  /** All that can be saved, the usual one first. */
  readonly formats: readonly ReportedFormat[];
  /** Whether no file can be made. */
  readonly isRefused: boolean;
}

export interface ReportedFormat {
  readonly id: string;
  readonly label: string;
  /** With what it is opened: `Bambu Studio`. */
  readonly program?: string | undefined;
  /** Why it cannot hold this network, where others can. */
  readonly refusal?: string | undefined;
}

/** A finding in words, with changes that mend it. */
export interface ReportedFinding {
  readonly code: string;
  readonly level: 'refusal' | 'error' | 'warning' | 'note';
  /** Where it is in what was asked for. */
  readonly path: readonly (string | number)[];
  readonly message: string;
  readonly remedies: readonly { readonly text: string; readonly asked: Asked }[];
}

/** What it takes to print, and all findings, those that only layers show among them. */
export interface ReportedPrint {
  readonly findings: readonly ReportedFinding[];
  /** `about 29 g, 4 h, 70 tool changes (+ 20 g of purge)`; left out where nothing can be said. */
  readonly takes?: string | undefined;
}

/** What to click in the slicer, once a file is saved. */
export interface ReportedSteps {
  readonly slicer: string;
  readonly steps: readonly (readonly StepSpan[])[];
}
