import type { Bounds } from '@neurofab/core';
import type { CellBox, Grid, Layer, Layers, LayersOptions } from './layers.ts';

/** Cells of air around a model, so that whoever asks for neighbours need not ask whether there are any. */
const BORDER = 2;

/** In layers and in cells. */
const SAME = 1e-9;

/** Fills the cells of a layer at a height. */
export type FillLayer = (raster: Raster, z: number) => void;

/** The cells of one layer while it is filled. */
export interface Raster {
  readonly grid: Grid;
  readonly cells: Uint16Array;
  /** What is filled so far; empty where `min` is not less than `max`. */
  readonly min: [column: number, row: number];
  readonly max: [column: number, row: number];
}

/** Layers that are filled one by one, in as many arrays as are kept. `start` makes what fills them from the bottom up. */
export function rasterLayers(
  bounds: Bounds,
  { layerHeight, cell, keep = 1 }: LayersOptions,
  { labels, start }: { readonly labels: Layers['labels']; readonly start: (grid: Grid) => FillLayer },
): Layers {
  const grid = gridOver(bounds, cell);
  const bed = bounds.min[2];
  // As slicers do, which lay down what reaches a layer's middle.
  const count = Math.max(0, Math.ceil((bounds.max[2] - bed) / layerHeight - 0.5 - SAME));
  return {
    grid,
    layerHeight,
    count,
    labels,
    *[Symbol.iterator]() {
      const fill = start(grid);
      const rasters: Raster[] = [];
      for (let index = 0; index < count; index++) {
        const raster = rasters.length < keep + 1 ? emptyRaster(grid) : cleared(rasters.shift()!);
        rasters.push(raster);
        const z = (index + 0.5) * layerHeight;
        fill(raster, bed + z);
        yield { index, z, cells: raster.cells, box: boxOf(raster) } satisfies Layer;
      }
    },
  };
}

function gridOver({ min, max }: Bounds, cell: number): Grid {
  const cells = (length: number) => Math.ceil(length / cell - SAME) + 2 * BORDER;
  return {
    cell,
    columns: cells(max[0] - min[0]),
    rows: cells(max[1] - min[1]),
    x: min[0] - BORDER * cell,
    y: min[1] - BORDER * cell,
  };
}

function emptyRaster(grid: Grid): Raster {
  const cells = new Uint16Array(grid.columns * grid.rows);
  return { grid, cells, min: [Infinity, Infinity], max: [-Infinity, -Infinity] };
}

function cleared(raster: Raster): Raster {
  const { grid, cells, min, max } = raster;
  for (let row = min[1]; row < max[1]; row++) {
    cells.fill(0, row * grid.columns + min[0], row * grid.columns + max[0]);
  }
  return { grid, cells, min: [Infinity, Infinity], max: [-Infinity, -Infinity] };
}

function boxOf({ min, max }: Raster): CellBox {
  return min[0] < max[0] ? { min, max } : { min: [0, 0], max: [0, 0] };
}

/** Fills the cells of a row whose middles lie between two x. */
export function fillRow(raster: Raster, row: number, from: number, to: number, label: number): void {
  const { grid, cells, min, max } = raster;
  const first = Math.max(0, cellAt(grid, from));
  const end = Math.min(grid.columns, cellAt(grid, to));
  if (first >= end) return;
  cells.fill(label, row * grid.columns + first, row * grid.columns + end);
  if (first < min[0]) min[0] = first;
  if (end > max[0]) max[0] = end;
  if (row < min[1]) min[1] = row;
  if (row >= max[1]) max[1] = row + 1;
}

/** Makes air of such cells, as far as their labels are neither less than the first nor more than the last. */
export function clearRow(
  { grid, cells }: Raster,
  row: number,
  [from, to]: readonly [from: number, to: number],
  [first, last]: readonly [first: number, last: number],
): void {
  const end = row * grid.columns + Math.min(grid.columns, cellAt(grid, to));
  for (let i = row * grid.columns + Math.max(0, cellAt(grid, from)); i < end; i++) {
    if (cells[i]! >= first && cells[i]! <= last) cells[i] = 0;
  }
}

/** The first cell whose middle does not lie before an x. */
function cellAt({ x: start, cell }: Grid, x: number): number {
  return Math.ceil((x - start) / cell - 0.5);
}
