import { strFromU8 } from 'fflate';

/** A field of a zip archive's headers: its bytes, and where it is in the directory and in the header before the data. */
export type Field = readonly [length: 2 | 4, inDirectory: number, inHeader: number];

export const FLAGS: Field = [2, 8, 6];
export const METHOD: Field = [2, 10, 8];
export const CHECKSUM: Field = [4, 16, 14];
export const PACKED_SIZE: Field = [4, 20, 18];
export const SIZE: Field = [4, 24, 22];

/** Where the headers of a member are in an archive that fflate wrote. */
export function headersOf(archive: Uint8Array, name: string): { directory: number; header: number } {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  let directory = view.getUint32(archive.length - 6, true);
  while (view.getUint32(directory, true) === 0x02014b50) {
    const nameLength = view.getUint16(directory + 28, true);
    const found = strFromU8(archive.subarray(directory + 46, directory + 46 + nameLength));
    if (found === name) return { directory, header: view.getUint32(directory + 42, true) };
    directory +=
      46 + nameLength + view.getUint16(directory + 30, true) + view.getUint16(directory + 32, true);
  }
  throw new Error(`The archive has no ${name}.`);
}

/** The archive with another value in both headers of a member. */
export function withField(archive: Uint8Array, name: string, field: Field, value: number): Uint8Array {
  const copy = archive.slice();
  const view = new DataView(copy.buffer);
  const { directory, header } = headersOf(archive, name);
  const [length, inDirectory, inHeader] = field;
  for (const at of [directory + inDirectory, header + inHeader]) {
    if (length === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
  }
  return copy;
}
