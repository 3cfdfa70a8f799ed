import type { FileContent } from '../file-content.ts';
import { type FilePiece, objectSlot } from '../pieces.ts';
import { escapeXml } from '../xml.ts';
import { type PieceIds, pieceIds } from './assembly-model.ts';

/**
 * `Metadata/model_settings.config`: the document by which Bambu Studio and OrcaSlicer name the parts of an assembly and
 * put them on filaments. Of an object with a single part they heed the object's extruder alone. Any further key would
 * be a print setting that overrides the user's.
 */
export function assemblyConfig({ pieces }: FileContent): string {
  const ids = pieceIds(pieces);
  return `<?xml version="1.0" encoding="UTF-8"?>
<config>
${pieces.map((piece, i) => objectConfig(piece, ids[i]!)).join('\n')}
</config>
`;
}

function objectConfig(piece: FilePiece, ids: PieceIds): string {
  const entries = piece.parts.map(
    ({ label, slot }, i) => `
  <part id="${ids.meshes[i]!}" subtype="normal_part">
   <metadata key="name" value="${escapeXml(label)}"/>
   <metadata key="extruder" value="${slot}"/>
  </part>`,
  );
  return ` <object id="${ids.joined}">
  <metadata key="name" value="${escapeXml(piece.name)}"/>
  <metadata key="extruder" value="${objectSlot(piece)}"/>${entries.join('')}
 </object>`;
}
