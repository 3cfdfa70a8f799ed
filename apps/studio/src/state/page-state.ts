import type { Fault, Lettering } from '@neurofab/core';
import type { Asked, Standing } from '@neurofab/job';
import type { Inspected } from '../worker/open.ts';
import type { Report, ReportedFinding, ReportedPrint, ReportedSteps } from '../worker/report.ts';
import type { TrainedModel } from '../worker/trained.ts';
import type { History } from './history.ts';
import type { Names } from './names.ts';

/** All that the page shows. */
export interface PageState {
  readonly history: History<Asked>;
  readonly names: Names;
  /** Whether models of names share plates, on a printer whose bed is known. */
  readonly onPlates: boolean;
  /** What is asked for as it is shown: with one of the names, where there are any. */
  readonly shown: Asked;
  /** The last network that could be made: that which is asked for, unless there are faults. */
  readonly standing: Standing;
  /** What is wrong with the network that is asked for. */
  readonly faults: readonly Fault[];
  /** How text looks, of the lines that the worker was asked for. */
  readonly lettering: Lettering | undefined;
  /** What is to be known of the model; of the one before while the new one is looked at. */
  readonly report?: Report | undefined;
  /** The findings of that report, with those that its layers show. */
  readonly findings: readonly ReportedFinding[];
  /** What it takes to print. */
  readonly print?: ReportedPrint | undefined;
  /** A file on its way, and how much of it is done, from 0 to 1. */
  readonly making?: { readonly what: string; readonly done: number } | undefined;
  /** What was saved last. */
  readonly saved?: Saved | undefined;
  /** The trained networks that the worker keeps, of which other nodes can be drawn. */
  readonly models: readonly TrainedModel[];
  /** A file that Neurofab did not write. */
  readonly inspected?: Inspected | undefined;
  /** Something to say, such as why a file was not read. */
  readonly message?: Message | undefined;
  /** What was done last, for those who cannot see it. */
  readonly change: string;
  /** Whether pieces are drawn put together, instead of as they are printed. */
  readonly isAssembled: boolean;
  /** Whether the bodies are drawn that go into the file. */
  readonly isExact: boolean;
  /** How the model is drawn. */
  readonly graphics: 'live' | 'lines' | 'still' | 'lost';
  /** A picture of the model where it is not drawn live: the address of an image. */
  readonly still?: string | undefined;
  /** Loads the version of the page that has come in the meantime. */
  readonly reload?: (() => void) | undefined;
}

/** Files that were saved. */
export interface Saved {
  readonly files: readonly [File, ...File[]];
  /** Whether the browser hands them to other programs, as those of phones do. */
  readonly canShare: boolean;
  /** What to click in the slicer, of files for one. */
  readonly next?: ReportedSteps | undefined;
}

/** Something that is said above the model. */
export interface Message {
  readonly kind: 'note' | 'fault';
  readonly text: string;
}
