import { join } from 'node:path';
import { inFolder } from '../files/outputs.ts';
import type { Io } from '../io.ts';
import type { BatchFolder } from './batch-folder.ts';
import { fileHash, readRecord } from './batch-record.ts';
import type { FileGroup } from './write-groups.ts';

/** The paths of files that earlier runs wrote to a folder and nobody changed since, but that are none of this set: plates of a longer table, for one. */
export async function earlierFiles(
  groups: readonly FileGroup[],
  folder: BatchFolder,
  io: Io,
): Promise<string[]> {
  const files = groups.flatMap(({ copies }) => copies.flatMap((copy) => copy.files));
  const ours = new Set(files.map(({ name }) => name));
  const earlier: string[] = [];
  for (const [name, { bytes }] of Object.entries(await readRecord(folder, io))) {
    if (ours.has(name) || bytes === null) continue;
    const there = await fileHash(join(folder.root, name));
    if (there?.hash === bytes) earlier.push(inFolder(folder.path, name));
  }
  return earlier;
}

/** Which files are none of this set, as lines; none where there are none. */
export function earlierText(paths: readonly string[]): string[] {
  if (paths.length === 0) return [];
  const first = paths.slice(0, MOST_NAMED).join(', ');
  const more = paths.length > MOST_NAMED ? ` and ${paths.length - MOST_NAMED} more` : '';
  return [`Of an earlier run, and not of this one: ${first}${more}.`];
}

const MOST_NAMED = 6;
