import type { HexColor, Mesh } from '@neurofab/core';
import { encode } from 'fast-png';
import { average } from './average.ts';
import { drawMesh } from './draw-mesh.ts';
import { emptyRaster } from './raster.ts';
import { paintOf } from './shade.ts';
import { frame, project } from './view.ts';

/** Pixels a side. */
const SIZE = 256;

/** Samples a side of each pixel. Four looked no smoother and took a third longer. */
const SAMPLES = 3;

/** Pixels around the model. */
const MARGIN = 6;

/**
 * A PNG picture of the parts in their colours before nothing, for lists of files. Equal parts give equal bytes on every
 * machine: of arithmetic it takes only what all engines compute alike, which is + - × ÷ and square roots.
 */
export function* thumbnail(
  parts: readonly { readonly color: HexColor; readonly meshes: readonly Mesh[] }[],
  onProgress: (done: number) => void,
): Generator<Uint8Array> {
  const raster = emptyRaster(SIZE * SAMPLES);
  const all = parts.flatMap(({ meshes }) => meshes);
  const view = frame(all, raster.size, MARGIN * SAMPLES);
  const points = new Float64Array(all.reduce((most, { positions }) => Math.max(most, positions.length), 0));
  for (const [i, { color, meshes }] of parts.entries()) {
    const paint = paintOf(color);
    for (const mesh of meshes) {
      project(mesh, view, points);
      drawMesh(raster, points, mesh.indices, paint);
    }
    onProgress((i + 1) / parts.length);
  }
  yield encode({ width: SIZE, height: SIZE, data: average(raster, SIZE) }, { zlib: { level: 6 } });
}
