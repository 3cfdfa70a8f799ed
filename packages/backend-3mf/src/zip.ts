import { Zip, ZipDeflate } from 'fflate';

/** A file of an archive. Its chunks may be overwritten once the next is asked for. */
export interface ZipEntry {
  readonly name: string;
  readonly chunks: Iterable<Uint8Array>;
}

// Measured on 490,000 triangles, 42 MB of text: level 1 gives 4.8 MB in 0.56 s, 2 gives 4.6 MB in 0.60 s,
// 6 gives 4.5 MB in 1.1 s, 9 gives 4.45 MB in 2 s.
const LEVEL = 2;

/**
 * A zip archive in chunks, each as soon as it is compressed; equal entries give equal bytes. The sizes of a file
 * follow its data. Without zip64, so all of it must stay below 4 GiB.
 */
export function* zip(entries: Iterable<ZipEntry>): Generator<Uint8Array> {
  // Local time, and made anew: fflate takes the clock fields in the machine's own zone, which can change meanwhile,
  // and no year before 1980.
  const epoch = new Date(1980, 0, 1);
  const ready: Uint8Array[] = [];
  const archive = new Zip((error, chunk) => {
    if (error !== null) throw error;
    ready.push(chunk);
  });
  for (const { name, chunks } of entries) {
    const file = new ZipDeflate(name, { level: LEVEL });
    file.mtime = epoch;
    archive.add(file);
    for (const chunk of chunks) {
      file.push(chunk);
      yield* ready.splice(0);
    }
    file.push(new Uint8Array(0), true);
  }
  archive.end();
  yield* ready;
}
