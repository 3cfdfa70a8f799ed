import {
  type Flavor,
  MAX_TRIANGLES as MAX_3MF_TRIANGLES,
  MAX_SLOTS,
  readThreeMf,
  threeMf,
} from '@neurofab/backend-3mf';
import { glb, MAX_TRIANGLES as MAX_GLB_TRIANGLES, readGlb } from '@neurofab/backend-gltf';
import { openScad, readOpenScad } from '@neurofab/backend-openscad';
import {
  MAX_TRIANGLES as MAX_STL_TRIANGLES,
  readStl,
  recipeInHeader,
  stl,
  stlBytes,
  stlHeader,
} from '@neurofab/backend-stl';
import type { Backend, BodyMaker, ModelFile, Scene, Settings } from '@neurofab/core';

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
  /** The most triangles of a file; left out for source formats. */
  readonly maxTriangles?: number;
  /** The size of a file of so many triangles, where it follows from their number. */
  readonly bytesOf?: (triangles: number) => number;
  /** Whether a file that starts with these bytes is of the format; left out for the one whose files have no mark of their own. */
  readonly recognises?: (start: Uint8Array, path: string) => boolean;
  /** The header that holds the recipe, where it has little room. */
  readonly header?: (scene: Scene, settings: Settings) => string;
  /** The recipe, where the start of a file holds it. */
  readonly recipeInStart?: (start: Uint8Array) => string | undefined;
  /** Reads such a file, of any origin. Throws a FileError for what it cannot read. */
  readonly read: (bytes: Uint8Array) => ModelFile | Promise<ModelFile>;
}

export interface FormatOptions {
  /** How 3MF says its colours. */
  readonly flavor?: Flavor | undefined;
  /** Where the middle of the model is to stand. */
  readonly bedCenter?: readonly [x: number, y: number] | undefined;
}

// Loaded when it makes its first body: its modules take 10 ms, as long as to write shells of half a million triangles.
const solid = () => import('@neurofab/solid');
const solids: BodyMaker = async (scene, options) => (await solid()).solids(scene, options);
const fused: BodyMaker = async (scene, options) => (await solid()).fused(scene, options);

/** All formats; the first is what is written when nothing is asked for. */
export const FORMATS: readonly Format[] = [
  {
    backend: threeMf(),
    backendFor: threeMf,
    bodies: solids,
    oneColorBodies: fused,
    maxSlots: MAX_SLOTS,
    maxTriangles: MAX_3MF_TRIANGLES,
    recognises: (start) => startsWith(start, 'PK'),
    read: readThreeMf,
  },
  {
    backend: stl(),
    bodies: fused,
    splitBodies: solids,
    maxTriangles: MAX_STL_TRIANGLES,
    bytesOf: stlBytes,
    header: stlHeader,
    recipeInStart: recipeInHeader,
    read: readStl,
  },
  {
    backend: openScad(),
    // Contents count more than extensions, since people rename files; but source may start with anything.
    recognises: (start, path) => startsWith(start, '//') || path.toLowerCase().endsWith('.scad'),
    read: readOpenScad,
  },
  {
    backend: glb(),
    bodies: solids,
    maxTriangles: MAX_GLB_TRIANGLES,
    recognises: (start) => startsWith(start, 'glTF'),
    read: readGlb,
  },
];

function startsWith(bytes: Uint8Array, text: string): boolean {
  return String.fromCharCode(...bytes.subarray(0, text.length)) === text;
}

/** What `--format` calls a format: its extension, and the backend's own name. */
export function formatNames({ backend }: Format): readonly [string, ...string[]] {
  const extension = backend.extensions[0].slice(1);
  return extension === backend.id ? [extension] : [extension, backend.id];
}
