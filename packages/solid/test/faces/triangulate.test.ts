import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { triangulator, turn } from '../../src/faces/triangulate.ts';

type Point = readonly [x: number, y: number];

function cut(polygon: readonly Point[]) {
  const points = {
    x: Float64Array.from(polygon, ([x]) => x),
    y: Float64Array.from(polygon, ([, y]) => y),
  };
  const triangles: [number, number, number][] = [];
  const row = Int32Array.from(polygon.keys());
  triangulator()(points, row, 0, row.length, (a, b, c) => triangles.push([a, b, c]));
  return { points, triangles };
}

/** Two fewer triangles than corners, which have the polygon's sides and pass every other edge once in each direction. */
function expectWhole(corners: number, triangles: readonly (readonly number[])[]) {
  expect(triangles).toHaveLength(corners - 2);
  const balance = new Map<string, number>();
  const pass = (from: number, to: number) => {
    const [key, way] = from < to ? [`${from} ${to}`, 1] : [`${to} ${from}`, -1];
    balance.set(key, (balance.get(key) ?? 0) + way);
  };
  for (let i = 0; i < corners; i++) pass((i + 1) % corners, i);
  for (const [a, b, c] of triangles) {
    pass(a!, b!);
    pass(b!, c!);
    pass(c!, a!);
  }
  expect([...balance.values()].every((value) => value === 0)).toBe(true);
}

function areaOf(polygon: readonly Point[]): number {
  return polygon.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = polygon[(i + 1) % polygon.length]!;
    return sum + x * nextY - nextX * y;
  }, 0);
}

/** Polygons around a middle, with dents and with corners on straight sides. */
const simple = fc
  .array(fc.tuple(fc.integer({ min: 2, max: 100 }), fc.boolean()), { minLength: 3, maxLength: 80 })
  .map((row): Point[] => {
    const corners = row.map(([radius], i): Point => {
      const angle = (2 * Math.PI * i) / row.length;
      return [Math.round(1e4 * radius * Math.cos(angle)), Math.round(1e4 * radius * Math.sin(angle))];
    });
    return corners.flatMap(([x, y], i): Point[] => {
      const [nextX, nextY] = corners[(i + 1) % corners.length]!;
      const isEven = (x + nextX) % 2 === 0 && (y + nextY) % 2 === 0;
      return row[i]![1] && isEven
        ? [
            [x, y],
            [(x + nextX) / 2, (y + nextY) / 2],
          ]
        : [[x, y]];
    });
  });

describe('a polygon', () => {
  it('is cut into triangles that all run its way and have an area, with all corners kept', () => {
    fc.assert(
      fc.property(simple, (polygon) => {
        const { points, triangles } = cut(polygon);
        expectWhole(polygon.length, triangles);
        const areas = triangles.map(([a, b, c]) => turn(points, a, b, c));
        expect(Math.min(...areas)).toBeGreaterThan(0);
        expect(areas.reduce((sum, area) => sum + area, 0)).toBe(areaOf(polygon));
      }),
      { numRuns: 300 },
    );
  });

  it('is cut whole even if it crosses itself or has no area', () => {
    const coordinate = fc.integer({ min: -3, max: 3 });
    fc.assert(
      fc.property(fc.array(fc.tuple(coordinate, coordinate), { minLength: 3, maxLength: 20 }), (polygon) => {
        const { points, triangles } = cut(polygon);
        expectWhole(polygon.length, triangles);
        expect(triangles.reduce((sum, [a, b, c]) => sum + turn(points, a, b, c), 0)).toBe(
          areaOf(polygon) + 0,
        );
      }),
      { numRuns: 300 },
    );
  });

  it('has few triangles at each corner, however many corners, if it is convex', () => {
    const many = Array.from({ length: 1000 }, (_, i): Point => {
      const angle = (2 * Math.PI * i) / 1000;
      return [Math.round(1e7 * Math.cos(angle)), Math.round(1e7 * Math.sin(angle))];
    });
    const counts = new Map<number, number>();
    for (const corner of cut(many).triangles.flat()) counts.set(corner, (counts.get(corner) ?? 0) + 1);
    expect(Math.max(...counts.values())).toBeLessThanOrEqual(3);
  });

  it('with fewer than three corners has no triangles', () => {
    expect(
      cut([
        [0, 0],
        [1, 1],
      ]).triangles,
    ).toEqual([]);
  });
});
