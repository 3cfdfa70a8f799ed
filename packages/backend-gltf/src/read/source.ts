import { fileFault } from './file-fault.ts';
import type { Gltf } from './gltf.ts';
import { READ_LIMITS } from './limits.ts';

/** A file that is being read. */
export interface Source {
  readonly gltf: Gltf;
  /** The data of the binary chunk. */
  readonly binary: Uint8Array;
}

/** The thing of a number, such as `item(gltf, 'meshes', 3)`. Throws a FileError where there is none. */
export function item<
  Kind extends 'nodes' | 'meshes' | 'materials' | 'accessors' | 'bufferViews' | 'buffers' | 'scenes',
>(gltf: Gltf, kind: Kind, index: number): Gltf[Kind][number] {
  const all = gltf[kind];
  const found = all[index];
  if (found === undefined) {
    throw fileFault(
      'The JSON',
      `names number ${index} of its ${kind}, counted from 0, but has ${all.length}`,
    );
  }
  return found;
}

/** Counts what is read before it is, and throws a FileError for more than a file of that size holds. */
export function budget(what: string, bytes: number): (elements: number) => void {
  let sum = 0;
  return (elements) => {
    sum += elements;
    if (sum <= READ_LIMITS.freeElements || sum <= Math.min(bytes, READ_LIMITS.elements)) return;
    throw fileFault(
      'The JSON',
      `says ${sum} ${what} or more of ${bytes} bytes; at most one a byte is read, and ${READ_LIMITS.elements} of all`,
    );
  };
}
