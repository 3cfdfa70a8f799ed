import {
  type HexColor,
  type Mesh,
  type NetworkSpecInput,
  type Placement,
  parseNetworkSpec,
  SpecError,
} from '@neurofab/core';
import type { ExampleName, TrainedNetwork } from '@neurofab/import';
import type { Inspection } from '@neurofab/inspect';
import { type Asked, askedIn, FORMATS, OpenError, openFile } from '@neurofab/job';
import { savedWarningText } from '@neurofab/words';
import { modelOf, type Reduced, reduced, type TrainedModel } from './trained.ts';

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

/** The most trained networks that are kept. */
const MAX_KEPT = 8;

/** Trained networks by their hash, of which other nodes may be drawn; the last that was opened is the last here. */
const kept = new Map<string, TrainedNetwork>();

/** Opens files that belong together. */
export async function open(files: readonly GivenFile[], tell: (done: number) => void): Promise<Opened> {
  const { ImportError, isNetworkFile, readTrained } = await import('@neurofab/import');
  const [first] = files as readonly [GivenFile];
  try {
    if (files.some(({ bytes }) => isNetworkFile(bytes)))
      return await openedNetwork(await readTrained(files, { onProgress: tell }));
    return files.length > 1 ? { kind: 'fault', text: ONE_AT_A_TIME } : await openedFile(first);
  } catch (error) {
    if (error instanceof ImportError || error instanceof OpenError || error instanceof SpecError) {
      return { kind: 'fault', text: withOthers(error.message) };
    }
    throw error;
  }
}

const ONE_AT_A_TIME =
  'Files are opened one at a time, but for those that make up one trained network, and none of these is one.';

/** What else is read than models. */
function withOthers(text: string): string {
  return text.startsWith('Its contents are none of')
    ? `${text} It is no trained model that is known either, and no spec.`
    : text;
}

/** Opens a trained network that comes with the product. */
export async function openExample(name: ExampleName): Promise<Opened> {
  const { exampleNetwork } = await import('@neurofab/import');
  return openedNetwork(await exampleNetwork(name));
}

/** Draws other nodes of a network that was opened. */
export async function reduceOpened(model: TrainedModel): Promise<Reduced> {
  const network = kept.get(model.sha256);
  return network === undefined
    ? { fault: 'The model has to be opened once more first.' }
    : reduced(network, model);
}

async function openedNetwork(trained: TrainedNetwork): Promise<Opened> {
  const model = modelOf(trained);
  const { network, fault } = await reduced(trained, model);
  if (network === undefined) return { kind: 'fault', text: fault! };
  kept.delete(model.sha256);
  kept.set(model.sha256, trained);
  if (kept.size > MAX_KEPT) kept.delete(kept.keys().next().value!);
  return { kind: 'trained', network, model, notes: trained.notes.map(({ text }) => `${capitalized(text)}.`) };
}

async function openedFile(file: GivenFile): Promise<Opened> {
  const found = await openFile(file);
  switch (found.kind) {
    case 'saved': {
      const { contents, settings, format, warnings } = found.saved;
      const asked = { ...askedIn(settings), ...(isPrinted(format) && { format }), network: contents };
      return { kind: 'saved', asked, notes: warnings.map(savedWarningText) };
    }
    case 'spec': {
      const { given } = parseNetworkSpec(found.contents);
      return { kind: 'saved', asked: { network: given }, notes: [] };
    }
    default: {
      const { model } = found;
      if (model.bodies.length === 0)
        return {
          kind: 'fault',
          text: `Has no model in it, and no network: it is ${model.format} that Neurofab did not write, or that something else saved since.`,
        };
      const { inspectModel } = await import('@neurofab/inspect');
      const bodies = model.bodies.map(({ mesh, color = NO_COLOR, placement }) => ({
        mesh,
        color,
        placement,
      }));
      return { kind: 'inspected', inspected: { name: file.name, inspection: inspectModel(model), bodies } };
    }
  }
}

/** Whether a format is one for printers, so that what was opened in it is saved in it again. */
function isPrinted(format: string): boolean {
  const backend = FORMATS.map((make) => make()).find(({ id }) => id === format);
  return backend !== undefined && backend.isToShow !== true && backend.holds !== 'source';
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
