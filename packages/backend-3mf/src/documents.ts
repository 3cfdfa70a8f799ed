import type { FilePart } from './parts.ts';
import { escapeXml } from './xml.ts';

/** The id of the mesh object: the item's `objectid`, and the `id` by which PrusaSlicer's own document finds it. */
export const OBJECT_ID = 2;

/** `[Content_Types].xml`: Open Packaging Conventions want a type for every extension in the package. */
export function contentTypesXml(): Uint8Array {
  return encode(`<?xml version="1.0" encoding="UTF-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
 <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
 <Default Extension="model" ContentType="application/vnd.ms-package.3dmanufacturing-3dmodel+xml"/>
 <Default Extension="config" ContentType="text/xml"/>
</Types>
`);
}

/** `_rels/.rels`. PrusaSlicer from 2.7.3 on and lib3mf find the model by a target that starts with a slash. */
export function relationshipsXml(): Uint8Array {
  return encode(`<?xml version="1.0" encoding="UTF-8"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
 <Relationship Id="rel1" Target="/3D/3dmodel.model" Type="http://schemas.microsoft.com/3dmanufacturing/2013/01/3dmodel"/>
</Relationships>
`);
}

/**
 * `Metadata/Slic3r_PE_model.config`: PrusaSlicer's own document, which cuts the mesh into parts by their first and
 * last triangle and puts each on its filament. Slot and colour stand in the name too, since no slicer shows a plain file's
 * colours: so its list of parts says which filament to load where. Any further key would be a print setting that overrides the user's.
 */
export function configXml(name: string, parts: readonly FilePart[]): Uint8Array {
  let end = 0;
  const volumes = parts.map((part) => {
    const first = end;
    end += part.triangles;
    return `
  <volume firstid="${first}" lastid="${end - 1}">
   <metadata type="volume" key="name" value="${escapeXml(`${part.name} (slot ${part.slot}, ${part.color})`)}"/>
   <metadata type="volume" key="volume_type" value="ModelPart"/>
   <metadata type="volume" key="extruder" value="${part.slot}"/>
  </volume>`;
  });
  return encode(`<?xml version="1.0" encoding="UTF-8"?>
<config>
 <object id="${OBJECT_ID}" instances_count="1">
  <metadata type="object" key="name" value="${escapeXml(name)}"/>
  <metadata type="object" key="extruder" value="1"/>${volumes.join('')}
 </object>
</config>
`);
}

/** Text as UTF-8. */
export function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
