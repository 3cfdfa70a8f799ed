import type { FileContent } from '../file-content.ts';
import { type FilePiece, objectSlot } from '../pieces.ts';
import { escapeXml } from '../xml.ts';
import { objectId } from './slicer-model.ts';

/**
 * `Metadata/Slic3r_PE_model.config`: PrusaSlicer's own document, which cuts the mesh of a piece into parts by their first
 * and last triangle and puts each on its filament. Any further key would be a print setting that overrides the user's.
 */
export function slicerConfig({ pieces }: FileContent): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<config>
${pieces.map((piece, i) => objectConfig(piece, objectId(i))).join('\n')}
</config>
`;
}

function objectConfig(piece: FilePiece, id: number): string {
  let end = 0;
  const volumes = piece.parts.map(({ label, slot, triangles }) => {
    const first = end;
    end += triangles;
    return `
  <volume firstid="${first}" lastid="${end - 1}">
   <metadata type="volume" key="name" value="${escapeXml(label)}"/>
   <metadata type="volume" key="volume_type" value="ModelPart"/>
   <metadata type="volume" key="extruder" value="${slot}"/>
  </volume>`;
  });
  return ` <object id="${id}" instances_count="1">
  <metadata type="object" key="name" value="${escapeXml(piece.name)}"/>
  <metadata type="object" key="extruder" value="${objectSlot(piece)}"/>${volumes.join('')}
 </object>`;
}
