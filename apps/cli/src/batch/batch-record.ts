import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { isObject } from '@neurofab/core/internal';
import { parseSpec } from '@neurofab/job';
import { fileProblem } from '../errors.ts';
import { readBytes } from '../files/read-bytes.ts';
import type { Io } from '../io.ts';
import type { BatchFolder } from './batch-folder.ts';

/** What earlier runs wrote to a folder: by a file's way from there, what was asked for and what its bytes are. */
export type BatchRecord = Readonly<Record<string, NotedFile>>;

export interface NotedFile {
  /** SHA-256 of what was asked for, and which of its files this is. */
  readonly asked: string;
  /** SHA-256; `null` for one that was not written, since other parts cover all of it. */
  readonly bytes: string | null;
}

/** What is noted in a folder: nothing where no set was written, and less what cannot be understood. */
export async function readRecord({ record }: BatchFolder, io: Io): Promise<BatchRecord> {
  try {
    const contents = parseSpec(await readBytes(record.path, io, { what: 'A note', maxBytes: MAX_BYTES }));
    if (!isObject(contents)) return {};
    return Object.fromEntries(
      Object.entries(contents).flatMap(([name, noted]) => (isNoted(noted) ? [[name, noted]] : [])),
    );
  } catch {
    return {};
  }
}

const MAX_BYTES = 1e7;

function isNoted(noted: unknown): noted is NotedFile {
  if (!isObject(noted)) return false;
  const { asked, bytes } = noted;
  return typeof asked === 'string' && (typeof bytes === 'string' || bytes === null);
}

/** A record as the bytes of its file, in the form that `readRecord` reads. */
export function recordBytes(record: BatchRecord): Uint8Array {
  const sorted = Object.fromEntries(Object.entries(record).sort(([one], [other]) => (one < other ? -1 : 1)));
  return new TextEncoder().encode(`${JSON.stringify(sorted, undefined, 1)}\n`);
}

/** In hexadecimal digits. */
export function sha256(data: Uint8Array | string): string {
  return createHash('sha256').update(data).digest('hex');
}

/** SHA-256 of a file, and its size; `undefined` where there is none to be read. */
export async function fileHash(
  path: string,
): Promise<{ readonly hash: string; readonly size: number } | undefined> {
  const hash = createHash('sha256');
  let size = 0;
  try {
    for await (const chunk of createReadStream(path)) {
      hash.update(chunk);
      size += chunk.length;
    }
    return { hash: hash.digest('hex'), size };
  } catch (error) {
    if (fileProblem(error) === undefined) throw error;
    return undefined;
  }
}
