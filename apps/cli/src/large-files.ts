import { stat, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Scene, shells } from '@neurofab/core';
import { CommandError } from './errors.ts';
import { onlyPart } from './make-bodies.ts';
import type { Output } from './plan-outputs.ts';
import { shortSize } from './table.ts';

/** The disk that a folder is on. */
export interface Disk {
  /** Tells disks apart. */
  readonly id: number;
  /** `undefined` if it does not say. */
  readonly freeBytes: number | undefined;
}

export interface LargeFilesOptions {
  /** Asks the system if left out. */
  readonly diskOf?: (folder: string) => Promise<Disk>;
}

/** FAT32 holds no file of 4 GiB, and programs that count bytes in 32 bits read none. */
const LARGE_BYTES = 4e9;

/**
 * Warns of files of 4 GB and more, where their size is known before they are made: STL of shells. Throws a CommandError for
 * a disk with less room than they take.
 */
export async function largeFileWarnings(
  scene: Scene,
  outputs: readonly Output[],
  { diskOf = diskFromSystem }: LargeFilesOptions = {},
): Promise<string[]> {
  const warnings: string[] = [];
  const wanted = new Map<number, { readonly paths: string[]; bytes: number }>();
  for (const output of outputs) {
    const bytes = await knownBytes(scene, output);
    if (bytes === undefined || output.target.kind !== 'file') continue;
    const { id, freeBytes } = await diskOf(output.target.newFoldersIn ?? dirname(output.target.path));
    const files = wanted.get(id) ?? { paths: [], bytes: 0 };
    wanted.set(id, files);
    files.paths.push(output.path);
    files.bytes += bytes;
    if (freeBytes !== undefined && files.bytes > freeBytes) throw noRoom(files, freeBytes);
    if (bytes < LARGE_BYTES) continue;
    warnings.push(
      `${output.path}: Will hold ${shortSize(bytes)}; FAT32 disks and many slicers take less than 4 GB.`,
    );
  }
  return warnings;
}

/** The size of a file of shells; `undefined` if it is not known before, or the format refuses so many triangles anyway. */
async function knownBytes(scene: Scene, { format, bodies, part }: Output): Promise<number | undefined> {
  const { bytesOf, maxTriangles = Infinity } = format;
  if (bytesOf === undefined || bodies !== shells) return undefined;
  const { triangles } = await shells(part === undefined ? scene : onlyPart(scene, part));
  return triangles > maxTriangles ? undefined : bytesOf(triangles);
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
