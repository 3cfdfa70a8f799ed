import { crc32, inflateRawSync } from 'node:zlib';

export interface ZipFile {
  readonly name: string;
  /** 0 is stored, 8 is deflated. */
  readonly method: number;
  /** The clock fields as they are: DOS date in the high half, DOS time in the low one. */
  readonly modified: number;
  readonly bytes: Uint8Array;
}

const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;
const DATA_DESCRIPTOR = 0x08074b50;

/** Deflate's level, and sizes that follow the data. */
const KNOWN_FLAGS = 0b1110;
const SIZES_FOLLOW = 0b1000;
const UTF8_NAME = 0x800;

export interface ReadZipOptions {
  /** Whether names may be of any script, marked as UTF-8 where they are not ASCII; no if left out. */
  readonly anyScript?: boolean;
}

/**
 * The files of a plain zip archive, in order. Throws where a byte is not accounted for, the two headers of a file
 * differ, a checksum is wrong, or the archive uses anything but deflate: zip64, encryption, comments, extra fields.
 */
export function readZip(bytes: Uint8Array, { anyScript = false }: ReadZipOptions = {}): ZipFile[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const u16 = (at: number) => view.getUint16(at, true);
  const u32 = (at: number) => view.getUint32(at, true);

  const end = bytes.length - 22;
  must(end >= 0 && u32(end) === END_OF_DIRECTORY, 'the archive does not end with its directory');
  must(u16(end + 4) === 0 && u16(end + 6) === 0 && u16(end + 20) === 0, 'more than one disk, or a comment');
  const count = u16(end + 10);
  must(u16(end + 8) === count, 'two counts of files');
  const directory = u32(end + 16);
  must(directory + u32(end + 12) === end, 'the directory is not where its end says');

  const files: ZipFile[] = [];
  let entry = directory;
  let at = 0;
  for (let i = 0; i < count; i++) {
    must(u32(entry) === CENTRAL_HEADER, `entry ${i} is no entry`);
    const [flags, method, modified] = [u16(entry + 8), u16(entry + 10), u32(entry + 12)];
    const [checksum, packed, size, nameLength] = [
      u32(entry + 16),
      u32(entry + 20),
      u32(entry + 24),
      u16(entry + 28),
    ];
    const isUtf8 = anyScript && (flags & UTF8_NAME) > 0;
    const decoder = new TextDecoder(isUtf8 ? 'utf-8' : 'ascii', { fatal: true });
    const name = decoder.decode(bytes.subarray(entry + 46, entry + 46 + nameLength));
    // Version 2.0 of the format, and no operating system's attributes.
    must(u16(entry + 4) === 20 && u16(entry + 6) === 20, `${name} is of another version`);
    must((flags & ~(isUtf8 ? KNOWN_FLAGS | UTF8_NAME : KNOWN_FLAGS)) === 0, `${name} has flags ${flags}`);
    must(method === 0 || method === 8, `${name} is packed by method ${method}`);
    must(u16(entry + 30) === 0 && u16(entry + 32) === 0, `${name} has extra fields or a comment`);
    must(u16(entry + 34) === 0 && u16(entry + 36) === 0, `${name} is on another disk, or marked as text`);
    must(u32(entry + 38) === 0, `${name} has attributes`);
    const plain = isUtf8 ? /^\P{C}+$/u : anyScript ? /^[\x20-\x7e]+$/ : /^[\x21-\x7e]+$/;
    must(plain.test(name) && !name.includes('\\'), `${name} is not a plain name`);
    must(
      !name.endsWith('/') && !files.some((file) => file.name === name),
      `${name} is a folder or there twice`,
    );
    must(u32(entry + 42) === at, `${name} does not start where the last file ended`);
    entry += 46 + nameLength;

    must(u32(at) === LOCAL_HEADER && u16(at + 4) === 20, `${name} has no header`);
    must(u16(at + 6) === flags && u16(at + 8) === method, `${name} has two headers that differ`);
    must(u32(at + 10) === modified, `${name} has two dates`);
    must(
      u16(at + 26) === nameLength && u16(at + 28) === 0,
      `${name} has two lengths of name, or extra fields`,
    );
    const localName = decoder.decode(bytes.subarray(at + 30, at + 30 + nameLength));
    must(localName === name, `${name} is also called ${localName}`);
    const sizes = flags & SIZES_FOLLOW ? [0, 0, 0] : [checksum, packed, size];
    must(
      [14, 18, 22].every((offset, k) => u32(at + offset) === sizes[k]),
      `${name} has two sizes`,
    );
    at += 30 + nameLength;
    const data = bytes.subarray(at, at + packed);
    at += packed;
    if (flags & SIZES_FOLLOW) {
      must(u32(at) === DATA_DESCRIPTOR && u32(at + 4) === checksum, `${name} has two checksums`);
      must(u32(at + 8) === packed && u32(at + 12) === size, `${name} has two sizes`);
      at += 16;
    }

    const content = method === 8 ? inflate(data, name) : data;
    must(content.length === size, `${name} has ${content.length} bytes instead of ${size}`);
    must(crc32(content) === checksum, `${name} has a wrong checksum`);
    files.push({ name, method, modified, bytes: content });
  }
  must(at === directory && entry === end, 'bytes that belong to no file');
  return files;
}

function inflate(data: Uint8Array, name: string): Uint8Array {
  // Node's types leave out what `info` changes.
  const { buffer, engine } = inflateRawSync(data, { info: true }) as unknown as {
    readonly buffer: Uint8Array;
    readonly engine: { readonly bytesWritten: number };
  };
  must(engine.bytesWritten === data.length, `${name} has bytes after its end`);
  return buffer;
}

function must(right: boolean, fault: string): asserts right {
  if (!right) throw new Error(`Zip: ${fault}.`);
}
