import type { ModelFile } from '@neurofab/core';
import { buildBodies } from './build-bodies.ts';
import { openContainer } from './open-container.ts';
import { parseGltf } from './parse-gltf.ts';
import { recipeIn } from './recipe-in.ts';

/** See `readGlb`. */
export function readModel(bytes: Uint8Array): ModelFile {
  const { json, binary } = openContainer(bytes);
  const gltf = parseGltf(json);
  const bodies = buildBodies({ gltf, binary });
  const recipe = recipeIn(gltf);
  return { format: 'GLB', bodies, ...(recipe !== undefined && { recipe }) };
}
