import type { Cylinder, Prism, Solid, Vec3 } from '@neurofab/core';
import { describe, expect, it } from 'vitest';
import { convexes } from '../../src/convex/convexes.ts';
import { perturb } from '../../src/convex/perturb.ts';
import type { Placed } from '../../src/convex/placed.ts';

const REACH = 1e-3;

const ROD: Cylinder = { kind: 'cylinder', from: [0, 0, 0], to: [8, 0, 3], radius: 1, segments: 3 };
const SOLIDS: Solid[] = [ROD, { kind: 'sphere', center: [1, 0, 2], radius: 2, segments: 5, rings: 4 }];
const MANY: Placed[] = Array.from({ length: 500 }, (_, i) => ({ solid: SOLIDS[i % 2]!, rank: 0, start: 0 }));

const points = (placed: readonly Placed[], isHalf: boolean) => convexes(placed, isHalf).points;

function radiusOf(solid: Solid): number {
  return (solid as Exclude<Solid, Prism>).radius;
}

describe('moved solids', () => {
  it('move no point farther than the reach', () => {
    for (const isHalf of [true, false]) {
      const [before, after] = [
        points(MANY, isHalf),
        points(perturb(MANY, { reach: REACH, seed: 3, isHalf }), isHalf),
      ];
      for (let i = 0; i < before.length; i += 3) {
        const moved = Math.hypot(...[0, 1, 2].map((axis) => after[i + axis]! - before[i + axis]!));
        expect(moved).toBeGreaterThan(0);
        // A corner of a rod goes out to the side and ahead.
        expect(moved).toBeLessThan(Math.SQRT2 * REACH);
      }
    }
  });

  it('stay symmetric about the plane that mirrors them', () => {
    for (const { solid } of perturb(MANY, { reach: REACH, seed: 0, isHalf: true })) {
      const ends: readonly Vec3[] =
        solid.kind === 'sphere' ? [solid.center] : [solid.from as Vec3, solid.to as Vec3];
      expect(ends.every(([, y]) => y === 0)).toBe(true);
    }
  });

  it('all grow by amounts of their own', () => {
    const radii = perturb(MANY, { reach: REACH, seed: 0, isHalf: true }).map(
      ({ solid }, i) => radiusOf(solid) - radiusOf(MANY[i]!.solid),
    );
    const sorted = radii.toSorted((a, b) => a - b);
    expect(sorted[0]).toBeGreaterThan(0.3 * REACH);
    const gaps = sorted.slice(1).map((radius, i) => radius - sorted[i]!);
    expect(Math.min(...gaps)).toBeGreaterThan((0.1 * REACH) / MANY.length);
  });

  it('grow more if they are stronger, so that no film of the weaker is left where faces lie in one plane', () => {
    const ranked = MANY.map((item, i) => ({ ...item, rank: i % 4 }));
    const moved = perturb(ranked, { reach: REACH, seed: 0, isHalf: true });
    const grown = (rank: number) =>
      moved.flatMap(({ solid }, i) => (i % 4 === rank ? [radiusOf(solid) - radiusOf(MANY[i]!.solid)] : []));
    for (let rank = 1; rank < 4; rank++) {
      expect(Math.min(...grown(rank - 1))).toBeGreaterThan(Math.max(...grown(rank)));
    }
  });

  it('overlap where they touched', () => {
    const next: Cylinder = { ...ROD, from: ROD.to, to: [16, 0, 6] };
    for (let seed = 0; seed < 100; seed++) {
      const [one, other] = perturb(
        [ROD, next].map((solid) => ({ solid, rank: 0, start: 0 })),
        { reach: REACH, seed, isHalf: true },
      );
      const [end, start] = [(one!.solid as Cylinder).to, (other!.solid as Cylinder).from];
      expect((end[0] - start[0]) * 8 + (end[2] - start[2]) * 3).toBeGreaterThan(0);
    }
  });

  it('are the same for the same seed, and others for another', () => {
    const move = (seed: number) => perturb(MANY, { reach: REACH, seed, isHalf: true });
    expect(move(1)).toEqual(move(1));
    expect(move(1)).not.toEqual(move(2));
  });
});
