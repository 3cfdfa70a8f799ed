import { FileError, type ModelFile } from '@neurofab/core';
import { HEADER_BYTES, PREAMBLE_BYTES } from './binary-layout.ts';
import { readBinaryStl } from './read-binary-stl.ts';
import { readTextStl } from './read-text-stl.ts';

/**
 * What an STL file of any origin holds, binary or text, with vertices of equal coordinates made one. A binary file is one
 * body, a text file one for each of its solids that has a facet; one without a name is called `model`. Normals and
 * attributes are not read. Throws a FileError for a file that is damaged or no STL.
 */
export function readStl(bytes: Uint8Array): ModelFile {
  if (bytes.length === 0) throw new FileError('The file is empty, but an STL has at least one triangle.');
  return isText(bytes) ? readTextStl(bytes) : readBinaryStl(bytes);
}

/**
 * Binary files may begin with "solid" too, but up to 150 million triangles their count has a byte from 0 to 8 in it, and
 * text has none there.
 */
function isText(bytes: Uint8Array): boolean {
  const count = bytes.subarray(HEADER_BYTES, PREAMBLE_BYTES);
  return (
    !count.some((byte) => byte < 0x09) &&
    /^\s*solid/i.test(new TextDecoder().decode(bytes.subarray(0, HEADER_BYTES)))
  );
}
