import type { ExampleName, TrainedNetwork } from '@neurofab/import';
import type { Asked } from '@neurofab/job';
import type { ExactBody } from './exact.ts';
import type { Made, MadeFile } from './make.ts';
import { type GivenFile, type Opened, open, openedNetwork } from './open.ts';
import type { Report, ReportedPrint } from './report.ts';
import { type Reduced, reduced, type TrainedModel } from './trained.ts';

type Tell = (done: number) => void;

/** The trained network that was opened last, of which other nodes may be drawn. */
let kept: TrainedNetwork | undefined;

/** All that the worker does. What only some of it needs is loaded when it is first asked for. */
export const HANDLERS = {
  report: async (asked: Asked): Promise<Report> => (await import('./report-of.ts')).reportOf(asked),
  print: async (asked: Asked): Promise<ReportedPrint> => (await import('./report-of.ts')).printOf(asked),
  make: async (
    { asked, format }: { readonly asked: Asked; readonly format?: string | undefined },
    tell: Tell,
  ): Promise<Made> => (await import('./make.ts')).make(asked, { format, tell }),
  spec: async (asked: Asked): Promise<MadeFile> => (await import('./make.ts')).specFile(asked),
  exact: async (asked: Asked, tell: Tell): Promise<ExactBody[]> =>
    (await import('./exact.ts')).exactBodies(asked, tell),
  open: (files: readonly GivenFile[], tell: Tell): Promise<Opened> =>
    open(files, {
      tell,
      keep: (network) => {
        kept = network;
      },
    }),
  example: async (name: ExampleName): Promise<Opened> => {
    const { exampleNetwork } = await import('@neurofab/import');
    kept = await exampleNetwork(name);
    return openedNetwork(kept);
  },
  reduce: (model: Pick<TrainedModel, 'nodes' | 'show'>): Promise<Reduced> | Reduced =>
    kept === undefined ? { fault: 'The model has to be opened again first.' } : reduced(kept, model),
};
