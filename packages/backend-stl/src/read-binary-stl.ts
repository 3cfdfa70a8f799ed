import { FileError, type ModelFile } from '@neurofab/core';
import { cleanName } from '@neurofab/core/internal';
import { FACET_BYTES, HEADER_BYTES, NORMAL_BYTES, PREAMBLE_BYTES } from './binary-layout.ts';
import { weldTriangles } from './weld-triangles.ts';

/** See `readStl`. */
export function readBinaryStl(bytes: Uint8Array): ModelFile {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const triangles = checkedCount(bytes, view);
  const positions = new Float32Array(9 * triangles);
  for (let i = 0; i < triangles; i++) {
    const at = PREAMBLE_BYTES + i * FACET_BYTES + NORMAL_BYTES;
    for (let k = 0; k < 9; k++) {
      const value = view.getFloat32(at + 4 * k, true);
      if (!Number.isFinite(value)) throw notFinite(value, i, triangles);
      positions[9 * i + k] = value;
    }
  }
  const recipe = recipeInHeader(bytes);
  const name = cleanName(/^solid\s+(.*)/i.exec(headerText(bytes))?.[1] ?? '') || 'model';
  return {
    format: 'Binary STL',
    bodies: [{ name, mesh: weldTriangles(positions) }],
    ...(recipe !== undefined && { recipe }),
  };
}

/** The recipe that the first bytes of a binary STL hold; `undefined` if they hold none. */
export function recipeInHeader(bytes: Uint8Array): string | undefined {
  const text = headerText(bytes);
  return /^Neurofab [ -~]*$/.test(text) ? text : undefined;
}

/** The number of triangles, once the file is known to hold so many: nothing is allocated on a header's word. */
function checkedCount(bytes: Uint8Array, view: DataView): number {
  if (bytes.length < PREAMBLE_BYTES) {
    throw new FileError(
      `The file is no STL: it is no text that begins with "solid", and ${bytes.length} bytes are too few ` +
        `for a binary STL, which has at least ${PREAMBLE_BYTES + FACET_BYTES}.`,
    );
  }
  const triangles = view.getUint32(HEADER_BYTES, true);
  const wanted = PREAMBLE_BYTES + triangles * FACET_BYTES;
  const says = `This binary STL says ${triangles} triangles, which take ${wanted} bytes, but has ${bytes.length}`;
  if (bytes.length < wanted) throw new FileError(`${says}: it is cut off, or no STL.`);
  if (!isPadding(bytes.subarray(wanted))) throw new FileError(`${says}: it has more, or is no STL.`);
  if (triangles === 0) throw new FileError('This binary STL has 0 triangles, but a body has at least one.');
  return triangles;
}

/** Some programs fill a file up. What could be a triangle more is no filling: to pass over it would lose a part of the model. */
function isPadding(rest: Uint8Array): boolean {
  return rest.length < FACET_BYTES || rest.every((byte) => byte === 0);
}

function notFinite(value: number, triangle: number, triangles: number): FileError {
  return new FileError(
    `Facet ${triangle + 1} of ${triangles} has the coordinate ${value}, but all must be finite numbers.`,
  );
}

/** The header up to its first zero byte, one character a byte. */
function headerText(bytes: Uint8Array): string {
  const [text = ''] = String.fromCharCode(...bytes.subarray(0, HEADER_BYTES)).split('\0', 1);
  return text;
}
