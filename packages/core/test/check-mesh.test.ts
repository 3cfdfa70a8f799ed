import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkMesh, type Mesh, tessellate, weldMesh } from '../src/index.ts';

const CUBE = tessellate({ kind: 'cylinder', from: [0, 0, 0], to: [0, 0, 2], radius: 1, segments: 4 });
const BALL = tessellate({ kind: 'sphere', center: [5, 0, 0], radius: 2, segments: 12, rings: 6 });
const SOUND = {
  openEdges: 0,
  crowdedEdges: 0,
  reversedEdges: 0,
  degenerateTriangles: 0,
  repeatedVertices: 0,
  strayIndices: 0,
};

const meshes = fc.constantFrom(CUBE, BALL);
/** A mesh and the number of one of its triangles. */
const chosen = meshes.chain((mesh) =>
  fc.record({ mesh: fc.constant(mesh), triangle: fc.nat(mesh.indices.length / 3 - 1) }),
);

function corners({ indices }: Mesh, triangle: number): [number, number, number] {
  return [...indices.subarray(3 * triangle, 3 * triangle + 3)] as [number, number, number];
}

function withIndices(mesh: Mesh, change: (indices: number[]) => void): Mesh {
  const indices = [...mesh.indices];
  change(indices);
  return { ...mesh, indices: Uint32Array.from(indices) };
}

function join(...parts: readonly Mesh[]): Mesh {
  const positions: number[] = [];
  const indices: number[] = [];
  for (const part of parts) {
    const first = positions.length / 3;
    positions.push(...part.positions);
    indices.push(...part.indices.map((index) => index + first));
  }
  return { positions: Float32Array.from(positions), indices: Uint32Array.from(indices) };
}

describe('checkMesh', () => {
  it('finds no fault in a closed mesh, and counts it', () => {
    expect(checkMesh(CUBE)).toMatchObject({ ...SOUND, triangles: 12, components: 1, closed: true });
    expect(checkMesh(CUBE).volume).toBeCloseTo(4, 5);
    expect(checkMesh(BALL)).toMatchObject({ ...SOUND, triangles: 120, components: 1, closed: true });
  });

  it('counts pieces', () => {
    expect(checkMesh(join(CUBE, BALL))).toMatchObject({ ...SOUND, components: 2, closed: true });
    expect(checkMesh({ ...CUBE, indices: CUBE.indices.slice(0, 3) }).components).toBe(1);
  });

  it('catches a flipped triangle', () => {
    fc.assert(
      fc.property(chosen, ({ mesh, triangle }) => {
        const [a, b, c] = corners(mesh, triangle);
        const broken = withIndices(mesh, (indices) => indices.splice(3 * triangle, 3, a, c, b));
        expect(checkMesh(broken)).toMatchObject({ ...SOUND, reversedEdges: 3, closed: false });
      }),
    );
  });

  it('catches a missing triangle', () => {
    fc.assert(
      fc.property(chosen, ({ mesh, triangle }) => {
        const broken = withIndices(mesh, (indices) => indices.splice(3 * triangle, 3));
        expect(checkMesh(broken)).toMatchObject({ ...SOUND, openEdges: 3, closed: false });
      }),
    );
  });

  it('catches a triangle that is there twice', () => {
    fc.assert(
      fc.property(chosen, ({ mesh, triangle }) => {
        const broken = withIndices(mesh, (indices) => indices.push(...corners(mesh, triangle)));
        expect(checkMesh(broken)).toMatchObject({ ...SOUND, crowdedEdges: 3, closed: false });
      }),
    );
  });

  it('catches a triangle and its own back', () => {
    fc.assert(
      fc.property(chosen, ({ mesh, triangle }) => {
        const broken = withIndices(mesh, (indices) => indices.push(...corners(mesh, triangle).toReversed()));
        expect(checkMesh(broken)).toMatchObject({ ...SOUND, crowdedEdges: 3, closed: false });
      }),
    );
  });

  it('catches a vertex that two triangles no longer share', () => {
    fc.assert(
      fc.property(chosen, fc.nat(2), ({ mesh, triangle }, corner) => {
        const copied = mesh.indices[3 * triangle + corner]!;
        const broken: Mesh = {
          positions: Float32Array.of(
            ...mesh.positions,
            ...mesh.positions.subarray(3 * copied, 3 * copied + 3),
          ),
          indices: mesh.indices.with(3 * triangle + corner, mesh.positions.length / 3),
        };
        expect(checkMesh(broken)).toMatchObject({
          ...SOUND,
          openEdges: 4,
          repeatedVertices: 1,
          closed: false,
        });
        expect(checkMesh(weldMesh(broken))).toMatchObject({ ...SOUND, closed: true });
      }),
    );
  });

  it('catches a triangle without area, by its numbers or by its coordinates', () => {
    const repeated = withIndices(CUBE, (indices) => indices.push(0, 0, 1));
    expect(checkMesh(repeated)).toMatchObject({ degenerateTriangles: 1, closed: false });

    // Vertex 1 onto the edge between its neighbours: all edges still match.
    const flat: Mesh = {
      positions: Float32Array.of(0, 0, 0, 1, 0, 0, 2, 0, 0, 0, 2, 0, 0, 0, 2),
      indices: Uint32Array.of(0, 2, 1, 0, 3, 2, 0, 4, 3, 2, 3, 4, 0, 1, 4, 1, 2, 4),
    };
    expect(checkMesh(flat)).toMatchObject({ ...SOUND, degenerateTriangles: 1, closed: false });
    expect(checkMesh({ ...flat, positions: flat.positions.with(4, -1) })).toMatchObject({
      ...SOUND,
      closed: true,
    });
  });

  it('catches a number beyond the last vertex', () => {
    fc.assert(
      fc.property(chosen, fc.nat(2), fc.nat(1000), ({ mesh, triangle }, corner, beyond) => {
        const broken: Mesh = {
          ...mesh,
          indices: mesh.indices.with(3 * triangle + corner, mesh.positions.length / 3 + beyond),
        };
        expect(checkMesh(broken)).toMatchObject({ strayIndices: 1, closed: false });
      }),
    );
  });

  it('catches a mesh that is inside out', () => {
    for (const mesh of [CUBE, BALL]) {
      const report = checkMesh({ ...mesh, indices: mesh.indices.toReversed() });
      expect(report).toMatchObject({ ...SOUND, closed: false });
      expect(report.volume).toBeCloseTo(-checkMesh(mesh).volume, 5);
    }
  });

  it('catches a coordinate that is no number, and a mesh of nothing', () => {
    expect(checkMesh({ ...CUBE, positions: CUBE.positions.with(4, Number.NaN) }).closed).toBe(false);
    expect(checkMesh({ ...CUBE, positions: CUBE.positions.with(4, Infinity) }).closed).toBe(false);
    expect(checkMesh({ positions: new Float32Array(), indices: new Uint32Array() })).toMatchObject({
      ...SOUND,
      triangles: 0,
      components: 0,
      closed: false,
    });
  });

  it('counts a vertex that lies on another, which is no fault by itself', () => {
    const touching = join(CUBE, {
      ...CUBE,
      positions: CUBE.positions.map((value, i) => (i % 3 ? value : value + 2)),
    });
    expect(checkMesh(touching)).toMatchObject({ ...SOUND, repeatedVertices: 2, components: 2, closed: true });
    // Welded, the edge that they share has four triangles.
    expect(checkMesh(weldMesh(touching))).toMatchObject({
      ...SOUND,
      crowdedEdges: 1,
      components: 1,
      closed: false,
    });
  });
});

describe('weldMesh', () => {
  it('makes a closed mesh of loose triangles, as an STL has them', () => {
    for (const mesh of [CUBE, BALL]) {
      const positions = Float32Array.from(
        [...mesh.indices].flatMap((index) => [...mesh.positions.subarray(3 * index, 3 * index + 3)]),
      );
      const loose: Mesh = { positions, indices: Uint32Array.from(mesh.indices.keys()) };
      expect(checkMesh(loose).openEdges).toBe(mesh.indices.length);
      const welded = weldMesh(loose);
      expect(checkMesh(welded)).toMatchObject({
        ...checkMesh(mesh),
        volume: expect.closeTo(checkMesh(mesh).volume, 5),
      });
      expect(welded.positions).toHaveLength(mesh.positions.length);
    }
  });

  it('leaves a mesh without repeated vertices as it is, and its input alone', () => {
    const before = structuredClone(BALL);
    expect(weldMesh(BALL)).toStrictEqual(before);
    expect(BALL).toStrictEqual(before);
  });

  it('takes -0 for 0', () => {
    const mesh: Mesh = { positions: Float32Array.of(-0, 1, 2, 0, 1, 2), indices: Uint32Array.of(0, 1, 0) };
    expect(weldMesh(mesh)).toStrictEqual({
      positions: Float32Array.of(0, 1, 2),
      indices: Uint32Array.of(0, 0, 0),
    });
  });
});
