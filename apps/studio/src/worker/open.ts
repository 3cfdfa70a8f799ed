import {
  type HexColor,
  type Mesh,
  type NetworkSpecInput,
  type Placement,
  parseNetworkSpec,
  SpecError,
} from '@neurofab/core';
import type { TrainedNetwork } from '@neurofab/import';
import type { Inspection } from '@neurofab/inspect';
import { type Asked, askedIn, OpenError, openFile } from '@neurofab/job';
import { savedWarningText } from '@neurofab/words';
import { modelOf, reduced, type TrainedModel } from './trained.ts';

/** A file as the page hands it over. */
export interface GivenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A file that Neurofab did not write, measured and judged. */
export interface Inspected {
  readonly name: string;
  readonly inspection: Inspection;
  readonly bodies: readonly {
    readonly mesh: Mesh;
    readonly color: HexColor;
    readonly placement?: Placement | undefined;
  }[];
}

/** What files turn out to be. */
export type Opened =
  | { readonly kind: 'saved'; readonly asked: Asked; readonly notes: readonly string[] }
  | {
      readonly kind: 'trained';
      readonly network: NetworkSpecInput;
      readonly model: TrainedModel;
      readonly notes: readonly string[];
    }
  | { readonly kind: 'inspected'; readonly inspected: Inspected }
  | { readonly kind: 'fault'; readonly text: string };

/** The colour of bodies that have none. */
const NO_COLOR = '#9AA5B1';

/** Opens files of one thing; `keep` gets the trained network that is in them. */
export async function open(
  files: readonly GivenFile[],
  { keep, tell }: { readonly keep: (network: TrainedNetwork) => void; readonly tell: (done: number) => void },
): Promise<Opened> {
  const { ImportError, isNetworkFile, readTrained } = await import('@neurofab/import');
  const [first] = files as readonly [GivenFile];
  try {
    if (files.length > 1 || isNetworkFile(first.bytes)) {
      const network = await readTrained(files, { onProgress: tell });
      keep(network);
      return await openedNetwork(network);
    }
    return await openedFile(first);
  } catch (error) {
    if (error instanceof ImportError || error instanceof OpenError || error instanceof SpecError) {
      return { kind: 'fault', text: error.message };
    }
    throw error;
  }
}

/** What is drawn of a trained network at first. */
export async function openedNetwork(trained: TrainedNetwork): Promise<Opened> {
  const model = modelOf(trained);
  const { network, fault } = await reduced(trained, model);
  if (network === undefined) return { kind: 'fault', text: fault! };
  return { kind: 'trained', network, model, notes: trained.notes.map(({ text }) => `${text}.`) };
}

async function openedFile(file: GivenFile): Promise<Opened> {
  const opened = await openFile(file);
  switch (opened.kind) {
    case 'saved': {
      const { contents, settings, format, warnings } = opened.saved;
      const asked = { ...askedIn(settings), format, network: contents };
      return { kind: 'saved', asked, notes: warnings.map(savedWarningText) };
    }
    case 'spec': {
      const { given } = parseNetworkSpec(opened.contents);
      return { kind: 'saved', asked: { network: given }, notes: [] };
    }
    default: {
      const { inspectModel } = await import('@neurofab/inspect');
      const { model } = opened;
      const bodies = model.bodies.map(({ mesh, color = NO_COLOR, placement }) => ({
        mesh,
        color,
        placement,
      }));
      return { kind: 'inspected', inspected: { name: file.name, inspection: inspectModel(model), bodies } };
    }
  }
}
