import type { Mesh } from '@neurofab/core';
import { type ColorOf, drawMesh } from './draw-mesh.ts';
import type { Raster } from './raster.ts';
import { project, type View } from './view.ts';

/** What is drawn in shades of one colour. */
export interface ShadedPart {
  readonly colorOf: ColorOf;
  readonly meshes: readonly Mesh[];
  /** How much farther away it is taken to be than it is, in samples; nothing if left out. */
  readonly behind?: number;
}

export interface DrawOptions {
  readonly view: View;
  /** Told which share of the triangles is drawn, from 0 to 1. */
  readonly onProgress: (done: number) => void;
}

/** Those of 32,768 triangles, which take some milliseconds. */
const CORNERS_AT_ONCE = 3 * 32 * 1024;

const NOTHING = new Uint8Array(0);

/** Draws parts, with empty chunks of a file that let a caller see to other things. */
export function* drawParts(
  raster: Raster,
  parts: readonly ShadedPart[],
  { view, onProgress }: DrawOptions,
): Generator<Uint8Array> {
  const all = parts.flatMap(({ meshes }) => meshes);
  const points = new Float64Array(all.reduce((most, { positions }) => Math.max(most, positions.length), 0));
  const corners = all.reduce((sum, { indices }) => sum + indices.length, 0);
  let drawn = 0;
  let paused = 0;
  for (const { colorOf, meshes, behind = 0 } of parts) {
    const own = { ...view, z: view.z - behind };
    for (const mesh of meshes) {
      project(mesh, own, points);
      for (let start = 0; start < mesh.indices.length; start += CORNERS_AT_ONCE) {
        const indices = mesh.indices.subarray(start, start + CORNERS_AT_ONCE);
        drawMesh(raster, points, indices, colorOf);
        drawn += indices.length;
        if (drawn - paused < CORNERS_AT_ONCE) continue;
        paused = drawn;
        onProgress(drawn / corners);
        yield NOTHING;
      }
    }
    onProgress(drawn / corners);
  }
}
