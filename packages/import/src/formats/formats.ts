import { isCsv } from './csv/is-csv.ts';
import type { ReadModel } from './format.ts';
import { isJsonNetwork } from './json/is-json-network.ts';
import { isNumpy } from './numpy/is-numpy.ts';
import { isSafetensors } from './safetensors/is-safetensors.ts';

/** A format that is read: how its files are known by what they hold, and its reader, loaded when it is used. */
export interface Format {
  /** Such as `ONNX`. */
  readonly label: string;
  /** What its files are usually called. */
  readonly extensions: readonly string[];
  /** Whether bytes look like a file of this format. */
  readonly recognises: (bytes: Uint8Array) => boolean;
  readonly load: () => Promise<ReadModel>;
}

/** The formats that are read, in the order in which a file is asked whether it is one. */
export const TRAINED_FORMATS: readonly Format[] = [
  {
    label: 'safetensors',
    extensions: ['.safetensors'],
    recognises: isSafetensors,
    load: async () => (await import('./safetensors/read-safetensors.ts')).readSafetensors,
  },
  {
    label: 'NumPy',
    extensions: ['.npz', '.npy'],
    recognises: isNumpy,
    load: async () => (await import('./numpy/read-numpy.ts')).readNumpy,
  },
  {
    label: 'JSON',
    extensions: ['.json'],
    recognises: isJsonNetwork,
    load: async () => (await import('./json/read-json.ts')).readJson,
  },
  {
    label: 'CSV',
    extensions: ['.csv', '.tsv', '.txt'],
    recognises: isCsv,
    load: async () => (await import('./csv/read-csv.ts')).readCsv,
  },
];
