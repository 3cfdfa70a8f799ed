import { dirname } from 'node:path';
import { InputError } from '../errors.ts';
import { refuseFullDisk } from '../files/disk-room.ts';
import { once, withDrafts } from '../files/drafts.ts';
import { removeLeftDrafts } from '../files/left-drafts.ts';
import { inFolder, type PlacedFile } from '../files/outputs.ts';
import type { Io } from '../io.ts';
import { BATCH_RECORD, type BatchFolder } from './batch-folder.ts';
import {
  type BatchRecord,
  fileHash,
  type NotedFile,
  readRecord,
  recordBytes,
  sha256,
} from './batch-record.ts';
import { faultsText } from './faults-text.ts';
import type { RowFile } from './plan-rows.ts';
import type { Table } from './table.ts';
import type { EachInThreads } from './with-threads.ts';
import type { Task } from './work.ts';

/** What is made once, for one place or several. */
export interface FileGroup {
  readonly task: Task;
  /** SHA-256 of all that the bytes follow from. */
  readonly hash: string;
  /** The rows that it is made for. */
  readonly rows: readonly number[];
  readonly copies: readonly FileCopy[];
}

/** The files of a row, or of a plate. */
export interface FileCopy {
  readonly owner: Owner;
  readonly placed: readonly PlacedFile[];
  readonly files: readonly RowFile[];
}

/** The number of what a file is of. */
interface Owner {
  readonly row?: number;
  readonly plate?: number;
}

/** What became of a file; `--json` prints it as it is. */
export interface BatchFile extends Owner {
  readonly path: string;
  readonly format: string;
  readonly bytes: number;
  /** Whether it was there already. */
  readonly kept: boolean;
}

export interface WriteGroupsContext {
  readonly table: Table;
  readonly folder: BatchFolder;
  readonly io: Io;
  readonly each: EachInThreads;
  readonly onProgress: (done: number) => void;
}

/**
 * Writes the files of rows or plates, those of a group as soon as they are made, and notes each, so that another run keeps it. Gives all
 * files, in the order of rows or plates. Throws an InputError for what turns out too large.
 */
export async function writeGroups(
  groups: readonly FileGroup[],
  { table, folder, io, each, onProgress }: WriteGroupsContext,
): Promise<BatchFile[]> {
  let record = await readRecord(folder, io);
  const files: BatchFile[] = [];
  const left: FileGroup[] = [];
  for (const group of groups) {
    const kept = await Promise.all(group.copies.map((copy) => keptFiles(copy, group.hash, record)));
    files.push(...kept.flatMap((found) => found ?? []));
    const copies = group.copies.filter((_, i) => kept[i] === undefined);
    if (copies.length > 0) left.push({ ...group, copies });
  }
  new Set(left.flatMap(foldersOf)).forEach(removeLeftDrafts);
  await refuseFullDisk(left.flatMap(({ copies }) => copies.flatMap(({ placed }) => placed)));
  let done = 0;
  const tasks = left.map(({ task }) => task);
  for await (const { index, result } of each('make', tasks)) {
    const { copies, hash, rows } = left[index]!;
    if ('faults' in result) throw tooLarge(result.faults, rows, table);
    const written = copies.flatMap((copy) => writtenFiles(copy, hash, result.files));
    record = { ...record, ...Object.fromEntries(written.map(({ file, noted }) => [file.name, noted])) };
    await writeTogether(written, { record, folder, io });
    files.push(
      ...written.flatMap(({ owner, file: { path, format }, bytes }) =>
        bytes === undefined ? [] : { ...owner, path, format, bytes: bytes.length, kept: false },
      ),
    );
    onProgress(++done / left.length);
  }
  const order = ({ row, plate }: Owner) => row ?? plate!;
  return files.toSorted((one, other) => order(one) - order(other));
}

function foldersOf({ copies }: FileGroup): string[] {
  return copies.flatMap(({ files }) => files.map(({ target }) => dirname(target.path)));
}

/** The files of a copy if all are there with the bytes that they would get: what was asked for is the same, and nobody changed them since. */
async function keptFiles(
  { owner, files }: FileCopy,
  hash: string,
  record: BatchRecord,
): Promise<BatchFile[] | undefined> {
  const kept: BatchFile[] = [];
  for (const [i, { path, name, format, target }] of files.entries()) {
    const noted = record[name];
    if (noted?.asked !== askedFor(hash, i)) return undefined;
    if (noted.bytes === null) continue;
    const there = await fileHash(target.path);
    if (there?.hash !== noted.bytes) return undefined;
    kept.push({ ...owner, path, format, bytes: there.size, kept: true });
  }
  return kept;
}

function askedFor(hash: string, file: number): string {
  return `${hash}-${file}`;
}

function tooLarge(faults: readonly string[], rows: readonly number[], table: Table): InputError {
  return new InputError(
    faultsText(
      rows.flatMap((row) => faults.map((message) => ({ row, message }))),
      table,
    ),
  );
}

/** A file that is to take its place, and what is noted of it. */
interface Written {
  readonly owner: Owner;
  readonly file: RowFile;
  readonly bytes: Uint8Array | undefined;
  readonly noted: NotedFile;
}

function writtenFiles(
  { owner, files }: FileCopy,
  hash: string,
  made: readonly (Uint8Array | undefined)[],
): Written[] {
  return files.map((file, i) => {
    const bytes = made[i];
    const noted = { asked: askedFor(hash, i), bytes: bytes === undefined ? null : sha256(bytes) };
    return { owner, file, bytes, noted };
  });
}

/** Files first, then the note: where the process ends in between, they are made again. */
async function writeTogether(
  written: readonly Written[],
  { record, folder, io }: { readonly record: BatchRecord; readonly folder: BatchFolder; readonly io: Io },
): Promise<void> {
  await withDrafts(io, async (drafts) => {
    for (const { file, bytes } of written) {
      if (bytes !== undefined) await drafts.write(file.path, file.target, once(bytes));
    }
    await drafts.write(inFolder(folder.path, BATCH_RECORD), folder.record, once(recordBytes(record)));
    drafts.commit();
  });
}
