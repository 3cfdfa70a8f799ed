import { MAX_SLOTS, threeMf } from '@neurofab/backend-3mf';
import { openScad } from '@neurofab/backend-openscad';
import { stl } from '@neurofab/backend-stl';
import type { Backend, BodyMaker } from '@neurofab/core';
import { fused, solids } from '@neurofab/solid';

/** A file format, and what the command puts into it. */
export interface Format {
  readonly backend: Backend;
  /** Makes its bodies, unless shells are asked for; left out for source formats, which are text and have none. */
  readonly bodies?: BodyMaker;
  /** Makes the bodies of one file a part (`--split`); left out where one file holds all parts. */
  readonly splitBodies?: BodyMaker;
  /** The most slots, where the file itself says which slot prints a part. */
  readonly maxSlots?: number;
}

/** All formats; the first is what is written when nothing is asked for. */
export const FORMATS: readonly Format[] = [
  { backend: threeMf(), bodies: solids, maxSlots: MAX_SLOTS },
  { backend: stl(), bodies: fused, splitBodies: solids },
  { backend: openScad() },
];

/** What `--format` calls a format: its extension, and the backend's own name. */
export function formatNames({ backend }: Format): readonly [string, ...string[]] {
  const extension = backend.extensions[0].slice(1);
  return extension === backend.id ? [extension] : [extension, backend.id];
}
