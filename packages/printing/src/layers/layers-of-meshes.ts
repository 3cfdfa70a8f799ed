import { type Mesh, meshBounds } from '@neurofab/core';
import { joinBounds, NO_BOUNDS } from '@neurofab/core/internal';
import type { Grid, Label, Layers, LayersOptions } from './layers.ts';
import { type FillLayer, fillRow, type Raster, rasterLayers } from './raster.ts';

/** A mesh, and what its cells belong to. */
export interface LabelledMesh extends Label {
  readonly mesh: Mesh;
}

/**
 * Meshes as a printer lays them down, from their lowest point on. What a surface winds around is solid, so they may overlap;
 * where several are, the last one has the cells.
 */
export function layersOfMeshes(meshes: readonly LabelledMesh[], options: LayersOptions): Layers {
  const labels = meshes.map(({ piece, part }) => ({ piece, part }));
  const bounds = meshes.map(({ mesh }) => meshBounds(mesh)).reduce(joinBounds, NO_BOUNDS);
  return rasterLayers(bounds, options, {
    labels,
    start: (grid) => {
      const fillers = meshes.map(({ mesh }, i) => meshFiller(mesh, grid, i + 1));
      return (raster, z) => {
        for (const fill of fillers) fill(raster, z);
      };
    },
  });
}

function meshFiller(mesh: Mesh, grid: Grid, label: number): FillLayer {
  const trianglesAt = sweep(mesh);
  const crossings = rowCrossings(grid);
  return (raster, z) => {
    for (const triangle of trianglesAt(z)) cutTriangle(mesh, triangle, z, crossings.add);
    crossings.fill(raster, label);
  };
}

/** Gives the triangles that a height may cut, for heights from the bottom up. */
function sweep({ positions, indices }: Mesh): (z: number) => readonly number[] {
  const height = (triangle: number, corner: number) => positions[3 * indices[3 * triangle + corner]! + 2]!;
  const extreme = (choose: (a: number, b: number, c: number) => number) =>
    Float32Array.from({ length: indices.length / 3 }, (_, i) =>
      choose(height(i, 0), height(i, 1), height(i, 2)),
    );
  const [bottoms, tops] = [extreme(Math.min), extreme(Math.max)];
  const waiting = Uint32Array.from(bottoms.keys()).sort((a, b) => bottoms[a]! - bottoms[b]!);
  let next = 0;
  let active: number[] = [];
  return (z) => {
    active = active.filter((i) => tops[i]! >= z);
    while (next < waiting.length && bottoms[waiting[next]!]! < z) active.push(waiting[next++]!);
    return active;
  };
}

type TakeStep = (fromX: number, fromY: number, toX: number, toY: number) => void;

/** Gives the line in which a height cuts a triangle, what is solid on its left. */
function cutTriangle({ positions, indices }: Mesh, triangle: number, z: number, take: TakeStep): void {
  let [fromX, fromY, toX, toY] = [Number.NaN, 0, 0, 0];
  for (let i = 0; i < 3; i++) {
    const a = 3 * indices[3 * triangle + i]!;
    const b = 3 * indices[3 * triangle + ((i + 1) % 3)]!;
    const isAbove = positions[a + 2]! >= z;
    if (isAbove === positions[b + 2]! >= z) continue;
    // From the lower end, so that both triangles of an edge have the same point.
    const [low, high] = isAbove ? [b, a] : [a, b];
    const share = (z - positions[low + 2]!) / (positions[high + 2]! - positions[low + 2]!);
    const x = positions[low]! + share * (positions[high]! - positions[low]!);
    const y = positions[low + 1]! + share * (positions[high + 1]! - positions[low + 1]!);
    if (isAbove) [fromX, fromY] = [x, y];
    else [toX, toY] = [x, y];
  }
  if (!Number.isNaN(fromX)) take(fromX, fromY, toX, toY);
}

/** Where the lines of a layer cross the middles of rows, and which way. */
function rowCrossings({ rows, y, cell }: Grid) {
  const crossings: { readonly x: number; readonly turn: 1 | -1 }[][] = Array.from({ length: rows }, () => []);
  return {
    add(fromX: number, fromY: number, toX: number, toY: number): void {
      const turn = fromY > toY ? 1 : -1;
      const [low, high] = turn === 1 ? [toY, fromY] : [fromY, toY];
      const first = Math.max(0, Math.ceil((low - y) / cell - 0.5));
      const end = Math.min(rows, Math.ceil((high - y) / cell - 0.5));
      const slope = (toX - fromX) / (toY - fromY);
      for (let row = first; row < end; row++) {
        crossings[row]!.push({ x: fromX + slope * (y + (row + 0.5) * cell - fromY), turn });
      }
    },
    /** Fills what the lines wind around, and forgets them. */
    fill(raster: Raster, label: number): void {
      for (const [row, ofRow] of crossings.entries()) {
        if (ofRow.length === 0) continue;
        ofRow.sort((a, b) => a.x - b.x);
        let winding = 0;
        let from = 0;
        for (const { x, turn } of ofRow) {
          if (winding === 0) from = x;
          winding += turn;
          if (winding === 0) fillRow(raster, row, from, x, label);
        }
        ofRow.length = 0;
      }
    },
  };
}
