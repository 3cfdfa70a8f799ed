import type { HexColor, Mesh } from '@neurofab/core';
import { encode } from 'fast-png';
import { average } from './draw/average.ts';
import { drawMesh } from './draw/draw-mesh.ts';
import { emptyRaster } from './draw/raster.ts';
import { paintOf } from './draw/shade.ts';
import { frame, project } from './draw/view.ts';

/** Pixels a side. */
const SIZE = 256;

/** Samples a side of each pixel. Three looked hardly smoother and took twice as long. */
const SAMPLES = 2;

/** Those of 32,768 triangles, which take some milliseconds. */
const CORNERS_AT_ONCE = 3 * 32 * 1024;

const NOTHING = new Uint8Array(0);

/** How hard to compress: 6 makes it smaller by a tenth, in twice the time. */
const LEVEL = 3;

/** Pixels around the model. */
const MARGIN = 6;

/** What is drawn in one colour. */
export interface PicturePart {
  readonly color: HexColor;
  readonly meshes: readonly Mesh[];
}

/**
 * A PNG picture of the parts in their colours before nothing, for lists of files. It comes last, after empty chunks that
 * let a caller see to other things. Equal parts give equal bytes on every machine: of arithmetic it takes only what all
 * engines compute alike, which is + - × ÷ and square roots.
 */
export function* thumbnail(
  parts: readonly PicturePart[],
  onProgress: (done: number) => void,
): Generator<Uint8Array> {
  const raster = emptyRaster(SIZE * SAMPLES);
  const all = parts.flatMap(({ meshes }) => meshes);
  const view = frame(all, raster.size, MARGIN * SAMPLES);
  const points = new Float64Array(all.reduce((most, { positions }) => Math.max(most, positions.length), 0));
  const corners = all.reduce((sum, { indices }) => sum + indices.length, 0);
  let drawn = 0;
  let paused = 0;
  for (const { color, meshes } of parts) {
    const paint = paintOf(color);
    for (const mesh of meshes) {
      project(mesh, view, points);
      for (let start = 0; start < mesh.indices.length; start += CORNERS_AT_ONCE) {
        const indices = mesh.indices.subarray(start, start + CORNERS_AT_ONCE);
        drawMesh(raster, points, indices, paint);
        drawn += indices.length;
        if (drawn - paused < CORNERS_AT_ONCE) continue;
        paused = drawn;
        onProgress(drawn / corners);
        yield NOTHING;
      }
    }
    onProgress(drawn / corners);
  }
  const data = average(raster, SIZE);
  yield encode({ width: SIZE, height: SIZE, channels: 4, data }, { zlib: { level: LEVEL } });
}
