import type { ModelFile } from '@neurofab/core';

export interface ReadThreeMfOptions {
  /** Stops the reading; the promise then rejects with its reason. */
  readonly signal?: AbortSignal;
}

/**
 * Reads a 3MF package, ours or anyone's: one body for each part that it builds, with the name, colour and filament
 * that the specification, PrusaSlicer, Bambu Studio and Cura know how to say, in millimetres. Beam lattices, slices,
 * textures and whatever else adds no mesh are passed over, unless the file requires them. Throws a FileError for what
 * is damaged, hostile, larger than `READ_LIMITS` allows, or no 3MF file.
 */
export async function readThreeMf(bytes: Uint8Array, options: ReadThreeMfOptions = {}): Promise<ModelFile> {
  const { signal } = options;
  signal?.throwIfAborted();
  // Loaded when it is needed: with zip.js and fast-xml-parser, that is 60 ms of the start of a command.
  const { openPackage } = await import('./package/open-package.ts');
  const { readPackage } = await import('./read-package.ts');
  return readPackage(await openPackage(bytes, signal));
}
