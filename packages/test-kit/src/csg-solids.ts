/** A sphere, as a turned half circle, a cylinder, a prism or what stands on outlines. Numbers have the six digits that OpenSCAD writes. */
export type CsgSolid = CsgSphere | CsgCylinder | CsgPrism | CsgExtrusion;

interface CsgSphere {
  readonly kind: 'sphere';
  readonly radius: number;
  readonly segments: number;
  /** Bands of latitude. */
  readonly rings: number;
  readonly center: Point;
}

interface CsgCylinder {
  readonly kind: 'cylinder';
  readonly radius: number;
  readonly segments: number;
  /** Centres of its faces. */
  readonly from: Point;
  readonly to: Point;
}

/** A polyhedron of two ends with as many corners, joined corner by corner. */
interface CsgPrism {
  readonly kind: 'prism';
  /** Corners of its ends. */
  readonly from: readonly Point[];
  readonly to: readonly Point[];
}

/** What stands on the area that closed lines are the edges of. */
interface CsgExtrusion {
  readonly kind: 'extrusion';
  /** The lines at its lower end. */
  readonly outlines: readonly (readonly Point[])[];
  readonly height: number;
}

type Point = readonly number[];

/** What is turned about the z axis: how many sides it gets, and whether the first corner is at +x or -x. */
export interface Turned {
  readonly segments: number;
  readonly start: 1 | -1;
}

/** Rows of an affine map, which takes columns. */
export type Matrix = readonly (readonly number[])[];

/** The map that leaves everything where it is. */
export const IDENTITY: Matrix = [
  [1, 0, 0, 0],
  [0, 1, 0, 0],
  [0, 0, 1, 0],
  [0, 0, 0, 1],
];

/** The sphere of a `polygon` that is turned. Throws on any other. */
export function sphere(matrix: Matrix, { segments, start }: Turned, args: string): CsgSphere {
  const points = JSON.parse(/points = (\[\[.*?\]\])/.exec(args)?.[1] ?? '[]') as [number, number][];
  const rings = points.length - 1;
  const radius = points[0]?.[1] ?? 0;
  const isHalfCircle = points.every(([x, y], i) => {
    const angle = (Math.PI * i) / rings;
    return Math.hypot(x - radius * Math.sin(angle), y - radius * Math.cos(angle)) < 1e-5 * radius;
  });
  const center = apply(matrix, [0, 0, 0]);
  if (rings < 2 || !isHalfCircle) throw new Error(`Not a half circle: ${args}`);
  if (Math.abs(apply(matrix, [start * radius, 0, 0])[0]! - center[0]! - radius) > 1e-5 * radius) {
    throw new Error('A ball must have a vertex at +x.');
  }
  return { kind: 'sphere', radius, segments, rings, center };
}

/** The cylinder of a `cylinder`. Throws on a cone, and on a centred one. */
export function cylinder(matrix: Matrix, args: string): CsgCylinder {
  const number = (key: string) => numberIn('cylinder', args, key);
  if (number('r1') !== number('r2') || !/\bcenter = false\b/.test(args)) {
    throw new Error(`Not a plain cylinder: ${args}`);
  }
  return {
    kind: 'cylinder',
    radius: number('r1'),
    segments: number('$fn'),
    from: apply(matrix, [0, 0, 0]),
    to: apply(matrix, [0, 0, number('h')]),
  };
}

/** The prism of a `polyhedron`. Throws on any other, and on one that is inside out. */
export function prism(matrix: Matrix, args: string): CsgPrism {
  const [, points = '[]', faces = '[]'] = /^points = (.*), faces = (.*), convexity = 1$/.exec(args) ?? [];
  const corners = (JSON.parse(points) as number[][]).map((point) => apply(matrix, point));
  const count = corners.length / 2;
  if (count < 3 || JSON.stringify(JSON.parse(faces)) !== JSON.stringify(prismFaces(count))) {
    throw new Error(`Not a prism: ${args}`);
  }
  const solid = { kind: 'prism', from: corners.slice(0, count), to: corners.slice(count) } as const;
  if (!isRightSideOut(solid)) throw new Error(`A prism that is inside out: ${args}`);
  return solid;
}

/** What stands on a `polygon` of so great a height along z. Throws on one without paths. */
export function extrusion(matrix: Matrix, height: number, args: string): CsgExtrusion {
  const [, points = '[]', paths = '[]'] =
    /^points = (\[.*\]), paths = (\[.*\]), convexity = 1$/.exec(args) ?? [];
  const corners = (JSON.parse(points) as number[][]).map((point) => apply(matrix, [...point, 0]));
  const outlines = (JSON.parse(paths) as number[][]).map((path) => path.map((i) => corners[i]!));
  if (outlines.length === 0) throw new Error(`Not a polygon with paths: ${args}`);
  return { kind: 'extrusion', outlines, height };
}

/** Its ends and two triangles a side, each clockwise from outside, as OpenSCAD wants it. */
function prismFaces(count: number): number[][] {
  const corners = Array.from({ length: count }, (_, i) => i);
  const sides = corners.flatMap((i) => {
    const next = (i + 1) % count;
    return [
      [i, count + i, count + next],
      [i, count + next, next],
    ];
  });
  return [corners, corners.map((i) => 2 * count - 1 - i), ...sides];
}

/** Whether its first end is counter-clockwise, seen from the other. */
function isRightSideOut({ from, to }: CsgPrism): boolean {
  // Twice the area, as a vector.
  const normal = from
    .map((point, i) => cross(minus(point, from[0]!), minus(from[(i + 1) % from.length]!, from[0]!)))
    .reduce((sum, part) => sum.map((value, axis) => value + part[axis]!));
  return normal.reduce((sum, value, axis) => sum + value * minus(to[0]!, from[0]!)[axis]!, 0) > 0;
}

function minus(a: Point, b: Point): number[] {
  return a.map((value, axis) => value - b[axis]!);
}

function cross(a: Point, b: Point): number[] {
  return [0, 1, 2].map((axis) => {
    const [next, last] = [(axis + 1) % 3, (axis + 2) % 3];
    return a[next]! * b[last]! - a[last]! * b[next]!;
  });
}

/** The number of a key among arguments. Throws where there is none. */
export function numberIn(name: string, args: string, key: string): number {
  const values = new Map(args.split(', ').map((pair) => pair.split(' = ') as [string, string]));
  const value = Number(values.get(key));
  if (Number.isNaN(value)) throw new Error(`${name}(${args}) has no ${key}.`);
  return value;
}

/** The map that does `b`, and then `a` with the result. */
export function multiply(a: Matrix, b: Matrix): Matrix {
  return a.map((row) => IDENTITY.map((_, column) => row.reduce((sum, x, i) => sum + x * b[i]![column]!, 0)));
}

function apply(matrix: Matrix, point: readonly number[]): number[] {
  return matrix.slice(0, 3).map((row) => row[3]! + point.reduce((sum, x, axis) => sum + x * row[axis]!, 0));
}
