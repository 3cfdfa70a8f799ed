import type { Mesh, MeshStandardMaterial } from 'three';

/** A mesh as three.js shows it. */
export interface LoadedMesh {
  /** As in the file: three.js has names of its own, without blanks. */
  readonly name: string;
  /** sRGB, `#RRGGBB` in upper case. */
  readonly color: string;
  readonly metalness: number;
  readonly roughness: number;
  readonly flatShading: boolean;
  readonly triangles: number;
  /** In metres, +Y up. */
  readonly min: readonly number[];
  readonly max: readonly number[];
}

/** Has three.js load a GLB, and gives its meshes in their order. */
export async function askGltfLoader(bytes: Uint8Array): Promise<LoadedMesh[]> {
  // Loaded when it is asked: most tests ask something else.
  const { Box3 } = await import('three');
  const { GLTFLoader } = await import('three/addons/loaders/GLTFLoader.js');
  const { scene } = await new GLTFLoader().parseAsync(bytes.slice().buffer, '');
  scene.updateMatrixWorld(true);
  const meshes: LoadedMesh[] = [];
  scene.traverse((object) => {
    if (!('isMesh' in object)) return;
    const { geometry, material, userData, name } = object as Mesh;
    const { color, metalness, roughness, flatShading } = material as MeshStandardMaterial;
    const { min, max } = new Box3().setFromObject(object, true);
    meshes.push({
      name: userData.name ?? name,
      color: `#${color.getHexString().toUpperCase()}`,
      metalness,
      roughness,
      flatShading,
      triangles: (geometry.index?.count ?? 0) / 3,
      min: min.toArray(),
      max: max.toArray(),
    });
  });
  return meshes;
}
