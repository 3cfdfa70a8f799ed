import { FileError } from '@neurofab/core';
import {
  type Entry,
  type FileEntry,
  Uint8ArrayReader,
  ZipReader,
} from '@zip.js/zip.js/lib/zip-core-native.js';
import { fileFault, quote } from '../file-fault.ts';
import { READ_LIMITS } from '../limits.ts';

/** The members of a 3MF package. Their names start without a slash, and case makes no difference. */
export interface Package {
  has(name: string): boolean;
  /** Unpacks a member into `take`, piece by piece, and checks it against its checksum. */
  unpack(name: string, take: (chunk: Uint8Array) => void): Promise<void>;
}

/** Opens a zip archive. Nothing is unpacked yet, and what is not asked for never will be. */
export async function openPackage(bytes: Uint8Array, signal?: AbortSignal): Promise<Package> {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) {
    throw new FileError('This is no 3MF file: it does not start as a zip archive does.');
  }
  const entries = await listEntries(bytes);
  let unpackedBytes = 0;
  return {
    has: (name) => entries.has(name.toLowerCase()),
    async unpack(name, take) {
      const entry = entries.get(name.toLowerCase());
      if (entry === undefined) throw new FileError(`The 3MF package has no member ${quote(name)}.`);
      const { uncompressedSize } = checkedEntry(entry);
      unpackedBytes += uncompressedSize;
      if (unpackedBytes > READ_LIMITS.unpackedBytes) {
        throw fileFault(
          name,
          `would take up ${unpackedBytes} bytes with what was read before, which is more than the ${READ_LIMITS.unpackedBytes} that are read at most`,
        );
      }
      await unpackEntry(entry, take, signal);
    },
  };
}

/**
 * zip.js in its strictest mode refuses an archive that two readers could take for two different ones: names that
 * climb out of it, repeated names, bytes before or after it, members that overlap or are described in two ways.
 */
async function listEntries(bytes: Uint8Array): Promise<ReadonlyMap<string, FileEntry>> {
  const reader = new ZipReader(new Uint8ArrayReader(bytes), {
    strictness: 'strict',
    checkCrc32: true,
    checkOverlappingEntry: true,
    useWebWorkers: false,
  });
  const entries = new Map<string, FileEntry>();
  let count = 0;
  try {
    for await (const entry of reader.getEntriesGenerator()) {
      count++;
      if (count > READ_LIMITS.members) {
        throw new FileError(`The zip archive has more than ${READ_LIMITS.members} members.`);
      }
      const key = checkedName(entry).toLowerCase();
      if (entry.directory) continue;
      if (entries.has(key)) throw new FileError(`The zip archive has ${quote(entry.filename)} twice.`);
      entries.set(key, entry);
    }
  } catch (error) {
    throw zipFault('The zip archive', error);
  }
  return entries;
}

function checkedName({ filename }: Entry): string {
  // What zip.js lets pass, but no part of a package is called.
  if (/[\\\p{Cc}]/u.test(filename)) {
    throw new FileError(
      `The zip archive has a member with the name ${quote(filename)}, which no package may have.`,
    );
  }
  return filename;
}

function checkedEntry(entry: FileEntry): FileEntry {
  const { filename, encrypted, compressionMethod, compressedSize, uncompressedSize } = entry;
  if (encrypted) throw fileFault(filename, 'is encrypted, which no 3MF file may be');
  if (compressionMethod !== STORED && compressionMethod !== DEFLATED) {
    throw fileFault(
      filename,
      `is packed by method ${compressionMethod} instead of 8 (deflate) or 0 (not at all)`,
    );
  }
  const growth = uncompressedSize / compressedSize;
  if (uncompressedSize > READ_LIMITS.growthFreeBytes && !(growth <= READ_LIMITS.growth)) {
    throw fileFault(
      filename,
      `would grow from ${compressedSize} to ${uncompressedSize} bytes, more than ${READ_LIMITS.growth} times`,
    );
  }
  return entry;
}

const STORED = 0;
const DEFLATED = 8;

/** zip.js stops at the size that the archive declares, and throws. */
async function unpackEntry(
  entry: FileEntry,
  take: (chunk: Uint8Array) => void,
  signal: AbortSignal | undefined,
): Promise<void> {
  let refusal: { readonly reason: unknown } | undefined;
  const sink = new WritableStream<Uint8Array>({
    write(chunk) {
      try {
        take(chunk);
      } catch (reason) {
        refusal = { reason };
        throw reason;
      }
    },
  });
  try {
    await entry.getData(sink, signal && { signal });
  } catch (error) {
    signal?.throwIfAborted();
    // Of what `take` throws nothing is to be dressed as a damaged archive.
    if (refusal !== undefined) throw refusal.reason;
    throw zipFault(quote(entry.filename), error);
  }
}

function zipFault(subject: string, error: unknown): FileError {
  if (error instanceof FileError) return error;
  const { message, reason, filename } = error as Error & { reason?: string; filename?: string };
  const details = [message, reason, filename && quote(filename)].filter(Boolean).join(', ');
  return new FileError(`${subject} is damaged, or not what a 3MF file may be: ${details}.`, { cause: error });
}
