import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clipper, INSIDE } from '../../src/arrange/clip.ts';
import { findNeighbours } from '../../src/arrange/neighbours.ts';
import { piercer, piercings } from '../../src/arrange/pierce.ts';
import { convexes, EDGE, PLANE } from '../../src/convex/convexes.ts';
import { randomSolids, sceneOf } from '../random-solids.ts';

const scenes = randomSolids({ isFlat: false, parts: 1 }).map((solids) =>
  convexes(sceneOf(solids, undefined).placed, false),
);
const coordinate = fc.double({ min: -8, max: 30, noNaN: true });
const point = fc.tuple(coordinate, coordinate, coordinate);

describe('a line', () => {
  it('is clipped to what lies behind all planes of a solid', () => {
    fc.assert(
      fc.property(
        scenes,
        fc.array(fc.tuple(point, point), { minLength: 5, maxLength: 20 }),
        (solids, lines) => {
          const { clip, shares, planes: through } = clipper(solids);
          for (const [from, to] of lines) {
            const ends = Float64Array.from([...from, ...to]);
            for (let solid = 0; solid < solids.count; solid++) {
              // Liang's and Barsky's way, written down anew.
              let [enter, leave] = [0, 1];
              for (let plane = solids.firstPlane[solid]!; plane < solids.firstPlane[solid + 1]!; plane++) {
                const [p, q] = [from, to].map((end) => distance(solids.planes, plane, end)) as [
                  number,
                  number,
                ];
                if (p > q) enter = Math.max(enter, p / (p - q));
                else if (q > p) leave = Math.min(leave, p / (p - q));
                else if (p >= 0) leave = -1;
              }
              const isHit = clip(ends, 0, 3, solid);
              expect(isHit).toBe(enter < leave);
              if (!isHit) continue;
              expect(shares[0]).toBeCloseTo(enter, 9);
              expect(shares[1]).toBeCloseTo(leave, 9);
              expect(through[0] === INSIDE).toBe(enter === 0);
              expect(through[1] === INSIDE).toBe(leave === 1);
            }
          }
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe('a line through a ball', () => {
  it('is clipped to the last bit as by all of its facets, however many they are', () => {
    const share = fc.integer({ min: -2000, max: 2000 }).map((thousandths) => thousandths / 1000);
    // From far and near, grazing, and along or across the axis.
    const end = fc.tuple(
      fc.oneof(share, fc.constantFrom(0, 1, -1)),
      share,
      fc.oneof(share, fc.constantFrom(0)),
    );
    const sides = fc.integer({ min: 3, max: 70 });
    const balls = fc.record({
      radius: fc.double({ min: 0.5, max: 9, noNaN: true }),
      segments: sides,
      rings: sides,
    });
    fc.assert(
      fc.property(
        balls,
        fc.boolean(),
        fc.array(fc.tuple(end, end), { minLength: 20 }),
        (ball, isHalf, lines) => {
          const center = [3, isHalf ? 0 : 5, 7] as const;
          const solid = { kind: 'sphere', center, ...ball } as const;
          const solids = convexes([{ solid, rank: 0, start: 0 }], isHalf);
          const { clip, shares, planes: through } = clipper(solids);
          for (const line of lines) {
            const ends = line.map(([x, y, z]): [number, number, number] => [
              center[0] + ball.radius * x,
              center[1] + ball.radius * (isHalf ? Math.abs(y) : y),
              center[2] + ball.radius * z,
            ]);
            let [enter, leave, enterPlane, leavePlane] = [0, 1, INSIDE, INSIDE];
            for (let plane = 0; plane < solids.firstPlane[1]!; plane++) {
              const [p, q] = ends.map((point) => distance(solids.planes, plane, point)) as [number, number];
              if (p >= 0 && q >= 0) leave = -1;
              else if (p >= 0 && p / (p - q) > enter) [enter, enterPlane] = [p / (p - q), plane];
              else if (q >= 0 && p / (p - q) < leave) [leave, leavePlane] = [p / (p - q), plane];
            }
            const isHit = clip(Float64Array.from(ends.flat()), 0, 3, 0);
            expect(isHit).toBe(enter < leave);
            if (isHit) expect([...shares, ...through]).toEqual([enter, leave, enterPlane, leavePlane]);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('the piercings of a solid through another', () => {
  it('are its edges, each clipped', () => {
    fc.assert(
      fc.property(scenes, (solids) => {
        const clip = clipper(solids);
        const pierce = piercer(solids, clip);
        for (let solid = 0; solid < solids.count; solid++) {
          for (let other = 0; other < solids.count; other++) {
            if (solid === other) continue;
            const found = piercings();
            pierce(solid, other, found);
            let row = 0;
            for (let edge = solids.firstEdge[solid]!; edge < solids.firstEdge[solid + 1]!; edge++) {
              const [from, to] = [solids.edges[EDGE * edge]!, solids.edges[EDGE * edge + 1]!];
              const isHit = clip.clip(solids.points, 3 * from, 3 * to, other);
              const isFound = row < found.length && found.edges[row] === edge;
              if (!isHit && !isFound) continue;
              const [enter, leave] = isFound ? found.shares.subarray(2 * row, 2 * row + 2) : clip.shares;
              if (isHit && isFound) {
                expect(enter).toBeCloseTo(clip.shares[0]!, 9);
                expect(leave).toBeCloseTo(clip.shares[1]!, 9);
              } else {
                // What grazes a solid may be seen either way.
                expect(leave! - enter!).toBeLessThan(1e-9);
              }
              if (isFound) row++;
            }
            expect(row).toBe(found.length);
          }
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe('neighbours', () => {
  it('are all solids with an edge in another, and each is the other’s', () => {
    fc.assert(
      fc.property(scenes, (solids) => {
        const { first, of } = findNeighbours(solids);
        const near = (solid: number) => [...of.subarray(first[solid]!, first[solid + 1]!)];
        const pierce = piercer(solids, clipper(solids));
        for (let solid = 0; solid < solids.count; solid++) {
          for (const other of near(solid)) expect(near(other)).toContain(solid);
          for (let other = 0; other < solids.count; other++) {
            const found = piercings();
            if (other !== solid) pierce(solid, other, found);
            if (found.length > 0) expect(near(solid)).toContain(other);
          }
        }
      }),
      { numRuns: 50 },
    );
  });
});

function distance(planes: Float64Array, plane: number, [x, y, z]: readonly [number, number, number]): number {
  const [nx, ny, nz, at] = planes.subarray(PLANE * plane, PLANE * (plane + 1));
  return nx! * x + ny! * y + nz! * z - at!;
}
