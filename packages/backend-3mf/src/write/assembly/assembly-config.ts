import type { FileContent } from '../file-content.ts';
import { escapeXml } from '../xml.ts';
import { assemblyObjectId, meshObjectId } from './assembly-model.ts';

/**
 * `Metadata/model_settings.config`: the document by which Bambu Studio and OrcaSlicer name the parts of an assembly and
 * put them on filaments. Of an object with a single part they heed the object's extruder alone. Any further key would
 * be a print setting that overrides the user's.
 */
export function assemblyConfig({ title, parts }: FileContent): string {
  const entries = parts.map(
    ({ label, slot }, i) => `
  <part id="${meshObjectId(i)}" subtype="normal_part">
   <metadata key="name" value="${escapeXml(label)}"/>
   <metadata key="extruder" value="${slot}"/>
  </part>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<config>
 <object id="${assemblyObjectId(parts)}">
  <metadata key="name" value="${escapeXml(title)}"/>
  <metadata key="extruder" value="1"/>${entries.join('')}
 </object>
</config>
`;
}
