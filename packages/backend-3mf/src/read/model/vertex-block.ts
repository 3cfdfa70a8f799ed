import { enlarge } from '../bytes.ts';
import { fileFault, quoteBytes } from '../file-fault.ts';
import { attributePlaces, scanAttributes } from '../xml/scan-attributes.ts';
import { scanDecimal } from '../xml/scan-number.ts';

/** The vertices or triangles of one mesh, taken up tag by tag so that no object is made of each. */
export interface Block<Content> {
  /** Takes up the tag whose attributes stand between `start` and `end`. */
  add(bytes: Uint8Array, start: number, end: number): void;
  finish(): Content;
}

/** The largest coordinate that a mesh holds. */
export const LARGEST_FLOAT32: number = (2 - 2 ** -23) * 2 ** 127;

const AXES = 'xyz';

/** Takes up `<vertex>` tags and gives x, y and z of each. */
export function vertexBlock(member: string): Block<Float32Array> {
  const places = attributePlaces();
  let positions = new Float32Array(3 * 256);
  let length = 0;
  return {
    add(bytes, start, end) {
      if (length === positions.length) positions = enlarge(positions, length + 3);
      const count = scanAttributes(bytes, start, end, places);
      let found = 0;
      for (let i = 0; i < count; i++) {
        const name = places[4 * i]!;
        const axis = bytes[name]! - AXES.charCodeAt(0);
        if (places[4 * i + 1]! - name !== 1 || axis < 0 || axis > 2) continue;
        const [valueStart, valueEnd] = [places[4 * i + 2]!, places[4 * i + 3]!];
        const value = scanDecimal(bytes, valueStart, valueEnd);
        // Written so that NaN fails too.
        if (!(Math.abs(value) <= LARGEST_FLOAT32)) {
          const text = quoteBytes(bytes, valueStart, valueEnd);
          throw fileFault(member, `has a vertex with ${AXES[axis]} = ${text} instead of a decimal number`);
        }
        // Eight bits for each axis: a tag has at most 64 attributes, so no sum runs over.
        found += 1 << (8 * axis);
        positions[length + axis] = value;
      }
      if (count < 0 || found !== 0x010101) {
        const text = quoteBytes(bytes, start, end);
        throw fileFault(member, `has a vertex with the attributes ${text} instead of x, y and z once each`);
      }
      length += 3;
    },
    finish: () => positions.slice(0, length),
  };
}
