import type { Lettering } from '@neurofab/core';
import type { ExampleName } from '@neurofab/import';
import type { Asked } from '@neurofab/job';
import type { ExactBody } from './exact.ts';
import type { MadeFile } from './make.ts';
import type { GivenFile, Inspected, Opened } from './open.ts';
import type { Report, ReportedPrint, ReportedSteps } from './report.ts';
import type { Reduced, TrainedModel } from './trained.ts';

/** What is asked for as one file, in the format that is named or else in the one that the printer wants. */
export interface AskedFile {
  readonly asked: Asked;
  readonly format?: string | undefined;
}

/** What is asked for once with each of some names. */
export interface AskedSet extends AskedFile {
  readonly names: readonly string[];
}

type Tell = (done: number) => void;

/** All that the worker does. What does it is loaded when it is first asked for. */
export const HANDLERS = {
  letters: async (asked: Asked): Promise<Lettering | undefined> =>
    (await import('./letters.ts')).withLetters(asked).then(({ lettering }) => lettering),
  report: async (asked: Asked): Promise<Report> => (await import('./report-of.ts')).reportOf(asked),
  print: async (asked: Asked): Promise<ReportedPrint> => (await import('./report-of.ts')).printOf(asked),
  refusal: async (file: AskedFile): Promise<string | undefined> =>
    (await import('./report-of.ts')).refusalOf(file),
  steps: async (file: AskedFile): Promise<ReportedSteps | undefined> =>
    (await import('./report-of.ts')).stepsOf(file),
  make: async (file: AskedFile, tell: Tell): Promise<MadeFile[]> =>
    (await import('./make.ts')).make(file, tell),
  makeSet: async (set: AskedSet, tell: Tell): Promise<MadeFile> =>
    (await import('./make-set.ts')).makeSet(set, tell),
  makePlates: async (set: AskedSet, tell: Tell): Promise<MadeFile> =>
    (await import('./make-plates.ts')).makePlates(set, tell),
  spec: async (asked: Asked): Promise<MadeFile> => (await import('./make.ts')).specFile(asked),
  exact: async (asked: Asked, tell: Tell): Promise<ExactBody[]> =>
    (await import('./exact.ts')).exactBodies(asked, tell),
  open: async (files: readonly GivenFile[], tell: Tell): Promise<Opened> =>
    (await import('./open.ts')).open(files, tell),
  picture: async (bodies: Inspected['bodies']): Promise<Uint8Array> =>
    (await import('./picture-of.ts')).pictureOf(bodies),
  example: async (name: ExampleName): Promise<Opened> => (await import('./open.ts')).openExample(name),
  reduce: async (model: TrainedModel): Promise<Reduced> => (await import('./open.ts')).reduceOpened(model),
};
