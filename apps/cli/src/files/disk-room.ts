import { stat, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { shortSize } from '@neurofab/words';
import { CommandError } from '../errors.ts';
import type { PlacedFile } from './outputs.ts';

/** The disk that a folder is on. */
export interface Disk {
  /** Tells disks apart. */
  readonly id: number;
  /** `undefined` if it does not say. */
  readonly freeBytes: number | undefined;
}

export interface DiskRoomOptions {
  /** Asks the system if left out. */
  readonly diskOf?: (folder: string) => Promise<Disk>;
}

/** Throws a CommandError for a disk with less room than files take, where their size is known before they are made. */
export async function refuseFullDisk(
  placed: readonly PlacedFile[],
  { diskOf = diskFromSystem }: DiskRoomOptions = {},
): Promise<void> {
  const wanted = new Map<number, { readonly paths: string[]; bytes: number }>();
  for (const { file, path, target } of placed) {
    if (file.bytes === undefined || target.kind !== 'file') continue;
    const { id, freeBytes } = await diskOf(target.newFoldersIn ?? dirname(target.path));
    const files = wanted.get(id) ?? { paths: [], bytes: 0 };
    wanted.set(id, files);
    files.paths.push(path);
    files.bytes += file.bytes;
    if (freeBytes !== undefined && files.bytes > freeBytes) throw noRoom(files, freeBytes);
  }
}

async function diskFromSystem(folder: string): Promise<Disk> {
  const [{ dev }, { bavail, blocks, bsize }] = await Promise.all([stat(folder), statfs(folder)]);
  // Some file systems of networks do not know their size and say that it is 0.
  return { id: dev, freeBytes: blocks === 0 ? undefined : bavail * bsize };
}

function noRoom(files: { readonly paths: readonly string[]; readonly bytes: number }, freeBytes: number) {
  const [first, ...more] = files.paths;
  const who = more.length === 0 ? first : `${first} and ${more.length} more`;
  return new CommandError(
    `${who}: Would hold ${shortSize(files.bytes)}, but the disk has ${shortSize(freeBytes)} free. A coarser resolution or fewer nodes take less.`,
  );
}
