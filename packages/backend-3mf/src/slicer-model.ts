import { VERSION } from '@neurofab/core';
import type { FileContent } from './file-content.ts';
import { countLines, triangleLines, vertexLines } from './mesh-lines.ts';
import { MATERIALS_ID, modelHead, modelTail } from './model-frame.ts';
import { encode, escapeXml } from './xml.ts';

/** The id of the mesh object: the item's `objectid`, and the `id` by which PrusaSlicer's document finds it. */
export const OBJECT_ID = 2;

/**
 * PrusaSlicer reads a version from this and does not warn of a newer one; Bambu Studio, OrcaSlicer and Creality Print
 * look for its name and then keep the parts together. What follows the plus sign is SemVer's build metadata.
 */
const APPLICATION = `PrusaSlicer-2.5.0+Neurofab.${VERSION}`;

/** One mesh of all parts, each with vertices of its own, every triangle with the material of its slot. */
export function* slicerModel(
  content: FileContent,
  onProgress: (done: number) => void,
): Generator<Uint8Array> {
  const { title, parts } = content;
  const tell = countLines(parts, onProgress);
  yield encode(
    modelHead(content, {
      namespace: 'xmlns:slic3rpe="http://schemas.slic3r.org/3mf/2017/06"',
      // Without it PrusaSlicer moves the first part by the build item and leaves the others where they are.
      version: '<metadata name="slic3rpe:Version3mf">1</metadata>',
      application: APPLICATION,
    }),
  );
  // Where triangles have materials, the specification wants one of the object too.
  const material = `pid="${MATERIALS_ID}" pindex="0"`;
  yield encode(`  <object id="${OBJECT_ID}" type="model" name="${escapeXml(title)}" ${material}>
   <mesh>
<vertices>
`);
  yield* vertexLines(parts, tell);
  yield encode('</vertices>\n<triangles>\n');
  // `p1` alone colours the whole triangle. Cura takes a triangle that has `p2` and `p3` too for a textured one.
  const colored = parts.map(({ slot, meshes }) => ({
    meshes,
    attributes: ` pid="${MATERIALS_ID}" p1="${slot - 1}"`,
  }));
  yield* triangleLines(colored, tell);
  yield encode(`</triangles>
   </mesh>
  </object>
${modelTail(OBJECT_ID, content)}`);
}
