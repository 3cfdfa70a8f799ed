import type { FileContent } from '../file-content.ts';
import { escapeXml } from '../xml.ts';
import { OBJECT_ID } from './slicer-model.ts';

/**
 * `Metadata/Slic3r_PE_model.config`: PrusaSlicer's own document, which cuts the mesh into parts by their first and
 * last triangle and puts each on its filament. Any further key would be a print setting that overrides the user's.
 */
export function slicerConfig({ title, parts }: FileContent): string {
  let end = 0;
  const volumes = parts.map(({ label, slot, triangles }) => {
    const first = end;
    end += triangles;
    return `
  <volume firstid="${first}" lastid="${end - 1}">
   <metadata type="volume" key="name" value="${escapeXml(label)}"/>
   <metadata type="volume" key="volume_type" value="ModelPart"/>
   <metadata type="volume" key="extruder" value="${slot}"/>
  </volume>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<config>
 <object id="${OBJECT_ID}" instances_count="1">
  <metadata type="object" key="name" value="${escapeXml(title)}"/>
  <metadata type="object" key="extruder" value="1"/>${volumes.join('')}
 </object>
</config>
`;
}
