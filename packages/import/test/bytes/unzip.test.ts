import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { openZip } from '../../src/bytes/unzip.ts';
import { zipNames } from '../../src/bytes/zip-directory.ts';
import { refusal } from '../refusal.ts';

const TEXT = 'so that deflating is worth it, so that deflating is worth it';
const ARCHIVE = zipSync({ 'a/text': strToU8(TEXT), stored: [new Uint8Array([1, 2, 3]), { level: 0 }] });

/** The archive with a number of its directory's first entry replaced. */
function claiming(field: number, value: number, bits: 16 | 32 = 32): Uint8Array {
  const bytes = ARCHIVE.slice();
  const view = new DataView(bytes.buffer);
  const directory = view.getUint32(bytes.length - 6, true);
  if (bits === 16) view.setUint16(directory + field, value, true);
  else view.setUint32(directory + field, value, true);
  return bytes;
}

/** An archive as torch writes it: one stored file, its size and place in 64 bits alone, and a descriptor behind it. */
function archive64(content: Uint8Array): Uint8Array {
  const name = strToU8('data.pkl');
  const local = words([2, 0x4b50], [2, 0x0403], [2, 45], [2, 8], [10, 0], [4, 0], [4, 0], [2, 8], [2, 0]);
  const descriptor = words([4, 0x08074b50], [4, 0], [8, content.length], [8, content.length]);
  const start = local.length + name.length + content.length + descriptor.length;
  const full = [4, 0xffffffff] as const;
  const entry = words(
    ...([[4, 0x02014b50], [2, 45], [2, 45], [2, 8], [6, 0], [4, 0], full, full, [2, 8], [2, 28]] as const),
    ...([[2, 0], [2, 0], [6, 0], full] as const),
  );
  const extra = words([2, 1], [2, 24], [8, content.length], [8, content.length], [8, 0]);
  const end = start + entry.length + name.length + extra.length;
  const ends = [
    words(
      [4, 0x06064b50],
      [8, 44],
      [2, 45],
      [2, 45],
      [4, 0],
      [4, 0],
      [8, 1],
      [8, 1],
      [8, end - start],
      [8, start],
    ),
    words([4, 0x07064b50], [4, 0], [8, end], [4, 1]),
    words([4, 0x06054b50], [4, 0], [2, 0xffff], [2, 0xffff], full, full, [2, 0]),
  ];
  return Uint8Array.from(
    [local, name, content, descriptor, entry, name, extra, ...ends].flatMap((bytes) => [...bytes]),
  );
}

/** Little-endian numbers of so many bytes each. */
function words(...numbers: readonly (readonly [size: number, value: number])[]): Uint8Array {
  return Uint8Array.from(
    numbers.flatMap(([size, value]) =>
      Array.from({ length: size }, (_, i) => Math.floor(value / 256 ** i) % 256),
    ),
  );
}

describe('a zip archive', () => {
  it('gives its files by their names, deflated or stored', () => {
    const zip = openZip(ARCHIVE);
    expect([...zip.keys()]).toEqual(['a/text', 'stored']);
    expect(new TextDecoder().decode(zip.get('a/text')!.read())).toBe(TEXT);
    expect([...zip.get('stored')!.read()]).toEqual([1, 2, 3]);
    expect(zip.get('a/text')!.size).toBe(TEXT.length);
  });

  it('is read with numbers of 64 bits and descriptors', () => {
    const zip = openZip(archive64(new Uint8Array([5, 6])));
    expect([...zip.get('data.pkl')!.read()]).toEqual([5, 6]);
  });

  it('is read with a comment and as a part of a larger buffer', () => {
    const bytes = new Uint8Array(ARCHIVE.length + 20);
    bytes.set(ARCHIVE, 10);
    bytes[10 + ARCHIVE.length - 2] = 4;
    expect(openZip(bytes.subarray(10, 14 + ARCHIVE.length)).size).toBe(2);
  });

  it('is recognised by names even where its end is missing', () => {
    expect(zipNames(ARCHIVE)).toEqual(['a/text', 'stored']);
    expect(zipNames(ARCHIVE.subarray(0, 60))).toEqual(['a/text']);
    expect(zipNames(ARCHIVE.subarray(1))).toEqual([]);
    expect(zipNames(new Uint8Array(0))).toEqual([]);
  });

  it.each([
    ['that holds more than it claims', claiming(24, 10), 'damaged', 'a/text in it has not the size'],
    ['that holds less than it claims', claiming(24, 1000), 'damaged', 'a/text in it has not the size'],
    ['that claims a large file', claiming(24, 100e6), 'too-large', 'a/text unpacks to more than 64 MB'],
    ['that claims 4 GB', claiming(24, 0xffffffff), 'too-large', 'The archive unpacks to more than 256 MB'],
    ['that is encrypted', claiming(8, 1, 16), 'unsupported', 'a/text in it is encrypted'],
    ['that is packed in another way', claiming(10, 12, 16), 'unsupported', 'method 12'],
    ['whose directory leads nowhere', claiming(42, 1), 'damaged', 'leads to no file'],
    ['whose directory leads beyond it', claiming(42, 1e9), 'damaged', 'a part of the archive is missing'],
    ['that packs more than it has', claiming(20, 1e6), 'damaged', 'a part of the archive is missing'],
  ] as const)('is refused with a file %s', (_, bytes, kind, message) => {
    const error = refusal(() => openZip(bytes).get('a/text')!.read());
    expect(error?.kind).toBe(kind);
    expect(error?.message).toContain(message);
  });

  it('is refused where it lists very many files', () => {
    const bytes = ARCHIVE.slice();
    new DataView(bytes.buffer).setUint16(bytes.length - 12, 5000, true);
    expect(refusal(() => openZip(bytes))?.kind).toBe('too-large');
  });

  it('is refused wherever it is cut off', () => {
    for (let length = 0; length < ARCHIVE.length; length++) {
      expect(refusal(() => openZip(ARCHIVE.subarray(0, length)))?.kind).toBe('damaged');
    }
  });
});
