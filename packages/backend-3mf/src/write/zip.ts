import { Zip, ZipDeflate, type ZipInputFile } from 'fflate';
import type { DeflatedText } from '../rows/index.ts';

/** A file of an archive. */
export type ZipEntry = PlainEntry | DeflatedEntry;

interface PlainEntry {
  readonly name: string;
  /** What it holds. A chunk may be empty. */
  readonly chunks: Iterable<Uint8Array>;
  /** How hard fflate tries, from 0 for what is as small as it gets to 9; 6 if left out. */
  readonly level?: 0 | 6;
}

interface DeflatedEntry {
  readonly name: string;
  /** What it holds, already deflated. */
  readonly deflated: Iterator<Uint8Array<ArrayBuffer>, DeflatedText>;
}

/** The zip format's number for it. */
const DEFLATE = 8;

/**
 * A zip archive in chunks, each as soon as it is compressed; equal entries give equal bytes. The sizes of a file
 * follow its data. Without zip64, so all of it must stay below 4 GiB. Where an entry has an empty chunk,
 * so has the archive.
 */
export function* zip(entries: Iterable<ZipEntry>): Generator<Uint8Array> {
  // Local time, and made anew: fflate takes the clock fields in the machine's own zone, which can change meanwhile,
  // and no year before 1980.
  const mtime = new Date(1980, 0, 1);
  const ready: Uint8Array[] = [];
  const archive = new Zip((error, chunk) => {
    if (error !== null) throw error;
    ready.push(chunk);
  });
  for (const entry of entries) {
    if ('deflated' in entry) {
      const file: ZipInputFile = { filename: entry.name, size: 0, crc: 0, compression: DEFLATE, mtime };
      archive.add(file);
      let next = entry.deflated.next();
      for (; next.done !== true; next = entry.deflated.next()) {
        file.ondata?.(null, next.value, false);
        yield* ready.splice(0);
      }
      file.crc = next.value.crc;
      file.size = next.value.size;
      file.ondata?.(null, new Uint8Array(0), true);
    } else {
      const file = new ZipDeflate(entry.name, { level: entry.level ?? 6 });
      file.mtime = mtime;
      archive.add(file);
      for (const chunk of entry.chunks) {
        if (chunk.length > 0) file.push(chunk);
        else yield chunk;
        yield* ready.splice(0);
      }
      file.push(new Uint8Array(0), true);
    }
  }
  archive.end();
  yield* ready;
}
