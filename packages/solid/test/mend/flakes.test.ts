import { checkMesh, layout, type Mesh, parseNetworkSpec } from '@neurofab/core';
import { fused, solids } from '@neurofab/solid';
import { describe, expect, it } from 'vitest';
import { findFaultyEdges } from '../../src/mend/faulty-edges.ts';
import { flakes } from '../../src/mend/flakes.ts';
import { giveAway } from '../../src/mend/give-away.ts';
import { AIR, FACET, type Surface } from '../../src/surface.ts';
import { IN_AIR, surfaceOf, type Tetrahedron } from './tetrahedra.ts';

const BODY: Tetrahedron = { size: 3000, height: 3000, inside: 0, outside: IN_AIR };
const FLAKE: Tetrahedron = { size: 1000, height: 2, inside: 0, outside: IN_AIR };

function dropFlakes(surface: Surface): Surface {
  return giveAway(surface, [flakes]);
}

/** The facets left: of each tetrahedron that all of them belong to. */
function countFacets(tetrahedra: readonly Tetrahedron[]): number {
  const surface = dropFlakes(surfaceOf(tetrahedra));
  expect(findFaultyEdges(surface).open).toEqual([]);
  return surface.facets.length / FACET;
}

describe('a flake', () => {
  it('goes, whether it stands alone or touches a body at a point', () => {
    expect(countFacets([BODY, FLAKE])).toBe(4);
    expect(countFacets([BODY, { ...FLAKE, touches: true }])).toBe(4);
    expect(countFacets([BODY, { ...FLAKE, height: 0, touches: true }, { ...FLAKE, size: 7 }])).toBe(4);
  });

  it('goes as a cavity too, which has no room', () => {
    const cavity = { ...FLAKE, inside: AIR, outside: [0, 0, 0, 0] } as const;
    expect(countFacets([BODY, cavity])).toBe(4);
  });

  it('goes to what it borders on most, and leaves its neighbours closed', () => {
    // A tetrahedron 0, 1, 2, 4 of body 1, in whose floor the flake 0, 1, 2, 3 of body 0 lies.
    const facets = [
      [0, 2, 1, 0, AIR],
      [0, 1, 3, 0, 1],
      [1, 2, 3, 0, 1],
      [2, 0, 3, 0, 1],
      [0, 1, 4, 1, AIR],
      [1, 2, 4, 1, AIR],
      [2, 0, 4, 1, AIR],
    ];
    const points = [
      [0, 0, 0],
      [1000, 0, 0],
      [0, 1000, 0],
      [300, 300, 2],
      [300, 300, 1000],
    ];
    const surface = {
      unit: 1,
      mirror: undefined,
      points: Int32Array.from(points.flat()),
      facets: Int32Array.from(facets.flat()),
    };
    expect(findFaultyEdges(surface).open).toEqual([]);
    const floor = [0, 2, 1, 1, AIR];
    expect([...dropFlakes(surface).facets]).toEqual([floor, ...facets.slice(4)].flat());
  });

  it('between two that both are flakes does not change places with the other', () => {
    expect(countFacets([{ ...FLAKE, outside: [1, 1, 1, 1] }])).toBe(0);
  });
});

describe('no flake', () => {
  it('is what has volume, however small: a body, a cavity, or what touches another at a point', () => {
    const others = [
      { ...FLAKE, height: 1000 },
      { ...FLAKE, height: 1000, touches: true },
      { ...FLAKE, height: 1000, inside: AIR, outside: [0, 0, 0, 0] },
    ] as const;
    const surface = surfaceOf([BODY, ...others]);
    expect(dropFlakes(surface)).toBe(surface);
  });

  it('is a thin piece of a body that hangs together with the rest by edges', () => {
    // One side of the body is cut in three at a point that is hardly above it.
    const { points, facets, ...body } = surfaceOf([BODY]);
    const [a, b, c] = facets;
    const [raised, four] = [[700, 700, 1], 4];
    const cut = [
      [a, b, four],
      [b, c, four],
      [c, a, four],
    ].flatMap((corners) => [...corners, 0, AIR] as number[]);
    const surface = {
      ...body,
      points: Int32Array.from([...points, ...raised]),
      facets: Int32Array.from([...cut, ...facets.subarray(FACET)]),
    };
    expect(dropFlakes(surface)).toBe(surface);
  });
});

describe('a network whose booleans leave flakes', () => {
  const scene = layout(
    parseNetworkSpec({ layers: [6, 5, 6], layerSpacing: 35, resolution: { segments: 19 } }),
  );

  it('is fused into one body, counted by edges', async () => {
    for await (const { mesh } of await fused(scene)) {
      expect(checkMesh(mesh).closed).toBe(true);
      expect(countPieces(mesh)).toBe(1);
    }
  });

  it('has as many bodies a layer as nodes', async () => {
    const pieces: [string, number][] = [];
    for await (const { part, mesh } of await solids(scene)) {
      expect(checkMesh(mesh).closed).toBe(true);
      pieces.push([scene.parts[part]!.name, countPieces(mesh)]);
    }
    expect(Object.fromEntries(pieces)).toMatchObject({ 'layer 1': 6, 'layer 2': 5, 'layer 3': 6 });
  });
});

/** Pieces of a mesh that share no edge. */
function countPieces({ indices }: Mesh): number {
  const trianglesByEdge = new Map<string, number[]>();
  const edgesOf = (triangle: number) => {
    const corners = [...indices.subarray(3 * triangle, 3 * triangle + 3)];
    return corners.map((from, i) => [from, corners[(i + 1) % 3]!].sort((a, b) => a - b).join());
  };
  for (let triangle = 0; 3 * triangle < indices.length; triangle++) {
    for (const edge of edgesOf(triangle)) {
      trianglesByEdge.set(edge, [...(trianglesByEdge.get(edge) ?? []), triangle]);
    }
  }
  const isFound = new Uint8Array(indices.length / 3);
  let count = 0;
  for (let start = 0; start < isFound.length; start++) {
    if (isFound[start] === 1) continue;
    count++;
    const queue = [start];
    for (let triangle = queue.pop(); triangle !== undefined; triangle = queue.pop()) {
      if (isFound[triangle] === 1) continue;
      isFound[triangle] = 1;
      queue.push(...edgesOf(triangle).flatMap((edge) => trianglesByEdge.get(edge)!));
    }
  }
  return count;
}
