import { asDamaged } from './bytes/or-damaged.ts';
import { sha256 } from './bytes/sha256.ts';
import { type Chain, chainOf } from './chain/chain-of.ts';
import type { NamedFile, ReadContext } from './formats/format.ts';
import { type Format, TRAINED_FORMATS } from './formats/formats.ts';
import { isOtherNetwork, refuseOtherKinds } from './formats/refuse-other-kinds.ts';
import { ImportError } from './import-error.ts';
import { IMPORT_LIMITS } from './limits.ts';
import { refuseMore } from './refuse-more.ts';
import { oneLine } from './text/one-line.ts';
import { printableList } from './text/printable.ts';
import type { Note, TrainedNetwork } from './trained-network.ts';

/** What may be told to `readTrained` beside its files. */
export interface ReadTrainedOptions {
  /** The bytes of a file beside the first, such as `model.onnx.data`; asked by plain names without folders. Without it only the given files are looked at. */
  readonly beside?: (name: string) => Promise<Uint8Array | undefined>;
  /** The names of layers in their order, for files that keep none. */
  readonly layerOrder?: readonly string[];
  /** Told how much of the work is done, from 0 to 1. */
  readonly onProgress?: (done: number) => void;
}

/**
 * Reads a trained network from a file and the files that belong to it, told apart by what they hold; nothing in them is
 * executed. Throws an ImportError for whatever gives no network.
 */
export async function readTrained(
  given: readonly NamedFile[],
  { beside, layerOrder, onProgress }: ReadTrainedOptions = {},
): Promise<TrainedNetwork> {
  const files = knownFirst(given);
  const [first] = files;
  if (first === undefined) throw new ImportError('damaged', 'There is no file.');
  refuseLarge(files);
  const format = trainedFormatOf(first.bytes);
  if (format === undefined) throw refuseOtherKinds(first);
  const read = await format.load();
  const parts = new Map((format.readsAll ? files : [first]).map((file) => [file.name, file.bytes]));
  /** What whoever is asked for files throws says why by itself. */
  const refusals = new Set<unknown>();
  const asked = async (name: string) => {
    try {
      return await beside?.(name);
    } catch (error) {
      refusals.add(error);
      throw error;
    }
  };
  const context: ReadContext = {
    beside: async (name) => {
      const known = parts.get(name) ?? bytesOf(files, name);
      const bytes = known ?? (isPlain(name) ? await asked(name) : undefined);
      if (bytes !== undefined) parts.set(name, bytes);
      return bytes;
    },
    layerOrder,
  };
  const {
    steps,
    notes = [],
    format: label,
    producer,
    inputNames,
    outputNames,
  } = await read(files, context).catch((error) => {
    if (refusals.has(error)) throw error;
    throw asDamaged(`it begins like ${format.label}, but cannot be read as such`, error);
  });
  const stranger = files.find(({ name }) => !parts.has(name));
  if (stranger !== undefined) {
    const message = `${oneLine(stranger.name)} is no part of it, and files of one network are read at a time.`;
    throw new ImportError('unsupported', message);
  }
  onProgress?.(READING);
  const chain = chainOf(steps);
  if (layerOrder !== undefined) refuseOtherOrder(chain, layerOrder);
  onProgress?.(1);
  return {
    source: {
      format: label,
      ...(producer !== undefined && { producer }),
      name: first.name,
      sha256: await sha256([...parts.values()]),
    },
    layers: chain.layers,
    // Names are kept where there is one for each.
    ...(inputNames?.length === chain.layers[0]!.inputs && { inputNames }),
    ...(outputNames?.length === chain.layers.at(-1)!.outputs && { outputNames }),
    notes: eachOnce([...notes, ...chain.notes].map(({ code, text }) => ({ code, text: oneLine(text) }))),
  };
}

/** Most files say the order of their layers by themselves. */
function refuseOtherOrder({ layers }: Chain, layerOrder: readonly string[]): void {
  let next = 0;
  for (const given of layerOrder) {
    const name = layers[next]?.name;
    // Without what wraps all names, on either side.
    if (name !== undefined && (name === given || name.endsWith(`.${given}`) || given.endsWith(`.${name}`)))
      next++;
  }
  if (next === layers.length) return;
  const names = printableList(layers.map(({ name }) => name));
  throw new ImportError(
    'unsupported',
    `Its layers have an order of their own, ${names}, and no other can be given.`,
  );
}

/** Two normalisations may be folded into one layer. */
function eachOnce(notes: readonly Note[]): Note[] {
  return [...new Map(notes.map((note) => [note.text, note])).values()];
}

/** The share of the work that is reading a format. */
const READING = 0.9;

/** The format that bytes look like; `undefined` where they look like none that is read. */
export function trainedFormatOf(bytes: Uint8Array): Format | undefined {
  return TRAINED_FORMATS.find((format) => format.recognises(bytes));
}

/** Whether bytes look like a network, one that is read or one that is refused by name. */
export function isNetworkFile(bytes: Uint8Array): boolean {
  return trainedFormatOf(bytes) !== undefined || isOtherNetwork(bytes);
}

/** Of several files, such as a description and its weights, the one that says what it is comes first. */
function knownFirst(files: readonly NamedFile[]): readonly NamedFile[] {
  const known = files.length < 2 ? -1 : files.findIndex(({ bytes }) => trainedFormatOf(bytes) !== undefined);
  return known < 1 ? files : [files[known]!, ...files.slice(0, known), ...files.slice(known + 1)];
}

function refuseLarge(files: readonly NamedFile[]): void {
  const size = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
  refuseMore(size, { most: IMPORT_LIMITS.maxBytes, of: 'bytes' });
}

function bytesOf(files: readonly NamedFile[], name: string): Uint8Array | undefined {
  return files.find((file) => file.name === name)?.bytes;
}

/** A name that a file gives leads nowhere but to its own folder. */
function isPlain(name: string): boolean {
  return name !== '' && name !== '.' && name !== '..' && !/[/\\\0]/.test(name);
}
