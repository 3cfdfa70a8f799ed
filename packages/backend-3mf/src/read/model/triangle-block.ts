import { asciiText, enlarge } from '../bytes.ts';
import { fileFault, quoteBytes } from '../file-fault.ts';
import { attributePlaces, scanAttributes } from '../xml/scan-attributes.ts';
import { scanWhole } from '../xml/scan-number.ts';
import type { Block } from './vertex-block.ts';

/** The content of `<triangles>`. */
export interface TriangleList {
  readonly indices: Uint32Array;
  /**
   * Three numbers for each triangle whose properties differ from those of the one before: which triangle it is, its
   * `pid` (0 where it has none) and its `p1`, or one of the marks below.
   */
  readonly paints: Uint32Array;
}

/** In place of a `p1`: the triangle has none, so the object's properties hold. */
export const UNPAINTED: number = 2 ** 32 - 1;

/** In place of a `p1`: the corners of the triangle differ. */
export const MIXED: number = 2 ** 32 - 2;

/** Takes up `<triangle>` tags. */
export function triangleBlock(member: string): Block<TriangleList> {
  const places = attributePlaces();
  let indices = new Uint32Array(3 * 256);
  let length = 0;
  let paints = new Uint32Array(3 * 4);
  let paintsLength = 0;
  let lastGroup = 0;
  let lastIndex = UNPAINTED;

  const paint = (group: number, index: number) => {
    if (group === lastGroup && index === lastIndex && paintsLength > 0) return;
    if (paintsLength === paints.length) paints = enlarge(paints, paintsLength + 3);
    paints[paintsLength] = length / 3;
    paints[paintsLength + 1] = group;
    paints[paintsLength + 2] = index;
    paintsLength += 3;
    lastGroup = group;
    lastIndex = index;
  };

  return {
    add(bytes, start, end) {
      if (length === indices.length) indices = enlarge(indices, length + 3);
      const count = scanAttributes(bytes, start, end, places);
      let found = 0;
      let group = 0;
      let p1 = UNPAINTED;
      let p2 = UNPAINTED;
      let p3 = UNPAINTED;
      for (let i = 0; i < count; i++) {
        const attribute = whichAttribute(bytes, places[4 * i]!, places[4 * i + 1]!);
        if (attribute === 0) continue;
        const value = scanWhole(bytes, places[4 * i + 2]!, places[4 * i + 3]!);
        if (Number.isNaN(value)) {
          const name = asciiText(bytes, places[4 * i]!, places[4 * i + 1]!);
          const text = quoteBytes(bytes, places[4 * i + 2]!, places[4 * i + 3]!);
          throw fileFault(
            member,
            `has a triangle with ${name} = ${text} instead of a whole number below 2^31`,
          );
        }
        // A sum, so that an attribute that is there twice shows.
        found += attribute;
        if (attribute === V1) indices[length] = value;
        else if (attribute === V2) indices[length + 1] = value;
        else if (attribute === V3) indices[length + 2] = value;
        else if (attribute === PID) group = value;
        else if (attribute === P1) p1 = value;
        else if (attribute === P2) p2 = value;
        else p3 = value;
      }
      if (count < 0 || (found & ALL_CORNERS) !== EACH_CORNER) {
        const text = quoteBytes(bytes, start, end);
        throw fileFault(
          member,
          `has a triangle with the attributes ${text} instead of v1, v2 and v3 once each`,
        );
      }
      // Where p2 and p3 are missing, p1 holds for all corners.
      const plain = (p2 === UNPAINTED || p2 === p1) && (p3 === UNPAINTED || p3 === p1);
      paint(group, plain ? p1 : MIXED);
      length += 3;
    },
    finish: () => ({ indices: indices.slice(0, length), paints: paints.slice(0, paintsLength) }),
  };
}

// Eight bits for each corner: a tag has at most 64 attributes, so no sum runs over.
const V1 = 1;
const V2 = 1 << 8;
const V3 = 1 << 16;
const EACH_CORNER = V1 + V2 + V3;
const ALL_CORNERS = 255 * EACH_CORNER;
const PID = 1 << 24;
const P1 = 2 << 24;
const P2 = 3 << 24;

function whichAttribute(bytes: Uint8Array, start: number, end: number): number {
  const first = bytes[start];
  if (end - start === 2) {
    const number = bytes[start + 1]! - 0x31;
    if (number < 0 || number > 2) return 0;
    if (first === 0x76) return V1 << (8 * number);
    if (first === 0x70) return P1 + number * (P2 - P1);
  }
  if (end - start === 3 && first === 0x70 && bytes[start + 1] === 0x69 && bytes[start + 2] === 0x64) {
    return PID;
  }
  return 0;
}
