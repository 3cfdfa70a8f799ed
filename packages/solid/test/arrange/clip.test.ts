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
              if (!clip.clip(solids.points, 3 * from, 3 * to, other)) continue;
              // What grazes a solid may be seen either way.
              if (clip.shares[1]! - clip.shares[0]! < 1e-9 && found.edges[row] !== edge) continue;
              expect(found.edges[row]).toBe(edge);
              expect(found.shares[2 * row]).toBeCloseTo(clip.shares[0]!, 9);
              expect(found.shares[2 * row + 1]).toBeCloseTo(clip.shares[1]!, 9);
              row++;
            }
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
