import { joinBounds, meshBounds, type NetworkSpec, VERSION } from '@neurofab/core';
import { MAX_DECIMAL_BYTES, putDecimal, putInteger } from './decimal-bytes.ts';
import { encode, OBJECT_ID } from './documents.ts';
import type { FilePart } from './parts.ts';
import { escapeXml } from './xml.ts';

const MATERIALS_ID = 1;

/**
 * PrusaSlicer reads a version from this and does not warn of a newer one; Bambu Studio, OrcaSlicer and Creality Print
 * look for its name and then keep the parts together. What follows the plus sign is SemVer's build metadata.
 */
const APPLICATION = `PrusaSlicer-2.5.0+Neurofab.${VERSION}`;

const CHUNK_BYTES = 64 * 1024;

/** Longer than any line of the mesh: three numbers and the markup around them. */
const MAX_LINE_BYTES = 3 * MAX_DECIMAL_BYTES + 64;

/**
 * `3D/3dmodel.model` in chunks that hold only until the next is asked for: one mesh of all parts, each with vertices
 * of its own, every triangle with the material of its slot.
 */
export function* modelXml(
  spec: NetworkSpec,
  parts: readonly FilePart[],
  onProgress: (done: number) => void,
): Generator<Uint8Array> {
  let lines = 0;
  for (const { meshes } of parts) {
    for (const { positions, indices } of meshes) lines += (positions.length + indices.length) / 3;
  }
  let written = 0;
  const tell = (more: number) => {
    written += more;
    onProgress(written / lines);
  };
  yield encode(head(spec, parts));
  yield* vertexLines(parts, tell);
  yield encode('</vertices>\n<triangles>\n');
  yield* triangleLines(parts, tell);
  yield encode(tail(parts));
}

function head(spec: NetworkSpec, parts: readonly FilePart[]): string {
  // The application comes first because PrusaSlicer looks for it in the first 1024 bytes, and a title may be long.
  return `<?xml version="1.0" encoding="UTF-8"?>
<model unit="millimeter" xml:lang="en-US" xmlns="http://schemas.microsoft.com/3dmanufacturing/core/2015/02" xmlns:slic3rpe="http://schemas.slic3r.org/3mf/2017/06">
 <metadata name="slic3rpe:Version3mf">1</metadata>
 <metadata name="Application">${APPLICATION}</metadata>
 <metadata name="Title">${escapeXml(spec.name)}</metadata>
 <metadata name="Description">Neural network with layers ${spec.layers.join(',')}, written by Neurofab ${VERSION}</metadata>
 <resources>
  <basematerials id="${MATERIALS_ID}">
${materials(parts).join('\n')}
  </basematerials>
  <object id="${OBJECT_ID}" type="model" name="${escapeXml(spec.name)}" pid="${MATERIALS_ID}" pindex="0">
   <mesh>
<vertices>
`;
}

/** One material a slot, named for the parts that are printed with it. */
function materials(parts: readonly FilePart[]): string[] {
  const slots = Math.max(...parts.map(({ slot }) => slot));
  return Array.from({ length: slots }, (_, i) => {
    const inSlot = parts.filter(({ slot }) => slot === i + 1);
    const names = [...new Set(inSlot.map(({ name }) => name))].join(', ');
    return `   <base name="${escapeXml(`slot ${i + 1}: ${names}`)}" displaycolor="${inSlot[0]!.color.toUpperCase()}FF"/>`;
  });
}

function tail(parts: readonly FilePart[]): string {
  return `</triangles>
   </mesh>
  </object>
 </resources>
 <build>
  <item objectid="${OBJECT_ID}" transform="1 0 0 0 1 0 0 0 1 ${toPositive(parts).join(' ')}"/>
 </build>
</model>
`;
}

/** The shift that puts everything on the bed at z = 0 with no negative x or y, which is where 3MF wants it. */
function toPositive(parts: readonly FilePart[]): string[] {
  const { min } = parts
    .flatMap(({ meshes }) => meshes)
    .map(meshBounds)
    .reduce(joinBounds);
  const bytes = new Uint8Array(MAX_DECIMAL_BYTES);
  return [Math.max(-min[0], 0), Math.max(-min[1], 0), -min[2]].map((shift) =>
    String.fromCharCode(...bytes.subarray(0, putDecimal(bytes, 0, shift))),
  );
}

function* vertexLines(parts: readonly FilePart[], tell: (more: number) => void): Generator<Uint8Array> {
  const bytes = new Uint8Array(CHUNK_BYTES);
  let length = 0;
  let lines = 0;
  for (const { meshes } of parts) {
    for (const { positions } of meshes) {
      for (let i = 0; i < positions.length; i += 3) {
        if (length + MAX_LINE_BYTES > CHUNK_BYTES) {
          yield bytes.subarray(0, length);
          tell(lines);
          length = 0;
          lines = 0;
        }
        length = put(bytes, length, VERTEX_X);
        length = putDecimal(bytes, length, positions[i]!);
        length = put(bytes, length, VERTEX_Y);
        length = putDecimal(bytes, length, positions[i + 1]!);
        length = put(bytes, length, VERTEX_Z);
        length = putDecimal(bytes, length, positions[i + 2]!);
        length = put(bytes, length, LINE_END);
        lines++;
      }
    }
  }
  yield bytes.subarray(0, length);
  tell(lines);
}

function* triangleLines(parts: readonly FilePart[], tell: (more: number) => void): Generator<Uint8Array> {
  const bytes = new Uint8Array(CHUNK_BYTES);
  let length = 0;
  let lines = 0;
  let firstVertex = 0;
  for (const { slot, meshes } of parts) {
    // `p1` alone colours the whole triangle. Cura takes a triangle that has `p2` and `p3` too for a textured one.
    const lineEnd = encode(`" pid="${MATERIALS_ID}" p1="${slot - 1}"/>\n`);
    for (const { positions, indices } of meshes) {
      for (let i = 0; i < indices.length; i += 3) {
        if (length + MAX_LINE_BYTES > CHUNK_BYTES) {
          yield bytes.subarray(0, length);
          tell(lines);
          length = 0;
          lines = 0;
        }
        length = put(bytes, length, TRIANGLE_V1);
        length = putInteger(bytes, length, firstVertex + indices[i]!);
        length = put(bytes, length, TRIANGLE_V2);
        length = putInteger(bytes, length, firstVertex + indices[i + 1]!);
        length = put(bytes, length, TRIANGLE_V3);
        length = putInteger(bytes, length, firstVertex + indices[i + 2]!);
        length = put(bytes, length, lineEnd);
        lines++;
      }
      firstVertex += positions.length / 3;
    }
  }
  yield bytes.subarray(0, length);
  tell(lines);
}

const VERTEX_X = encode('<vertex x="');
const VERTEX_Y = encode('" y="');
const VERTEX_Z = encode('" z="');
const LINE_END = encode('"/>\n');
const TRIANGLE_V1 = encode('<triangle v1="');
const TRIANGLE_V2 = encode('" v2="');
const TRIANGLE_V3 = encode('" v3="');

function put(bytes: Uint8Array, at: number, text: Uint8Array): number {
  for (let i = 0; i < text.length; i++) bytes[at + i] = text[i]!;
  return at + text.length;
}
