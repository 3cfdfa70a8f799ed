import { InputError } from '../errors.ts';
import { refuseFullDisk } from '../files/disk-room.ts';
import { withDrafts } from '../files/drafts.ts';
import { inFolder } from '../files/outputs.ts';
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
import { type RowGroup, taskOf } from './group-rows.ts';
import type { PlannedRow, RowFile } from './plan-rows.ts';
import type { Table } from './table.ts';
import type { EachInThreads } from './with-threads.ts';

/** What became of a file; `--json` prints it as it is. */
export interface BatchFile {
  readonly row: number;
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
 * Writes the files of rows, those of a group as soon as they are made, and notes each, so that another run keeps it. Gives all files, in
 * the order of rows. Throws an InputError for what turns out too large.
 */
export async function writeGroups(
  groups: readonly RowGroup[],
  { table, folder, io, each, onProgress }: WriteGroupsContext,
): Promise<BatchFile[]> {
  let record = await readRecord(folder, io);
  const files: BatchFile[] = [];
  const left: RowGroup[] = [];
  for (const { rows, hash } of groups) {
    const kept = await Promise.all(rows.map((row) => keptFiles(row, hash, record)));
    files.push(...kept.flatMap((found) => found ?? []));
    const [first, ...more] = rows.filter((_, i) => kept[i] === undefined);
    if (first !== undefined) left.push({ rows: [first, ...more], hash });
  }
  await refuseFullDisk(left.flatMap(({ rows }) => rows.flatMap(({ placed }) => placed)));
  let done = 0;
  for await (const { index, result } of each('make', left.map(taskOf))) {
    const { rows, hash } = left[index]!;
    if ('faults' in result) throw tooLarge(result.faults, rows, table);
    const written = rows.flatMap((row) => writtenFiles(row, hash, result.files));
    record = { ...record, ...Object.fromEntries(written.map(({ file, noted }) => [file.name, noted])) };
    await writeTogether(written, { record, folder, io });
    files.push(
      ...written.flatMap(({ row, file: { path, format }, bytes }) =>
        bytes === undefined ? [] : { row, path, format, bytes: bytes.length, kept: false },
      ),
    );
    onProgress(++done / left.length);
  }
  return files.toSorted((one, other) => one.row - other.row);
}

/** The files of a row if all are there with the bytes that they would get: what was asked for is the same, and nobody changed them since. */
async function keptFiles(
  { row, files }: PlannedRow,
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
    kept.push({ row, path, format, bytes: there.size, kept: true });
  }
  return kept;
}

function askedFor(hash: string, file: number): string {
  return `${hash}-${file}`;
}

function tooLarge(faults: readonly string[], rows: readonly PlannedRow[], table: Table): InputError {
  return new InputError(
    faultsText(
      rows.flatMap(({ row }) => faults.map((message) => ({ row, message }))),
      table,
    ),
  );
}

/** A file that is to take its place, and what is noted of it. */
interface Written {
  readonly row: number;
  readonly file: RowFile;
  readonly bytes: Uint8Array | undefined;
  readonly noted: NotedFile;
}

function writtenFiles(
  { row, files }: PlannedRow,
  hash: string,
  made: readonly (Uint8Array | undefined)[],
): Written[] {
  return files.map((file, i) => {
    const bytes = made[i];
    const noted = { asked: askedFor(hash, i), bytes: bytes === undefined ? null : sha256(bytes) };
    return { row, file, bytes, noted };
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

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
