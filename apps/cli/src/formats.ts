import { type Flavor, MAX_SLOTS, readThreeMf, threeMf } from '@neurofab/backend-3mf';
import { openScad, readOpenScad } from '@neurofab/backend-openscad';
import { readStl, stl } from '@neurofab/backend-stl';
import type { Backend, BodyMaker, ModelFile } from '@neurofab/core';
import { fused, solids } from '@neurofab/solid';

/** A file format, and what the command puts into it. */
export interface Format {
  readonly backend: Backend;
  /** The backend set up for one printer, where that makes a difference. */
  readonly backendFor?: (options: FormatOptions) => Backend;
  /** Makes its bodies, unless shells are asked for; left out for source formats, which are text and have none. */
  readonly bodies?: BodyMaker;
  /** Makes the bodies of a network in one colour, where that is done otherwise. */
  readonly oneColorBodies?: BodyMaker;
  /** Makes the bodies of one file a part (`--split`); left out where one file holds all parts. */
  readonly splitBodies?: BodyMaker;
  /** The most slots, where the file itself says which slot prints a part. */
  readonly maxSlots?: number;
  /** Reads such a file, of any origin. Throws a FileError for what it cannot read. */
  readonly read: (bytes: Uint8Array) => ModelFile | Promise<ModelFile>;
}

export interface FormatOptions {
  /** How 3MF says its colours. */
  readonly flavor?: Flavor | undefined;
  /** Where the middle of the model is to stand. */
  readonly bedCenter?: readonly [x: number, y: number] | undefined;
}

/** All formats; the first is what is written when nothing is asked for. */
export const FORMATS: readonly Format[] = [
  {
    backend: threeMf(),
    backendFor: threeMf,
    bodies: solids,
    oneColorBodies: fused,
    maxSlots: MAX_SLOTS,
    read: readThreeMf,
  },
  { backend: stl(), bodies: fused, splitBodies: solids, read: readStl },
  { backend: openScad(), read: readOpenScad },
];

/** What `--format` calls a format: its extension, and the backend's own name. */
export function formatNames({ backend }: Format): readonly [string, ...string[]] {
  const extension = backend.extensions[0].slice(1);
  return extension === backend.id ? [extension] : [extension, backend.id];
}
