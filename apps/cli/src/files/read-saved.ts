import { backendFor, type Format, openModel, type SavedNetwork } from '@neurofab/job';
import { CommandError } from '../errors.ts';
import type { Io } from '../io.ts';
import { opened } from './opened.ts';
import { fileLabel } from './read-bytes.ts';
import { modelBytes } from './read-model.ts';

/** A network that a file holds beside its model, and what to call the file in a message. */
export interface SavedFile extends SavedNetwork {
  readonly label: string;
}

export interface ReadSavedContext {
  readonly io: Io;
  /** What can be read, and written again. */
  readonly formats: readonly Format[];
}

/** The network that a file was made from. Throws a CommandError for a file that cannot be read or says none, an InputError for one that cannot be made. */
export function readSaved(path: string, { io, formats }: ReadSavedContext): Promise<SavedFile> {
  const label = fileLabel(path);
  const flag = '--from';
  const backends = formats.map((format) => format());
  const isEnough = (bytes: Uint8Array) =>
    backendFor({ name: path, bytes }, backends).recipeInStart?.(bytes) !== undefined;
  return opened({ label, flag }, async () => {
    const bytes = await modelBytes(path, io, { flag, isEnough });
    const file = await openModel({ name: path, bytes }, { formats });
    if (file.kind === 'saved') return { label, ...file.saved };
    throw new CommandError(
      `${flag} ${label}: Has no recipe of a network in it: it is a plate of several or a coupon, or Neurofab did not write it, or something else saved it since.`,
    );
  });
}
