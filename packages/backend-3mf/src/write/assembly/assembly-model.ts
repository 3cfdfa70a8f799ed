import { VERSION } from '@neurofab/core';
import { type NumberRows, triangleRows, vertexRows } from '../../rows/index.ts';
import type { FileContent } from '../file-content.ts';
import { MATERIALS_ID, modelHead, modelTail } from '../model-frame.ts';
import type { FilePiece } from '../pieces.ts';
import { escapeXml } from '../xml.ts';

/** The ids of a piece's objects. */
export interface PieceIds {
  /** A mesh object a part. */
  readonly meshes: readonly number[];
  /** The object that joins the parts: the item's `objectid`. It comes after all that it refers to. */
  readonly joined: number;
}

/** The ids of all objects, piece by piece, in the order in which they stand in the file. */
export function pieceIds(pieces: readonly FilePiece[]): PieceIds[] {
  let next = MATERIALS_ID + 1;
  return pieces.map(({ parts }) => ({ meshes: parts.map(() => next++), joined: next++ }));
}

/** A mesh object a part, with its colour and its extruder for Cura, and an object a piece of them all. */
export function* assemblyModel(content: FileContent): Generator<string | NumberRows> {
  const { pieces } = content;
  const ids = pieceIds(pieces);
  yield modelHead(content, {
    namespace: 'xmlns:cura="http://software.ultimaker.com/xml/cura/3mf/2015/10"',
    application: `Neurofab ${VERSION}`,
  });
  for (const [i, piece] of pieces.entries()) yield* pieceObjects(piece, ids[i]!);
  yield modelTail(
    ids.map(({ joined }) => joined),
    content,
  );
}

function* pieceObjects(
  { name, parts }: FilePiece,
  { meshes, joined }: PieceIds,
): Generator<string | NumberRows> {
  for (const [i, part] of parts.entries()) {
    const { label, slot, material: index } = part;
    // Cura counts extruders from 0. It shows the name in its list of objects.
    const material = `pid="${MATERIALS_ID}" pindex="${index}"`;
    yield `  <object id="${meshes[i]!}" type="model" name="${escapeXml(label)}" ${material}>
   <metadatagroup><metadata name="cura:extruder_nr">${slot - 1}</metadata></metadatagroup>
   <mesh>
<vertices>
`;
    yield vertexRows([part]);
    yield '</vertices>\n<triangles>\n';
    yield triangleRows(part, { firstVertex: 0, attributes: '' });
    yield `</triangles>
   </mesh>
  </object>
`;
  }
  // No transforms: newer versions of Cura would move the part's own coordinates by them.
  const components = meshes.map((id) => `    <component objectid="${id}"/>`);
  yield `  <object id="${joined}" type="model" name="${escapeXml(name)}">
   <components>
${components.join('\n')}
   </components>
  </object>
`;
}
