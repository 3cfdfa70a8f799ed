import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkMesh, type Mesh, type MeshReport, tessellate, volume, weldMesh } from '../../src/index.ts';
import { findPieces } from '../../src/internal.ts';

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

/** Any triangles among few vertices in few places, so that everything that can be wrong is. */
const tangles: fc.Arbitrary<Mesh> = fc
  .integer({ min: 1, max: 12 })
  .chain((vertices) =>
    fc.record({
      positions: fc.array(fc.constantFrom(0, -0, 1, -1, 0.5, Number.NaN, Infinity, 1e-45), {
        minLength: 3 * vertices,
        maxLength: 3 * vertices,
      }),
      triangles: fc.array(fc.array(fc.nat(vertices - 1), { minLength: 3, maxLength: 3 }), { maxLength: 30 }),
    }),
  )
  .map(({ positions, triangles }) => ({
    positions: Float32Array.from(positions),
    indices: Uint32Array.from(triangles.flat()),
  }));

/** What `weldMesh` does, in plain words. */
function naiveWeld({ positions, indices }: Mesh): Mesh {
  const keys = Array.from({ length: positions.length / 3 }, (_, i) =>
    [...positions.subarray(3 * i, 3 * i + 3)].map((value) => value + 0).join(),
  );
  const places = [...new Set(keys)];
  return {
    positions: Float32Array.from(places.flatMap((key) => key.split(',').map(Number))),
    indices: indices.map((index) => places.indexOf(keys[index]!)),
  };
}

/** What `checkMesh` counts, in plain words. */
function naiveReport(mesh: Mesh): Partial<MeshReport> {
  const triangles = Array.from({ length: mesh.indices.length / 3 }, (_, i) => corners(mesh, i));
  const uses = new Map<string, [from: number, to: number][]>();
  for (const [a, b, c] of triangles) {
    for (const edge of [
      [a, b],
      [b, c],
      [c, a],
    ] as [number, number][]) {
      const key = edge.toSorted((from, to) => from - to).join();
      uses.set(key, [...(uses.get(key) ?? []), edge]);
    }
  }
  const count = (isSo: (use: [number, number][]) => boolean) => [...uses.values()].filter(isSo).length;
  const rises = ([from, to]: [number, number]) => from < to;
  const isWhole = (triangle: number) => new Set(triangles[triangle]).size === 3;
  let pieces = triangles.flatMap((_, i) => (isWhole(i) ? [new Set([i])] : []));
  const join = (pair: number[]) => {
    const joined = pieces.filter((piece) => pair.some((triangle) => piece.has(triangle)));
    pieces = [
      ...pieces.filter((piece) => !joined.includes(piece)),
      new Set(joined.flatMap((piece) => [...piece])),
    ];
  };
  for (const key of uses.keys()) {
    const runs = (from: number, to: number) =>
      triangles.flatMap(([a, b, c], i) =>
        isWhole(i) && [`${a},${b}`, `${b},${c}`, `${c},${a}`].includes(`${from},${to}`) ? [i] : [],
      );
    const [low, high] = key.split(',').map(Number) as [number, number];
    const [up, down] = [runs(low, high), runs(high, low)];
    const paired = Math.min(up.length, down.length);
    for (let i = 0; i < paired; i++) join([up[i]!, down[i]!]);
    const rest = [...up, ...down].filter((_, i) => i >= paired && (i < up.length || i >= up.length + paired));
    for (let i = 0; i + 1 < rest.length; i += 2) join([rest[i]!, rest[i + 1]!]);
  }
  return {
    triangles: triangles.length,
    openEdges: count((use) => use.length === 1),
    crowdedEdges: count((use) => use.length > 2),
    reversedEdges: count((use) => use.length === 2 && rises(use[0]!) === rises(use[1]!)),
    repeatedVertices: (mesh.positions.length - naiveWeld(mesh).positions.length) / 3,
    components: pieces.length,
    volume: volume(mesh),
  };
}

describe('checkMesh', () => {
  it('counts what a plain count finds, whatever the mesh', () => {
    fc.assert(
      fc.property(fc.oneof(tangles, meshes), (mesh) => {
        expect(checkMesh(mesh)).toMatchObject(naiveReport(mesh));
        expect(checkMesh(weldMesh(mesh))).toMatchObject(naiveReport(naiveWeld(mesh)));
      }),
      { numRuns: 1000 },
    );
  });

  it('counts an edge once, however many triangles share it', () => {
    for (const uses of [3, 65_535, 65_536, 65_537, 200_000]) {
      const positions = Float32Array.from({ length: 3 * (uses + 2) }, (_, i) => i);
      const fan = Uint32Array.from({ length: 3 * uses }, (_, i) => (i % 3 === 2 ? 2 + (i - 2) / 3 : i % 3));
      const report = {
        openEdges: 2 * uses,
        crowdedEdges: 1,
        reversedEdges: 0,
        components: Math.ceil(uses / 2),
      };
      expect(checkMesh({ positions, indices: fan })).toMatchObject(report);
      expect(checkMesh({ positions, indices: fan.toReversed() })).toMatchObject(report);
    }
  });

  it('finds no fault in a closed mesh, and counts it', () => {
    expect(checkMesh(CUBE)).toMatchObject({ ...SOUND, triangles: 12, components: 1, closed: true });
    expect(checkMesh(CUBE).volume).toBeCloseTo(4, 5);
    expect(checkMesh(BALL)).toMatchObject({ ...SOUND, triangles: 120, components: 1, closed: true });
  });

  it('counts pieces', () => {
    expect(checkMesh(join(CUBE, BALL))).toMatchObject({ ...SOUND, components: 2, closed: true });
    expect(checkMesh({ ...CUBE, indices: CUBE.indices.slice(0, 3) }).components).toBe(1);
  });

  it('tells pieces apart that touch in a vertex, and in an edge', () => {
    const first = 3 * CUBE.indices[0]!;
    const second = 3 * CUBE.indices[1]!;
    // Turned about a vertex, and about an edge.
    const about = (mesh: Mesh, ...vertices: number[]) => {
      const middle = (axis: number) =>
        vertices.reduce((sum, vertex) => sum + mesh.positions[vertex + axis]! / vertices.length, 0);
      return { ...mesh, positions: mesh.positions.map((value, i) => 2 * middle(i % 3) - value) };
    };
    const turned = (mesh: Mesh) => ({ ...mesh, indices: mesh.indices.toReversed() });
    const inVertex = weldMesh(join(CUBE, turned(about(CUBE, first))));
    expect(checkMesh(inVertex)).toMatchObject({ ...SOUND, components: 2, closed: true });
    const inEdge = weldMesh(join(CUBE, turned(about(CUBE, first, second))));
    expect(checkMesh(inEdge)).toMatchObject({ crowdedEdges: 1, components: 2, closed: false });
    expect(findPieces(inEdge)).toEqual({
      count: 2,
      numbers: Uint32Array.from({ length: 24 }, (_, triangle) => Math.floor(triangle / 12)),
    });
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
    // Welded, the edge that they share has four triangles, two of either.
    expect(checkMesh(weldMesh(touching))).toMatchObject({
      ...SOUND,
      crowdedEdges: 1,
      components: 2,
      closed: false,
    });
  });
});

describe('weldMesh', () => {
  it('gives what a plain search for equal coordinates gives, to the bit', () => {
    fc.assert(
      fc.property(fc.oneof(tangles, meshes), (mesh) => {
        expect(weldMesh(mesh)).toStrictEqual(naiveWeld(mesh));
      }),
      { numRuns: 1000 },
    );
  });

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

  it('takes no longer for places that were made to have one hash', { timeout: 20_000 }, () => {
    const bits = new Uint32Array(3 * 400_000);
    for (let i = 0; i < bits.length; i += 3) {
      bits[i] = 0x3f80_0000 + i;
      // As `weldMesh` hashes x and y. It adds z to that, so z can make up for any x.
      let mixed = Math.imul(bits[i]!, 0x9e3779b1);
      mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca77);
      bits[i + 2] = 0x1234_5678 - (mixed ^ (mixed >>> 13));
    }
    const mesh: Mesh = { positions: new Float32Array(bits.buffer), indices: Uint32Array.of(0, 1, 2) };
    expect(weldMesh(mesh).positions.length).toBe(mesh.positions.length);
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

  it('takes all that is no number for the same, whatever its bits', () => {
    const bits = Uint32Array.of(0x7fc00000, 0, 0, 0x7fc00001, 0, 0, 0xffc00000, 0, 0);
    const mesh: Mesh = { positions: new Float32Array(bits.buffer), indices: Uint32Array.of(0, 1, 2) };
    expect(weldMesh(mesh)).toStrictEqual({
      positions: Float32Array.of(Number.NaN, 0, 0),
      indices: Uint32Array.of(0, 0, 0),
    });
  });
});
