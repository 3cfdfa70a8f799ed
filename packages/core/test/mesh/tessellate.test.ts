import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Cylinder,
  checkMesh,
  layout,
  type Mesh,
  parseNetworkSpec,
  type Sphere,
  tessellate,
  type Vec3,
  volume,
} from '../../src/index.ts';
import { circleSegments, partSolids, sphereRings, triangleCount } from '../../src/internal.ts';
import { circles, cylinders, networkInputs, spheres } from '../arbitraries.ts';

const byTolerance = (radius: number, tolerance: number) => circleSegments(radius, { tolerance });
const anySphere = spheres(byTolerance);
const anyCylinder = cylinders(byTolerance);
const starts = fc.constantFrom<0 | 0.5>(0, 0.5);

/** What rounding to float32 can move a point of a mesh by. */
function rounding({ positions }: Mesh): number {
  return positions.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0) * 2 ** -23;
}

function vertex({ positions }: Mesh, i: number): Vec3 {
  return [positions[3 * i]!, positions[3 * i + 1]!, positions[3 * i + 2]!];
}

function vertices(mesh: Mesh): Vec3[] {
  return Array.from({ length: mesh.positions.length / 3 }, (_, i) => vertex(mesh, i));
}

function minus(a: Vec3, b: Vec3): Vec3 {
  return [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
}

function dot(a: Vec3, b: Vec3): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

function cross(a: Vec3, b: Vec3): Vec3 {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}

/** How far a point is from a cylinder's axis, and how far along it from `from`. */
function polar({ from, to }: Cylinder, point: Vec3): { radius: number; height: number } {
  const axis = minus(to, from);
  const length = Math.hypot(...axis);
  const offset = minus(point, from);
  return { radius: Math.hypot(...cross(axis, offset)) / length, height: dot(axis, offset) / length };
}

describe('a sphere', () => {
  it('is closed, right side out, and has the triangles that triangleCount says', () => {
    fc.assert(
      fc.property(anySphere, (sphere) => {
        const mesh = tessellate(sphere);
        const { closed, components, repeatedVertices, triangles } = checkMesh(mesh);
        expect({ closed, components, repeatedVertices }).toStrictEqual({
          closed: true,
          components: 1,
          repeatedVertices: 0,
        });
        expect(triangles).toBe(2 * sphere.segments * (sphere.rings - 1));
        expect(triangleCount(sphere)).toBe(triangles);
      }),
    );
  });

  it('has every vertex on its surface, its poles straight above and below its centre', () => {
    fc.assert(
      fc.property(anySphere, (sphere) => {
        const mesh = tessellate(sphere);
        const slack = 2 * rounding(mesh);
        for (const point of vertices(mesh)) {
          expect(Math.abs(Math.hypot(...minus(point, sphere.center)) - sphere.radius)).toBeLessThanOrEqual(
            slack,
          );
        }
        const [x, y, z] = sphere.center.map((value) => Math.fround(value) + 0);
        const poles = [vertex(mesh, 0), vertex(mesh, mesh.positions.length / 3 - 1)];
        expect(poles.map((pole) => pole.slice(0, 2).map((value) => value + 0))).toStrictEqual([
          [x, y],
          [x, y],
        ]);
        expect(Math.abs(poles[0]![2] - z! - sphere.radius)).toBeLessThanOrEqual(slack);
        expect(Math.abs(poles[1]![2] - z! + sphere.radius)).toBeLessThanOrEqual(slack);
      }),
    );
  });

  it('lies within the tolerance along its circles and within twice that on its faces', () => {
    fc.assert(
      fc.property(circles, ({ radius, tolerance }) => {
        const resolution = { tolerance };
        const segments = circleSegments(radius, resolution);
        const rings = sphereRings(radius, resolution);
        const mesh = tessellate({ kind: 'sphere', center: [0, 0, 0], radius, segments, rings });
        const slack = 2 * rounding(mesh);
        for (let i = 0; i < mesh.indices.length; i += 3) {
          const [a, b, c] = [0, 1, 2].map((corner) => vertex(mesh, mesh.indices[i + corner]!)) as [
            Vec3,
            Vec3,
            Vec3,
          ];
          // A face is deepest in the middle of its quad, which is the middle of an edge of both its triangles.
          for (const [from, to] of [
            [a, b],
            [b, c],
            [c, a],
          ] as const) {
            const middle = Math.hypot((from[0] + to[0]) / 2, (from[1] + to[1]) / 2, (from[2] + to[2]) / 2);
            const onCircle = from[2] === to[2];
            expect(middle).toBeGreaterThanOrEqual(radius - (onCircle ? tolerance : 2 * tolerance) - slack);
          }
        }
      }),
      { numRuns: 50 },
    );
  });

  it('of the seed has 19,800 triangles', () => {
    const sphere: Sphere = { kind: 'sphere', center: [0, 0, 0], radius: 2, segments: 100, rings: 100 };
    expect(triangleCount(sphere)).toBe(19_800);
    expect(tessellate(sphere).indices).toHaveLength(3 * 19_800);
  });

  it('with the fewest rings is a bipyramid of known volume', () => {
    const mesh = tessellate({ kind: 'sphere', center: [0, 0, 0], radius: 3, segments: 4, rings: 2 });
    // An octahedron: 4 r³ / 3.
    expect(volume(mesh)).toBeCloseTo(36, 5);
  });
});

describe('a cylinder', () => {
  it('is closed, right side out, and has the triangles that triangleCount says', () => {
    fc.assert(
      fc.property(anyCylinder, starts, (cylinder, start) => {
        const mesh = tessellate(cylinder, { start });
        const { closed, components, repeatedVertices, triangles } = checkMesh(mesh);
        expect({ closed, components, repeatedVertices }).toStrictEqual({
          closed: true,
          components: 1,
          repeatedVertices: 0,
        });
        expect(triangles).toBe(4 * cylinder.segments - 4);
        expect(triangleCount(cylinder)).toBe(triangles);
      }),
      { numRuns: 300 },
    );
  });

  it('has every vertex on the rim of one of its ends', () => {
    fc.assert(
      fc.property(anyCylinder, starts, (cylinder, start) => {
        const mesh = tessellate(cylinder, { start });
        const slack = 2 * rounding(mesh);
        const length = Math.hypot(...minus(cylinder.to, cylinder.from));
        vertices(mesh).forEach((point, i) => {
          const { radius, height } = polar(cylinder, point);
          expect(Math.abs(radius - cylinder.radius)).toBeLessThanOrEqual(slack);
          expect(Math.abs(height - (i < cylinder.segments ? 0 : length))).toBeLessThanOrEqual(slack);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('lies within the tolerance', () => {
    fc.assert(
      fc.property(circles, anyCylinder, starts, ({ radius, tolerance }, placed, start) => {
        const cylinder = { ...placed, radius, segments: byTolerance(radius, tolerance) };
        const mesh = tessellate(cylinder, { start });
        const slack = 2 * rounding(mesh);
        for (let i = 0; i < cylinder.segments; i++) {
          const [a, b] = [vertex(mesh, i), vertex(mesh, (i + 1) % cylinder.segments)];
          const side = polar(cylinder, [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2, (a[2] + b[2]) / 2]);
          expect(side.radius).toBeGreaterThanOrEqual(radius - tolerance - slack);
        }
      }),
    );
  });

  it('in the plane of the network is its own mirror image, to the last bit, from either start', () => {
    const heights = fc.double({ min: -50, max: 50, noNaN: true });
    const segments = fc.integer({ min: 3, max: 60 });
    fc.assert(
      fc.property(
        fc.tuple(heights, heights, heights, heights),
        segments,
        starts,
        ([x, z, u, w], sides, start) => {
          fc.pre(Math.hypot(u - x, w - z) > 0.01);
          const cylinder: Cylinder = {
            kind: 'cylinder',
            from: [x, 0, z],
            to: [u, 0, w],
            radius: 1,
            segments: sides,
          };
          const points = vertices(tessellate(cylinder, { start }));
          const texts = (list: readonly Vec3[]) =>
            list.map(([px, py, pz]) => `${px} ${py + 0} ${pz}`).toSorted();
          const mirrored = points.map(([px, py, pz]): Vec3 => [px, -py, pz]);
          expect(texts(mirrored)).toStrictEqual(texts(points));
        },
      ),
    );
  });

  it('starts in the plane of the network, or half a side beside it on request', () => {
    const cylinder: Cylinder = { kind: 'cylinder', from: [0, 5, 0], to: [0, 5, 9], radius: 2, segments: 4 };
    expect(vertex(tessellate(cylinder), 0)).toStrictEqual([2, 5, 0]);
    const [x, y] = vertex(tessellate(cylinder, { start: 0.5 }), 0);
    expect(x).toBeCloseTo(Math.SQRT2, 6);
    expect(y).toBeCloseTo(5 + Math.SQRT2, 6);
  });

  it('of the seed has 396 triangles', () => {
    const cylinder: Cylinder = {
      kind: 'cylinder',
      from: [0, 0, -8],
      to: [16, 0, -20],
      radius: 0.5,
      segments: 100,
    };
    expect(triangleCount(cylinder)).toBe(396);
    expect(tessellate(cylinder).indices).toHaveLength(3 * 396);
  });

  it('with few sides is a prism of known volume', () => {
    const mesh = tessellate({ kind: 'cylinder', from: [1, 2, 3], to: [1, 2, 13], radius: 2, segments: 4 });
    // A square of diagonal 4, ten high.
    expect(volume(mesh)).toBeCloseTo(80, 4);
  });
});

describe('the solids of networks', () => {
  it('are closed, every one', () => {
    fc.assert(
      fc.property(networkInputs, (input) => {
        const { parts, pieces } = layout(parseNetworkSpec(input));
        for (const part of parts.keys()) {
          for (const solid of partSolids(pieces[0]!, part)) {
            expect(checkMesh(tessellate(solid)).closed).toBe(true);
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('tessellate', () => {
  it('gives equal meshes for equal solids, whatever came between', () => {
    fc.assert(
      fc.property(anySphere, anyCylinder, (sphere, cylinder) => {
        const first = [tessellate(sphere), tessellate(cylinder)];
        for (let sides = 3; sides < 12; sides++) {
          tessellate({ ...sphere, segments: sides, rings: sides });
          tessellate({ ...cylinder, segments: sides });
        }
        expect([tessellate(sphere), tessellate(cylinder)]).toStrictEqual(first);
      }),
      { numRuns: 20 },
    );
  });

  it('refuses a kind that there is not', () => {
    const cube = { kind: 'cube' } as unknown as Sphere;
    expect(() => tessellate(cube)).toThrow('Unsupported solid: {"kind":"cube"}');
    expect(() => triangleCount(cube)).toThrow('Unsupported solid');
  });
});
