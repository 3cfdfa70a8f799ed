import { type Mesh, tessellate, type Vec3 } from '@neurofab/core';
import { describe, expect, it } from 'vitest';
import { type Layers, layersOfMeshes } from '../../src/index.ts';

const OPTIONS = { layerHeight: 0.5, cell: 0.25 };

function box([x, y, z]: Vec3, [sizeX, sizeY, sizeZ]: Vec3): Mesh {
  const corners = (height: number): Vec3[] => [
    [x, y, height],
    [x + sizeX, y, height],
    [x + sizeX, y + sizeY, height],
    [x, y + sizeY, height],
  ];
  return tessellate({ kind: 'prism', from: corners(z), to: corners(z + sizeZ) });
}

function insideOut({ positions, indices }: Mesh): Mesh {
  return { positions, indices: indices.slice().reverse() };
}

function join(a: Mesh, b: Mesh): Mesh {
  const first = a.positions.length / 3;
  return {
    positions: Float32Array.of(...a.positions, ...b.positions),
    indices: Uint32Array.of(...a.indices, ...b.indices.map((i) => i + first)),
  };
}

function volumes(layers: Layers): number[] {
  const found = layers.labels.map(() => 0);
  for (const { cells } of layers) {
    for (const label of cells) if (label > 0) found[label - 1]! += layers.grid.cell ** 2 * layers.layerHeight;
  }
  return found;
}

describe('layersOfMeshes', () => {
  it('fills a box', () => {
    const layers = layersOfMeshes([{ piece: 0, part: 0, mesh: box([-3, 7, 2], [4, 5, 3]) }], OPTIONS);
    expect(layers.count).toBe(6);
    expect(Array.from(layers, ({ z }) => z)).toEqual([0.25, 0.75, 1.25, 1.75, 2.25, 2.75]);
    expect(volumes(layers)).toEqual([60]);
  });

  it('leaves a hollow empty, and counts what overlaps in one mesh once', () => {
    const outer = box([0, 0, 0], [4, 4, 4]);
    const hollow = join(outer, insideOut(box([1, 1, 1], [2, 2, 2])));
    expect(volumes(layersOfMeshes([{ piece: 0, part: 0, mesh: hollow }], OPTIONS))).toEqual([64 - 8]);
    const twice = join(outer, box([2, 0, 0], [4, 4, 4]));
    expect(volumes(layersOfMeshes([{ piece: 0, part: 0, mesh: twice }], OPTIONS))).toEqual([6 * 16]);
  });

  it('gives the space where meshes overlap to the last one', () => {
    const meshes = [box([0, 0, 0], [4, 4, 4]), box([2, 0, 0], [4, 4, 4])];
    const labelled = meshes.map((mesh, part) => ({ piece: 0, part, mesh }));
    expect(volumes(layersOfMeshes(labelled, OPTIONS))).toEqual([32, 64]);
  });

  it('takes an open mesh as far as it winds around something', () => {
    const { positions, indices } = box([0, 0, 0], [4, 4, 4]);
    const withoutTop = { positions, indices: indices.slice(0, 3 * 10) };
    const [whole] = volumes(layersOfMeshes([{ piece: 0, part: 0, mesh: withoutTop }], OPTIONS));
    expect(whole).toBe(64);
  });

  it('gives no layers for no meshes', () => {
    expect(Array.from(layersOfMeshes([], OPTIONS))).toEqual([]);
  });
});
