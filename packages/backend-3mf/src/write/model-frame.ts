import { VERSION } from '@neurofab/core';
import type { FileContent } from './file-content.ts';
import type { FilePart } from './pieces.ts';
import { escapeXml } from './xml.ts';

/** The id of the materials, which objects and triangles name as their `pid`. */
export const MATERIALS_ID = 1;

interface Producer {
  /** The declaration of the prefix that the flavour's own metadata has. */
  readonly namespace: string;
  /** Metadata that comes even before the application. */
  readonly version?: string;
  /** What the file says that wrote it. */
  readonly application: string;
}

/** `3D/3dmodel.model` up to its objects. */
export function modelHead(content: FileContent, { namespace, version, application }: Producer): string {
  // The application comes before all that may be long, because PrusaSlicer looks for it in the first 1024 bytes.
  const first = version === undefined ? '' : ` ${version}\n`;
  const recipe =
    content.recipe === undefined
      ? ''
      : ` <metadata name="neurofab:Recipe">${escapeXml(content.recipe)}</metadata>\n`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<model unit="millimeter" xml:lang="en-US" xmlns="http://schemas.microsoft.com/3dmanufacturing/core/2015/02" ${namespace} xmlns:neurofab="urn:neurofab:recipe:1">
${first} <metadata name="Application">${application}</metadata>
 <metadata name="Title">${escapeXml(content.title)}</metadata>
 <metadata name="Designer">Neurofab ${VERSION}</metadata>
 <metadata name="Description">${escapeXml(content.description)}</metadata>
${recipe} <resources>
  <basematerials id="${MATERIALS_ID}">
${materials(content.pieces.flatMap(({ parts }) => parts)).join('\n')}
  </basematerials>
`;
}

/** One material for each colour of a slot, named for the parts that are printed in it. */
function materials(parts: readonly FilePart[]): string[] {
  const count = 1 + Math.max(...parts.map(({ material }) => material));
  return Array.from({ length: count }, (_, i) => {
    const own = parts.filter(({ material }) => material === i);
    const names = [...new Set(own.map(({ name }) => name))].join(', ');
    const { slot, color } = own[0]!;
    return `   <base name="${escapeXml(`slot ${slot}: ${names}`)}" displaycolor="${color.toUpperCase()}FF"/>`;
  });
}

/** `3D/3dmodel.model` after its objects: those of the pieces are to be built. */
export function modelTail(objectIds: readonly number[], { translation }: FileContent): string {
  const transform = `1 0 0 0 1 0 0 0 1 ${translation.join(' ')}`;
  const items = objectIds.map((id) => `  <item objectid="${id}" transform="${transform}"/>`);
  return ` </resources>
 <build>
${items.join('\n')}
 </build>
</model>
`;
}
