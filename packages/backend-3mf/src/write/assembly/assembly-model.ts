import { VERSION } from '@neurofab/core';
import { type NumberRows, triangleRows, vertexRows } from '../../rows/index.ts';
import type { FileContent } from '../file-content.ts';
import { MATERIALS_ID, modelHead, modelTail } from '../model-frame.ts';
import type { FilePart } from '../parts.ts';
import { escapeXml } from '../xml.ts';

/** The id of a part's mesh object. */
export function meshObjectId(part: number): number {
  return MATERIALS_ID + 1 + part;
}

/** The id of the object that joins the parts: the item's `objectid`. It comes after all that it refers to. */
export function assemblyObjectId(parts: readonly FilePart[]): number {
  return meshObjectId(parts.length);
}

/** A mesh object a part, with its colour and its extruder for Cura, and one object of them all. */
export function* assemblyModel(content: FileContent): Generator<string | NumberRows> {
  const { title, parts } = content;
  yield modelHead(content, {
    namespace: 'xmlns:cura="http://software.ultimaker.com/xml/cura/3mf/2015/10"',
    application: `Neurofab ${VERSION}`,
  });
  for (const [i, part] of parts.entries()) {
    const { label, slot } = part;
    // Cura counts extruders from 0. It shows the name in its list of objects.
    const material = `pid="${MATERIALS_ID}" pindex="${slot - 1}"`;
    yield `  <object id="${meshObjectId(i)}" type="model" name="${escapeXml(label)}" ${material}>
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
  const components = parts.map((_, i) => `    <component objectid="${meshObjectId(i)}"/>`);
  const id = assemblyObjectId(parts);
  yield `  <object id="${id}" type="model" name="${escapeXml(title)}">
   <components>
${components.join('\n')}
   </components>
  </object>
${modelTail(id, content)}`;
}
