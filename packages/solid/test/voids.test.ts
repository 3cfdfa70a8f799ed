import { checkMesh, type Solid } from '@neurofab/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundary } from '../src/boundary.ts';
import { bury } from '../src/convex/bury.ts';
import type { Placed } from '../src/convex/placed.ts';
import { type Detail, dissect, dissectByBooleans } from '../src/dissect.ts';
import { latticeUnit } from '../src/lattice.ts';
import type { SceneSolids } from '../src/scene-solids.ts';
import { AIR, FACET, type Surface } from '../src/surface.ts';
import { plainVolume } from './plain-union.ts';
import { randomPrisms, randomSolids, sceneOf } from './random-solids.ts';

/** All that lies below a height, as a prism that reaches farther than any solid. */
function below(height: number): Solid {
  const corners = (z: number) =>
    [
      [-40, -40, z],
      [40, -40, z],
      [40, 40, z],
      [-40, 40, z],
    ] as const;
  return { kind: 'prism', from: corners(height - 40), to: corners(height) };
}

/** Solids of two parts, prisms among them, of which a cut and some prisms are taken away. */
const scenes: fc.Arbitrary<SceneSolids> = fc
  .record({
    solids: randomSolids({ isFlat: false, parts: 2 }),
    prisms: fc.array(randomPrisms(), { maxLength: 3 }),
    cut: fc.double({ min: -1, max: 6, noNaN: true }),
    holes: fc.array(randomPrisms(), { maxLength: 3 }),
  })
  .map(({ solids, prisms, cut, holes }) => {
    const scene = sceneOf([...solids, ...prisms.map((solid, i) => ({ solid, rank: i % 2 }))], undefined);
    const air = [below(cut), ...holes].map((solid): Placed => bury({ solid, rank: 0 }));
    const matter = scene.placed.map((item) => ({ ...item, rank: item.rank + 1 }));
    return { ...scene, placed: [...air, ...matter], labels: [AIR, ...scene.labels] };
  });

function areaOf({ points, facets, unit }: Surface): number {
  let sum = 0;
  for (let i = 0; i < facets.length; i += FACET) {
    const [a, b, c] = [0, 1, 2].map((k) => points.subarray(3 * facets[i + k]!, 3 * facets[i + k]! + 3));
    const [u, v] = [b!, c!].map((end) => [0, 1, 2].map((axis) => end[axis]! - a![axis]!));
    const cross = [0, 1, 2].map(
      (k) => u![(k + 1) % 3]! * v![(k + 2) % 3]! - u![(k + 2) % 3]! * v![(k + 1) % 3]!,
    );
    sum += Math.hypot(...cross) / 2;
  }
  return sum * unit ** 2;
}

async function expectTakenAway(scene: SceneSolids, detail: Detail, make: typeof dissect) {
  const surface = await make(scene, detail);
  const isAir = ({ rank }: Placed) => scene.labels[rank] === AIR;
  const left = plainVolume(
    scene.placed.filter((item) => !isAir(item)),
    scene.placed.filter(isAir),
  );
  const reports = (detail === 'parts' ? scene.labels.filter((label) => label !== AIR) : [0])
    .map((part) => boundary(surface, (label) => label === part))
    .filter(({ indices }) => indices.length > 0)
    .map(checkMesh);
  expect(reports.filter(({ closed }) => !closed)).toEqual([]);
  const sum = reports.reduce((total, { volume }) => total + volume, 0);
  // Booleans round to float32 what reaches as far as the cut. Solids are moved by 16 units where they touch along a line, as some
  // that are drawn do, and always for booleans.
  const rounding = 16 * latticeUnit(scene.bounds) + latticeUnit({ min: [-40, -40, -40], max: [40, 40, 40] });
  expect(Math.abs(sum - left)).toBeLessThanOrEqual(4 * areaOf(surface) * rounding);
  for (let i = 0; i < surface.facets.length; i += FACET)
    expect(surface.facets[i + 3]).not.toBe(surface.facets[i + 4]);
}

describe('what is taken away', () => {
  it.each(['parts', 'outline'] as const)(
    'leaves closed %s of the volume that booleans leave',
    async (detail) => {
      await fc.assert(
        fc.asyncProperty(scenes, (scene) => expectTakenAway(scene, detail, dissect)),
        { numRuns: 60 },
      );
    },
  );

  it('is taken away by booleans too, should they be needed', async () => {
    const ball: Solid = { kind: 'sphere', center: [0, 0, 0], radius: 2, segments: 12, rings: 6 };
    const rod: Solid = { kind: 'cylinder', from: [0, 0, 0], to: [6, 0, 0], radius: 1, segments: 8 };
    const hole: Solid = { kind: 'cylinder', from: [4, 0, -3], to: [4, 0, 3], radius: 0.5, segments: 6 };
    const scene = sceneOf(
      [
        { solid: ball, rank: 0 },
        { solid: rod, rank: 1 },
      ],
      undefined,
    );
    const matter = scene.placed.map((item) => ({ ...item, rank: item.rank + 1 }));
    const air = [below(-0.5), hole].map((solid): Placed => bury({ solid, rank: 0 }));
    const cut = { ...scene, placed: [...air, ...matter], labels: [AIR, ...scene.labels] };
    await expectTakenAway(cut, 'parts', dissectByBooleans);
    await expectTakenAway(cut, 'outline', dissectByBooleans);
  });
});
