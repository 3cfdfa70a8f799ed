import type { ModelFile } from '@neurofab/core';

/**
 * Reads a GLB of glTF 2.0, ours or anyone's: one body for each node of its scene with a mesh, named and in the colour of its
 * material if that is one colour, in millimetres with +Z up, and the recipe that `asset.extras` holds. What adds no triangle is
 * passed over: points and lines, textures, cameras, animations; skins and morph targets stay at rest. Throws a FileError for
 * what is damaged, hostile, larger than `READ_LIMITS` allows, compressed by an extension, or no GLB.
 */
export async function readGlb(bytes: Uint8Array): Promise<ModelFile> {
  // Loaded when it is needed, as every reader is.
  const { readModel } = await import('./read-model.ts');
  return readModel(bytes);
}
