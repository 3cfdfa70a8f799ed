import {
  checkMesh,
  layout,
  type Mesh,
  type NetworkSpecInput,
  parseNetworkSpec,
  weldMesh,
} from '@neurofab/core';
import { networks } from '@neurofab/test-kit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundary } from '../src/boundary.ts';
import type { Owned } from '../src/convex/bury.ts';
import { dissect } from '../src/dissect.ts';
import { latticeUnit } from '../src/lattice.ts';
import { pieceSolids, type SceneSolids } from '../src/scene-solids.ts';
import { AIR, FACET, type Surface } from '../src/surface.ts';
import { plainVolume } from './plain-union.ts';
import { enlarged, randomSolids, sceneOf } from './random-solids.ts';

/** Scenes whose solids had to be moved farther than at first, since sides nearly touched. */
type MovedFarther = Set<SceneSolids>;

/** The farthest that solids are moved, in lattice units, and how many of some dozens of hard scenes may want it. */
const FARTHEST = 256;
const RARE = 3;

function expectNear(deviation: number, most: number, scene: SceneSolids, farther: MovedFarther) {
  expect(deviation).toBeLessThan(FARTHEST * most);
  if (deviation >= most) farther.add(scene);
}

async function expectUnion(scene: SceneSolids, farther: MovedFarther) {
  const mesh = boundary(await dissect(scene, 'outline'), (label) => label !== AIR);
  // Welded, for an STL file has no vertex numbers.
  const report = checkMesh(weldMesh(mesh));
  expect(report).toMatchObject({ closed: true });
  // Solids move by a sixteenth of a lattice unit, and rounding moves points by half a unit at most, here and once more in the
  // kernel's float32; so on average no surface moves by more than one.
  const most = area(mesh) * latticeUnit(scene.bounds);
  expectNear(Math.abs(report.volume - plainVolume(scene.placed)), most, scene, farther);
}

async function expectParts(scene: SceneSolids, farther: MovedFarther) {
  const surface = await dissect(scene, 'parts');
  const meshes = scene.labels.map((part) => boundary(surface, (label) => label === part));
  const reports = meshes.filter(({ indices }) => indices.length > 0).map((mesh) => checkMesh(weldMesh(mesh)));
  expect(reports.map(({ closed }) => closed)).toEqual(reports.map(() => true));

  // Each part has the space that stronger ones leave: what these and it fill together, less what they fill without it.
  const most = meshes.reduce((sum, mesh) => sum + area(mesh), 0) * latticeUnit(scene.bounds);
  let stronger = 0;
  for (const rank of scene.labels.keys()) {
    const union = scene.placed.filter((item) => item.rank <= rank);
    const together = union.length === 0 ? 0 : plainVolume(union);
    const own = checkMesh(meshes[scene.labels[rank]!]!).volume;
    expectNear(Math.abs(own - (together - stronger)), most, scene, farther);
    stronger = together;
  }
  expectAddUp(surface);
}

/** Bodies are closed, and their volumes add up to that of all together, but for what sums of doubles lose: where they touch they share faces to the last bit. */
function expectAddUp(surface: Surface) {
  const labels = new Set<number>();
  for (let i = 0; i < surface.facets.length; i += FACET) labels.add(surface.facets[i + 3]!);
  labels.delete(AIR);
  const reports = [...labels].map((label) =>
    checkMesh(weldMesh(boundary(surface, (other) => other === label))),
  );
  expect(reports.map(({ closed }) => closed)).toEqual(reports.map(() => true));
  const whole = checkMesh(boundary(surface, (label) => label !== AIR)).volume;
  expect(reports.reduce((sum, { volume }) => sum + volume, 0) / whole).toBeCloseTo(1, 9);
}

function area({ positions, indices }: Mesh): number {
  let sum = 0;
  for (let i = 0; i < indices.length; i += 3) {
    const [a, b, c] = [3 * indices[i]!, 3 * indices[i + 1]!, 3 * indices[i + 2]!];
    const side = (from: number, to: number) =>
      [0, 1, 2].map((axis) => positions[to + axis]! - positions[from + axis]!);
    const [[ux, uy, uz], [vx, vy, vz]] = [side(a, b), side(a, c)] as [
      [number, number, number],
      [number, number, number],
    ];
    sum += Math.hypot(uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx) / 2;
  }
  return sum;
}

function networkScene(input: NetworkSpecInput): SceneSolids {
  const scene = layout(parseNetworkSpec(input));
  return pieceSolids(scene.pieces[0]!, scene);
}

/** Rods of one node's thickness or more in a regular grid: faces in one plane, edges through one point, flat ends. */
const REGULAR: readonly Owned[] = [0, 1, 2].flatMap((row) => [
  { solid: { kind: 'sphere', center: [0, 0, 4 * row], radius: 1, segments: 8, rings: 4 }, rank: 0 },
  ...[0, 1, 2].map(
    (next): Owned => ({
      solid: { kind: 'cylinder', from: [0, 0, 4 * row], to: [6, 0, 4 * next], radius: 1, segments: 6 },
      rank: 1,
    }),
  ),
]);

describe('the outline of solids', () => {
  it('is closed and has the volume of the plain union, if a plane mirrors them', async () => {
    const farther: MovedFarther = new Set();
    await fc.assert(
      fc.asyncProperty(randomSolids({ isFlat: true, parts: 1 }), (solids) =>
        expectUnion(sceneOf(solids, 0), farther),
      ),
      { numRuns: 60, examples: [[REGULAR]] },
    );
    expect(farther.size).toBeLessThan(RARE);
  });

  it('is closed and has the volume of the plain union, also of skip connections out of the plane', async () => {
    const farther: MovedFarther = new Set();
    await fc.assert(
      fc.asyncProperty(randomSolids({ isFlat: false, parts: 1 }), (solids) =>
        expectUnion(sceneOf(solids, undefined), farther),
      ),
      { numRuns: 40 },
    );
    expect(farther.size).toBeLessThan(RARE);
  });

  it('is the same half and half as all at once, but for what rounding makes of it', async () => {
    await fc.assert(
      fc.asyncProperty(randomSolids({ isFlat: true, parts: 1 }), async (solids) => {
        const [half, whole] = await Promise.all(
          [0, undefined].map(async (plane) => {
            const surface = await dissect(sceneOf(solids, plane), 'outline');
            return boundary(surface, (label) => label !== AIR);
          }),
        );
        const most = area(whole!) * latticeUnit(sceneOf(solids, 0).bounds);
        expect(Math.abs(checkMesh(half!).volume - checkMesh(whole!).volume)).toBeLessThan(most);
      }),
      { numRuns: 20 },
    );
  });

  it('of a network is closed and has the volume of the plain union', async () => {
    const farther: MovedFarther = new Set();
    await fc.assert(
      fc.asyncProperty(networks({ maxLayers: 3, maxNodes: 5 }), (input) =>
        expectUnion(networkScene(input), farther),
      ),
      { numRuns: 15 },
    );
    expect(farther.size).toBeLessThan(RARE);
  });

  it('of rods nearly as thick as their nodes with three sides is closed', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 2, maxLength: 5 }),
        fc.integer({ min: 75, max: 90 }),
        async (layers, percent) => {
          const scene = networkScene({
            layers,
            nodeRadius: 10,
            connectionRadius: percent / 10,
            resolution: { segments: 3 },
          });
          for (const detail of ['outline', 'parts'] as const) {
            const surface = await dissect(scene, detail);
            expectAddUp(surface);
          }
        },
      ),
      { numRuns: 20 },
    );
  });
});

describe('solids that touch along a line', () => {
  const node = (x: number): Owned => ({
    solid: { kind: 'sphere', center: [x, 0, 0], radius: 1, segments: 3, rings: 2 },
    rank: 0,
  });
  const rod: Owned = {
    solid: { kind: 'cylinder', from: [0, 0, 0], to: [6, 0, 0], radius: 0.9, segments: 6 },
    rank: 1,
  };
  const disc: Owned = {
    solid: { kind: 'cylinder', from: [9, 0, -1.1], to: [9, 0, -0.9], radius: 11, segments: 7 },
    rank: 1,
  };

  it.each(['outline', 'parts'] as const)('are joined: the %s', async (detail) => {
    expectAddUp(await dissect(sceneOf([node(0), node(6), rod, disc], 0), detail));
  });
});

describe('the parts of solids', () => {
  it('are closed, have the space that stronger ones leave, and share their faces, if a plane mirrors them', async () => {
    const farther: MovedFarther = new Set();
    await fc.assert(
      fc.asyncProperty(randomSolids({ isFlat: true, parts: 4 }), (solids) =>
        expectParts(sceneOf(enlarged(solids), 0), farther),
      ),
      { numRuns: 50, examples: [[REGULAR]] },
    );
    expect(farther.size).toBeLessThan(RARE);
  });

  it('are closed, have the space that stronger ones leave, and share their faces, also out of any plane', async () => {
    const farther: MovedFarther = new Set();
    await fc.assert(
      fc.asyncProperty(randomSolids({ isFlat: false, parts: 3 }), (solids) =>
        expectParts(sceneOf(enlarged(solids), undefined), farther),
      ),
      { numRuns: 30 },
    );
    expect(farther.size).toBeLessThan(RARE);
  });

  it('are mirrored to the last bit', async () => {
    await fc.assert(
      fc.asyncProperty(randomSolids({ isFlat: true, parts: 3 }), async (solids) => {
        const scene = sceneOf(solids, 0);
        const surface = await dissect(scene, 'parts');
        for (const part of scene.labels) {
          const triangles = trianglesOf(boundary(surface, (label) => label === part));
          const mirrored = trianglesOf(mirror(boundary(surface, (label) => label === part)));
          expect(mirrored).toEqual(triangles);
        }
      }),
      { numRuns: 20 },
    );
  });
});

function mirror({ positions, indices }: Mesh): Mesh {
  return {
    positions: positions.map((value, i) => (i % 3 === 1 ? -value : value)),
    indices: indices.map((_, i) => indices[i - (i % 3) + ((3 - (i % 3)) % 3)]!),
  };
}

/** Triangles as text, each from its first corner by name, in order. */
function trianglesOf({ positions, indices }: Mesh): string[] {
  const name = (index: number) =>
    Array.from(positions.subarray(3 * index, 3 * index + 3), (value) => value + 0).join();
  const texts: string[] = [];
  for (let i = 0; i < indices.length; i += 3) {
    const names = [name(indices[i]!), name(indices[i + 1]!), name(indices[i + 2]!)];
    const first = names.indexOf(names.toSorted()[0]!);
    texts.push([...names.slice(first), ...names.slice(0, first)].join(' '));
  }
  return texts.sort();
}
