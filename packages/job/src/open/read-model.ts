import { type Backend, FileError, type ModelFile } from '@neurofab/core';
import { formatOf, type ReadableBackend } from '../formats.ts';
import { kindOf } from './kind-of.ts';
import { OpenError } from './open-error.ts';

/** A file of a model: what it is called, with or without folders, and what it holds. */
export interface ModelBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What a file holds, read as what its contents look like. Throws an OpenError for what cannot be read. */
export async function readModel(
  { name, bytes }: ModelBytes,
  backends: readonly Backend[],
): Promise<ModelFile> {
  const backend = backendFor({ name, bytes }, backends);
  try {
    return await backend.read(bytes);
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    const kind = kindOf(bytes);
    if (kind !== undefined) throw damaged(`Is ${kind}, no model.`);
    const { extensions, recognises } = backend;
    // It was taken for that format for want of a mark, so its faults as one say little if it does not claim to be one.
    const isGuess = recognises === undefined && !extensions.some((end) => name.toLowerCase().endsWith(end));
    const known = backends.map(({ label }) => label).join(', ');
    throw damaged(isGuess ? `Its contents are none of ${known}.` : error.message);
  }
}

/** The backend that reads a file, by its first bytes: 84 are enough. Throws an OpenError where there is none. */
export function backendFor({ name, bytes }: ModelBytes, backends: readonly Backend[]): ReadableBackend {
  if (bytes.length === 0) throw damaged('Is empty.');
  const backend = formatOf({ start: bytes, name }, backends);
  if (backend === undefined) throw damaged('Is of no format that can be read.');
  return backend;
}

function damaged(fault: string): OpenError {
  return new OpenError('damaged', [fault]);
}
