import { VERSION } from '@neurofab/core';
import { type NumberRows, triangleRows, vertexRows } from '../../rows/index.ts';
import type { FileContent } from '../file-content.ts';
import { MATERIALS_ID, modelHead, modelTail } from '../model-frame.ts';
import type { FilePiece } from '../pieces.ts';
import { escapeXml } from '../xml.ts';

/** The id of a piece's mesh object: the item's `objectid`, and the `id` by which PrusaSlicer's document finds it. */
export function objectId(piece: number): number {
  return MATERIALS_ID + 1 + piece;
}

/**
 * PrusaSlicer reads a version from this and does not warn of a newer one; Bambu Studio, OrcaSlicer and Creality Print
 * look for its name and then keep the parts together. What follows the plus sign is SemVer's build metadata.
 */
const APPLICATION = `PrusaSlicer-2.5.0+Neurofab.${VERSION}`;

/** A mesh a piece of all its parts, each with vertices of its own, every triangle with its material. */
export function* slicerModel(content: FileContent): Generator<string | NumberRows> {
  yield modelHead(content, {
    namespace: 'xmlns:slic3rpe="http://schemas.slic3r.org/3mf/2017/06"',
    // Without it PrusaSlicer moves the first part by the build item and leaves the others where they are.
    version: '<metadata name="slic3rpe:Version3mf">1</metadata>',
    application: APPLICATION,
  });
  for (const [i, piece] of content.pieces.entries()) yield* pieceObject(piece, objectId(i));
  yield modelTail(
    content.pieces.map((_, i) => objectId(i)),
    content,
  );
}

function* pieceObject({ name, parts }: FilePiece, id: number): Generator<string | NumberRows> {
  // Where triangles have materials, the specification wants one of the object too.
  const material = `pid="${MATERIALS_ID}" pindex="0"`;
  yield `  <object id="${id}" type="model" name="${escapeXml(name)}" ${material}>
   <mesh>
<vertices>
`;
  yield vertexRows(parts);
  yield '</vertices>\n<triangles>\n';
  let firstVertex = 0;
  for (const part of parts) {
    // `p1` alone colours the whole triangle. Cura takes a triangle that has `p2` and `p3` too for a textured one.
    yield triangleRows(part, { firstVertex, attributes: ` pid="${MATERIALS_ID}" p1="${part.material}"` });
    firstVertex += part.vertices;
  }
  yield `</triangles>
   </mesh>
  </object>
`;
}
