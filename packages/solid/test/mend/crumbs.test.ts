import {
  type Body,
  checkMesh,
  layout,
  type Mesh,
  type NetworkSpecInput,
  parseNetworkSpec,
  type Scene,
} from '@neurofab/core';
import { findPieces as findMeshPieces } from '@neurofab/core/internal';
import { fused, solids } from '@neurofab/solid';
import { weightedNetworks } from '@neurofab/test-kit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundary } from '../../src/boundary.ts';
import type { Owned } from '../../src/convex/bury.ts';
import { dissect } from '../../src/dissect.ts';
import { crumbs } from '../../src/mend/crumbs.ts';
import { findFaultyEdges } from '../../src/mend/faulty-edges.ts';
import { giveAway } from '../../src/mend/give-away.ts';
import { findPieces } from '../../src/mend/pieces.ts';
import { AIR, FACET, type Surface } from '../../src/surface.ts';
import { enlarged, randomSolids, sceneOf } from '../random-solids.ts';
import { IN_AIR, surfaceOf, type Tetrahedron } from './tetrahedra.ts';

const IN_PART_1 = [1, 1, 1, 1] as const;
/** 1333 mm³. */
const BODY: Tetrahedron = { size: 20_000, height: 20_000, inside: 0, outside: IN_AIR };
/** 0.085 mm³. */
const CRUMB: Tetrahedron = { size: 800, height: 800, inside: 0, outside: IN_PART_1 };

/** Who gets what of these, in µm. */
function receivers(tetrahedra: readonly Tetrahedron[], mirror?: number): number[] {
  const surface = { ...surfaceOf(tetrahedra), unit: 0.001, mirror };
  return crumbs(surface, findPieces(surface)).map(({ label }) => label);
}

describe('a crumb', () => {
  it('goes to the part that it touches', () => {
    expect(receivers([BODY, CRUMB])).toEqual([1]);
  });

  it('goes to the part that it shares most area with, however much of it lies in air', () => {
    const tower = { ...CRUMB, size: 300, height: 4000 };
    expect(receivers([BODY, { ...tower, outside: [1, 2, AIR, AIR] }])).toEqual([2]);
    expect(receivers([BODY, { ...tower, outside: [2, 1, AIR, AIR] }])).toEqual([1]);
  });

  it('stays if it touches no other part', () => {
    expect(receivers([BODY, { ...CRUMB, outside: IN_AIR }])).toEqual([]);
  });
});

describe('no crumb', () => {
  it('is what has a tenth of a cubic millimetre, with its mirror image if that hangs together with it', () => {
    expect(receivers([BODY, { ...CRUMB, size: 900 }])).toEqual([]);
    expect(receivers([CRUMB, BODY], 0)).toEqual([]);
    expect(receivers([BODY, CRUMB], 0)).toEqual([1]);
  });

  it('is a thousandth of the largest piece of its part, and so never all of it', () => {
    expect(receivers([CRUMB])).toEqual([]);
    expect(receivers([CRUMB, { ...CRUMB, size: 8000, height: 7000 }])).toEqual([]);
    expect(receivers([CRUMB, { ...CRUMB, size: 8000, height: 9000 }])).toEqual([1]);
  });

  it('is what may have a hollow, nor a hollow itself', () => {
    const hollow: Tetrahedron = { ...CRUMB, inside: 1, outside: [0, 0, 0, 0] };
    expect(receivers([BODY, { ...hollow, size: 700 }, CRUMB, { ...BODY, inside: 1 }])).toEqual([0]);
  });
});

describe('to give crumbs away', () => {
  const surfaces = fc.oneof(
    randomSolids({ isFlat: true, parts: 4 }).map((solids) => ({ solids, plane: 0 })),
    randomSolids({ isFlat: false, parts: 4 }).map((solids) => ({ solids, plane: undefined })),
  );

  /** With all its crumbs: it was made in a size that had none. */
  async function withCrumbs(solids: readonly Owned[], plane: number | undefined): Promise<Surface> {
    const surface = await dissect(sceneOf(enlarged(solids), plane), 'parts');
    return { ...surface, unit: surface.unit / 64 };
  }

  it('keeps the outer surface, every boundary closed, every part and the volume of all', async () => {
    await fc.assert(
      fc.asyncProperty(surfaces, async ({ solids, plane }) => {
        const before = await withCrumbs(solids, plane);
        const after = giveAway(before, [crumbs]);
        expect(outerFacets(after)).toEqual(outerFacets(before));
        expect(findFaultyEdges(after).open).toEqual([]);
        expect([...volumes(after).keys()].sort()).toEqual([...volumes(before).keys()].sort());
        expect(sum(volumes(after)) / sum(volumes(before))).toBeCloseTo(1, 9);
      }),
      { numRuns: 60 },
    );
  });

  it('leaves none, and what no other part touches', async () => {
    await fc.assert(
      fc.asyncProperty(surfaces, async ({ solids, plane }) => {
        const surface = giveAway(await withCrumbs(solids, plane), [crumbs]);
        expect(crumbsOf(meshesOf(surface))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a network with weights of both signs', () => {
  const networks = weightedNetworks({ maxLayers: 3, maxNodes: 7 });

  it('has closed parts without crumbs, which fill what the fused body fills', async () => {
    await fc.assert(
      fc.asyncProperty(networks, async (input) => {
        const scene = layout(parseNetworkSpec(input));
        const meshes = (await bodiesOf(solids, scene)).map(({ mesh }) => mesh);
        const reports = meshes.map(checkMesh);
        expect(reports.map(({ closed }) => closed)).toEqual(reports.map(() => true));
        expect(crumbsOf(meshes)).toEqual([]);
        const [whole] = await bodiesOf(fused, scene);
        const filled = reports.reduce((total, { volume }) => total + volume, 0);
        expect(Math.abs(filled / checkMesh(whole!.mesh).volume - 1)).toBeLessThan(1e-5);
      }),
      { numRuns: 60, examples: [[CROSSED]] },
    );
  });

  it('has equal bodies each time', async () => {
    const scene = layout(parseNetworkSpec(CROSSED));
    expect(await bodiesOf(solids, scene)).toEqual(await bodiesOf(solids, scene));
  });
});

/** Each connection crosses others of either sign. */
const CROSSED: NetworkSpecInput = {
  layers: [8, 8],
  weights: [
    Array.from({ length: 8 }, (_, row) =>
      Array.from({ length: 8 }, (_, column) => (((5 * row + 3 * column) % 7) + 3) * (-1) ** (row * column)),
    ),
  ],
};

async function bodiesOf(make: typeof solids, scene: Scene): Promise<Body[]> {
  const bodies: Body[] = [];
  for await (const body of await make(scene)) bodies.push(body);
  return bodies;
}

/** Corners of all facets in air, in order. */
function outerFacets({ facets }: Surface): string[] {
  const found: string[] = [];
  for (let i = 0; i < facets.length; i += FACET) {
    if (facets[i + 4] === AIR) found.push(facets.subarray(i, i + 3).join());
  }
  return found.sort();
}

function labelsOf({ facets }: Surface): number[] {
  return [...new Set(facets.filter((label, i) => i % FACET > 2 && label !== AIR))];
}

function meshesOf(surface: Surface): Mesh[] {
  return labelsOf(surface).map((label) => boundary(surface, (other) => other === label));
}

function volumes(surface: Surface): Map<number, number> {
  const meshes = meshesOf(surface);
  return new Map(labelsOf(surface).map((label, i) => [label, checkMesh(meshes[i]!).volume]));
}

function sum(values: ReadonlyMap<number, number>): number {
  return [...values.values()].reduce((total, value) => total + value, 0);
}

/** The volumes of pieces that are crumbs by what meshes say alone: small, beside their body's largest, and with a face that another body has too. */
function crumbsOf(meshes: readonly Mesh[]): number[] {
  const owners = new Map<string, number>();
  for (const mesh of meshes) {
    for (const name of trianglesOf(mesh)) owners.set(name, (owners.get(name) ?? 0) + 1);
  }
  return meshes.flatMap((mesh) => {
    const { count, numbers } = findMeshPieces(mesh);
    const pieces = Array.from({ length: count }, (_, piece) => pieceOf(mesh, numbers, piece));
    const sizes = pieces.map((piece) => checkMesh(piece).volume);
    const hollows = sizes.filter((size) => size < 0).map((size) => -size);
    const limit = Math.min(0.1, Math.max(...sizes) / 1000, ...hollows);
    return sizes.filter(
      (size, i) =>
        // But for what sums of doubles lose.
        size > 0 &&
        size < limit * (1 - 1e-6) &&
        trianglesOf(pieces[i]!).some((name) => owners.get(name)! > 1),
    );
  });
}

function pieceOf({ positions, indices }: Mesh, numbers: Uint32Array, piece: number): Mesh {
  return { positions, indices: indices.filter((_, i) => numbers[Math.floor(i / 3)] === piece) };
}

/** A name for each triangle, whichever way it faces. */
function trianglesOf({ positions, indices }: Mesh): string[] {
  const corners = Array.from(indices, (index) => positions.subarray(3 * index, 3 * index + 3).join());
  return Array.from({ length: indices.length / 3 }, (_, i) =>
    corners
      .slice(3 * i, 3 * i + 3)
      .sort()
      .join(' '),
  );
}
