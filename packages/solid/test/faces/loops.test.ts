import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bridgeHoles } from '../../src/faces/bridge.ts';
import type { FaceEdges } from '../../src/faces/face-edges.ts';
import { joinHoles } from '../../src/faces/holes.ts';
import { loopTracer } from '../../src/faces/loops.ts';
import { type FlatPoints, triangulator, turn } from '../../src/faces/triangulate.ts';
import { zip } from '../../src/faces/zip.ts';

type Point = readonly [x: number, y: number];
type Edge = readonly [from: number, to: number];

function flat(points: readonly Point[]): FlatPoints {
  return { x: Float64Array.from(points, ([x]) => x), y: Float64Array.from(points, ([, y]) => y) };
}

/** Edges of faces that all lie in one plane, seen from above. */
function edgesOf(faces: readonly (readonly Edge[])[]): FaceEdges {
  const ends = Int32Array.from(faces, (_, i) => faces.slice(0, i + 1).flat().length);
  return {
    count: faces.length,
    planes: new Int32Array(faces.length),
    arounds: new Int32Array(faces.length),
    starts: Int32Array.from(ends, (end, i) => end - faces[i]!.length),
    ends,
    froms: Int32Array.from(faces.flat(), ([from]) => from),
    tos: Int32Array.from(faces.flat(), ([, to]) => to),
  };
}

const ring = (...points: number[]): Edge[] =>
  points.map((point, i) => [point, points[(i + 1) % points.length]!]);

function trace(points: readonly Point[], edges: readonly Edge[]): number[][] {
  const { row, starts, count } = loopTracer(points.length)(flat(points), edgesOf([edges]), 0);
  return Array.from({ length: count }, (_, n) => [...row.subarray(starts[n]!, starts[n + 1]!)]);
}

const FROM_ABOVE = Float64Array.of(0, 0, 1, 0);

describe('the edges of a face', () => {
  it('are joined to loops, in whatever order they come', () => {
    const all = [...ring(0, 1, 2, 3), ...ring(4, 5, 6)];
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (edges) => {
        const points = Array.from({ length: 7 }, (_, i): Point => [i * i, i]);
        const loops = trace(points, edges).map((loop) => loop.toSorted((a, b) => a - b).join());
        expect(loops.toSorted()).toEqual(['0,1,2,3', '4,5,6']);
      }),
    );
  });

  it('that touch in a point are loops that do not cross there', () => {
    // Two squares with a corner in common.
    const points: Point[] = [
      [0, 0],
      [-2, 0],
      [-2, -2],
      [0, -2],
      [2, 0],
      [2, 2],
      [0, 2],
    ];
    const loops = trace(points, [...ring(0, 1, 2, 3), ...ring(0, 4, 5, 6)]);
    expect(loops.map((loop) => loop.length)).toEqual([4, 4]);
  });

  it('that lead there and back go', () => {
    const points: Point[] = [
      [0, 0],
      [4, 0],
      [4, 4],
      [9, 9],
    ];
    expect(trace(points, [...ring(0, 1, 2), [2, 3], [3, 2]])).toEqual([[0, 1, 2]]);
    expect(
      trace(points, [
        [0, 1],
        [1, 0],
      ]),
    ).toEqual([]);
  });
});

describe('holes of a face', () => {
  const square = (x: number, y: number, size: number): Point[] => [
    [x, y],
    [x + size, y],
    [x + size, y + size],
    [x, y + size],
  ];
  const BIG = 1000;

  it('are bridged, and what is cut into triangles has the area that is left', () => {
    const place = fc.integer({ min: 0, max: 8 });
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(place, place), { selector: String, minLength: 1, maxLength: 9 }),
        (holes) => {
          const points = [
            ...square(0, 0, BIG),
            ...holes.flatMap(([x, y]) => square(100 * x + 20, 100 * y + 30, 70)),
          ];
          const flatPoints = flat(points);
          const edges = [
            ring(0, 1, 2, 3),
            ...holes.map((_, i) => ring(...[7, 6, 5, 4].map((k) => 4 * i + k))),
          ].flat();
          const loops = loopTracer(points.length)(flatPoints, edgesOf([edges]), 0);
          const rings = joinHoles(flatPoints, loops)!;
          expect(rings).toHaveLength(1);
          let area = 0;
          let least = Infinity;
          triangulator()(flatPoints, rings[0]!, 0, rings[0]!.length, (a, b, c) => {
            area += turn(flatPoints, a, b, c);
            least = Math.min(least, turn(flatPoints, a, b, c));
          });
          expect(area).toBe(2 * (BIG ** 2 - holes.length * 70 ** 2));
          expect(least).toBeGreaterThan(0);
        },
      ),
    );
  });

  it('belong to the loop around them, and to none if there is none', () => {
    const points = [...square(0, 0, 100), ...square(200, 0, 100), ...square(210, 10, 50)];
    const tracer = loopTracer(points.length);
    const rings = joinHoles(
      flat(points),
      tracer(flat(points), edgesOf([[...ring(0, 1, 2, 3), ...ring(4, 5, 6, 7), ...ring(11, 10, 9, 8)]]), 0),
    );
    expect(rings?.map(({ length }) => length)).toEqual([4, 10]);
    expect(
      joinHoles(
        flat(points),
        tracer(flat(points), edgesOf([[...ring(0, 1, 2, 3), ...ring(11, 10, 9, 8)]]), 0),
      ),
    ).toBeUndefined();
  });

  it('have no bridge through a side', () => {
    const points = [...square(0, 0, 100), ...square(40, 40, 10)];
    const loops = loopTracer(points.length)(
      flat(points),
      edgesOf([[...ring(0, 1, 2, 3), ...ring(7, 6, 5, 4)]]),
      0,
    );
    const bridged = bridgeHoles(flat(points), loops, { from: 0, to: 4 }, [{ from: 4, to: 8 }])!;
    const bridges = bridged.filter((_, i) => bridged[i]! < 4 !== bridged[(i + 1) % bridged.length]! < 4);
    expect(bridges).toHaveLength(2);
    expect(bridged).toHaveLength(10);
  });
});

describe('edges of a face that pass over its corners', () => {
  // A strip without width along y = 0, between two squares: one side has a corner that the other lacks.
  const points = [
    [0, 0],
    [6000, 1],
    [10_000, 0],
    [10_000, 9000],
    [0, 9000],
    [10_000, -9000],
    [0, -9000],
  ] as const;
  const lattice = Int32Array.from(points.flatMap(([x, y]) => [x, y, 0]));
  const strip = ring(0, 1, 2);
  const above: Edge[] = ring(0, 2, 3, 4);
  const below: Edge[] = ring(1, 0, 6, 5, 2);
  const edges = edgesOf([strip.map(([a, b]) => [b, a]), above, below]);

  it('are cut there, in all faces', () => {
    const zipped = zip(edges, lattice, FROM_ABOVE, [0])!;
    expect(zipped.changed).toEqual([0, 1]);
    const of = (face: number) =>
      Array.from({ length: zipped.edges.ends[face]! - zipped.edges.starts[face]! }, (_, i) => {
        const at = zipped.edges.starts[face]! + i;
        return [zipped.edges.froms[at]!, zipped.edges.tos[at]!];
      });
    expect(of(1)).toEqual([
      [0, 1],
      [1, 2],
      [2, 3],
      [3, 4],
      [4, 0],
    ]);
    expect(of(2)).toEqual(below);
    // Nothing is left of the strip.
    expect(loopTracer(7)(flat(points), zipped.edges, 0).count).toBe(0);
    expect(zip(zipped.edges, lattice, FROM_ABOVE, [0, 1, 2])).toBeUndefined();
  });

  it('are let be where no corner is near', () => {
    expect(zip(edges, lattice, FROM_ABOVE, [1, 2])).toBeUndefined();
  });
});
