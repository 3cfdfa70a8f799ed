import { remember } from '../remember.ts';
import type { Cylinder, Prism, Solid, Sphere, Vec3 } from '../scene/scene.ts';
import { cross, minus } from '../scene/vector.ts';
import type { Mesh } from './mesh.ts';
import { sineOfTurn, unitCircle } from './unit-circle.ts';

export interface TessellateOptions {
  /** Where the circles of a cylinder start, in sides; 0 if left out. */
  readonly start?: 0 | 0.5 | undefined;
}

/**
 * A closed mesh of a solid where it stands. Vertices lie on the ideal surface.
 *
 * A sphere is Blender's UV sphere: two poles, `rings - 1` circles, 2 · segments · (rings - 1) triangles.
 * A cylinder is Blender's with its caps cut into fans: 4 · segments - 4 triangles. Both start at +X, a cylinder on request
 * half a side after it. A prism is cut like a cylinder.
 */
export function tessellate(solid: Solid, { start = 0 }: TessellateOptions = {}): Mesh {
  switch (solid.kind) {
    case 'sphere':
      return sphereMesh(solid);
    case 'cylinder':
      return cylinderMesh(solid, start);
    case 'prism':
      return prismMesh(solid);
    default:
      throw unsupported(solid);
  }
}

/** The number of triangles that `tessellate` makes of a solid. */
export function triangleCount(solid: Solid): number {
  switch (solid.kind) {
    case 'sphere':
      return 2 * solid.segments * (solid.rings - 1);
    case 'cylinder':
      return 4 * solid.segments - 4;
    case 'prism':
      return 4 * solid.from.length - 4;
    default:
      throw unsupported(solid);
  }
}

/** Where the circles of a cylinder start that has a flat side at ±Y as far as it can, as connections have in closed bodies; in sides. */
export function flatSideStart(segments: number): 0 | 0.5 {
  return segments % 4 === 0 ? 0.5 : 0;
}

function unsupported(solid: never): Error {
  return new Error(`Unsupported solid: ${JSON.stringify(solid)}`);
}

function sphereMesh({ center, radius, segments, rings }: Sphere): Mesh {
  const unit = unitSphere(segments, rings);
  const [x, y, z] = center;
  const positions = new Float32Array(unit.positions.length);
  for (let i = 0; i < positions.length; i += 3) {
    positions[i] = x + radius * unit.positions[i]!;
    positions[i + 1] = y + radius * unit.positions[i + 1]!;
    positions[i + 2] = z + radius * unit.positions[i + 2]!;
  }
  return { positions, indices: unit.indices };
}

function cylinderMesh({ from, to, radius, segments }: Cylinder, start: 0 | 0.5): Mesh {
  const { cos, sin, indices } = unitCylinder(segments, start);
  const [[acrossX, acrossY, acrossZ], [upX, upY, upZ]] = crossAxes(from, to);
  const [fromX, fromY, fromZ] = from;
  const [toX, toY, toZ] = to;
  const positions = new Float32Array(6 * segments);
  const top = 3 * segments;
  for (let i = 0; i < segments; i++) {
    const x = radius * (cos[i]! * acrossX + sin[i]! * upX);
    const y = radius * (cos[i]! * acrossY + sin[i]! * upY);
    const z = radius * (cos[i]! * acrossZ + sin[i]! * upZ);
    positions[3 * i] = fromX + x;
    positions[3 * i + 1] = fromY + y;
    positions[3 * i + 2] = fromZ + z;
    positions[top + 3 * i] = toX + x;
    positions[top + 3 * i + 1] = toY + y;
    positions[top + 3 * i + 2] = toZ + z;
  }
  return { positions, indices };
}

function prismMesh({ from, to }: Prism): Mesh {
  return {
    positions: Float32Array.from([...from, ...to].flat()),
    indices: unitCylinder(from.length, 0).indices,
  };
}

/**
 * Two unit vectors that span the cross-section of a cylinder, and one along it: (across, up, axis) is right-handed.
 * For an axis in the XZ plane, where every network has its own, `up` is exactly ±Y.
 */
export function crossAxes(from: Vec3, to: Vec3): readonly [across: Vec3, up: Vec3, axis: Vec3] {
  const axis = normalize(minus(to, from));
  const side: Vec3 = Math.abs(axis[1]) < 0.9 ? [0, 1, 0] : [1, 0, 0];
  const across = normalize(cross(side, axis));
  return [across, cross(axis, across), axis];
}

function normalize([x, y, z]: Vec3): Vec3 {
  const length = Math.sqrt(x * x + y * y + z * z);
  return [x / length, y / length, z / length];
}

interface UnitSphere {
  readonly positions: Float64Array;
  readonly indices: Uint32Array;
}

// All nodes share one template and most connections another, so the last few are kept.
const unitSphere = remember((segments: number, rings: number): UnitSphere => {
  const { cos, sin } = unitCircle(segments);
  const positions = new Float64Array(3 * (2 + segments * (rings - 1)));
  const indices = new Uint32Array(6 * segments * (rings - 1));
  const south = 1 + segments * (rings - 1);
  positions[2] = 1;
  positions[3 * south + 2] = -1;
  let p = 3;
  for (let ring = 1; ring < rings; ring++) {
    const ringRadius = sineOfTurn(ring, 2 * rings);
    const z = sineOfTurn(rings - 2 * ring, 4 * rings);
    for (let i = 0; i < segments; i++) {
      positions[p++] = ringRadius * cos[i]!;
      positions[p++] = ringRadius * sin[i]!;
      positions[p++] = z;
    }
  }
  const vertex = (ring: number, i: number) => 1 + (ring - 1) * segments + (i % segments);
  let t = 0;
  const triangle = (a: number, b: number, c: number) => {
    indices[t++] = a;
    indices[t++] = b;
    indices[t++] = c;
  };
  for (let i = 0; i < segments; i++) {
    triangle(0, vertex(1, i), vertex(1, i + 1));
    for (let ring = 1; ring < rings - 1; ring++) {
      triangle(vertex(ring, i), vertex(ring + 1, i), vertex(ring + 1, i + 1));
      triangle(vertex(ring, i), vertex(ring + 1, i + 1), vertex(ring, i + 1));
    }
    triangle(south, vertex(rings - 1, i + 1), vertex(rings - 1, i));
  }
  return { positions, indices };
});

interface UnitCylinder {
  readonly cos: Float64Array;
  readonly sin: Float64Array;
  readonly indices: Uint32Array;
}

const unitCylinder = remember((segments: number, start: 0 | 0.5): UnitCylinder => {
  const indices = new Uint32Array(3 * (4 * segments - 4));
  let t = 0;
  const triangle = (a: number, b: number, c: number) => {
    indices[t++] = a;
    indices[t++] = b;
    indices[t++] = c;
  };
  for (let i = 0; i < segments; i++) {
    const next = (i + 1) % segments;
    triangle(i, next, segments + next);
    triangle(i, segments + next, segments + i);
  }
  for (let i = 1; i < segments - 1; i++) {
    triangle(0, i + 1, i);
    triangle(segments, segments + i, segments + i + 1);
  }
  return { ...unitCircle(segments, start), indices };
});
