import type { Cylinder, Prism, Solid, Sphere, Vec3 } from '@neurofab/core';
import { crossAxes, dot, minus } from '@neurofab/core/internal';
import { type Ball, ball } from './ball.ts';
import type { Form } from './form.ts';
import type { Placed } from './placed.ts';
import { prismForm, prismPlanes } from './prism.ts';
import { type Section, section } from './section.ts';

/**
 * Convex solids in columns. Points, planes and edges of all are numbered through; those of solid i begin at its entry in
 * `firstPoint`, `firstPlane` and `firstEdge` and end before the next one's. A facet has the number of its plane.
 */
export interface Convexes {
  readonly count: number;
  readonly ranks: Int32Array;
  /** Whether only the halves with y ≥ 0 are there. What they stand on is not among their planes. */
  readonly isHalf: boolean;
  readonly firstPoint: Int32Array;
  readonly firstPlane: Int32Array;
  readonly firstEdge: Int32Array;
  /** x, y, z. */
  readonly points: Float64Array;
  /** The unit normal, outward, then the distance of the plane from the origin along it. */
  readonly planes: Float64Array;
  /** As `Form` has them, numbered through. */
  readonly edges: Int32Array;
  /** Two points and a radius: no point of the solid is farther than the radius from the line between them. */
  readonly capsules: Float64Array;
  /** Least x, y, z, then greatest. */
  readonly boxes: Float64Array;
  /** The shapes of balls; `undefined` for all else. */
  readonly balls: readonly (Ball | undefined)[];
  /** The sections of rods; `undefined` for all else. Points of a rod are the corners at its start, then those at its end. */
  readonly sections: readonly (Section | undefined)[];
  /** Four vectors a rod: where it starts, from there to its end, and two as long as its radius that span the section. */
  readonly frames: Float64Array;
}

/** Numbers of a capsule, and of a box, a plane, an edge and a frame. */
export const CAPSULE = 7;
export const BOX = 6;
export const PLANE = 4;
export const EDGE = 4;
export const FRAME = 12;

/** Lays out solids; if `isHalf`, which wants all of them symmetric about the plane y = 0, only their halves above it. */
export function convexes(placed: readonly Placed[], isHalf: boolean): Convexes {
  const formOf = forms(isHalf);
  const count = placed.length;
  const found = placed.map(formOf);
  const first = (size: (form: Form) => number) => {
    const starts = new Int32Array(count + 1);
    found.forEach(({ form }, i) => {
      starts[i + 1] = starts[i]! + size(form);
    });
    return starts;
  };
  const [firstPoint, firstPlane] = [first(({ points }) => points), first(({ facets }) => facets)];
  const firstEdge = first(({ edges }) => edges.length / EDGE);
  const points = new Float64Array(3 * firstPoint[count]!);
  const planes = new Float64Array(PLANE * firstPlane[count]!);
  const edges = new Int32Array(EDGE * firstEdge[count]!);
  const capsules = new Float64Array(CAPSULE * count);
  const boxes = new Float64Array(BOX * count);
  const frames = new Float64Array(FRAME * count);
  placed.forEach(({ solid }, i) => {
    const { form, profile } = found[i]!;
    const [p, f] = [firstPoint[i]!, firstPlane[i]!];
    const ownPoints = points.subarray(3 * p, 3 * firstPoint[i + 1]!);
    const ownPlanes = planes.subarray(PLANE * f, PLANE * firstPlane[i + 1]!);
    if (solid.kind === 'sphere') placeBall(solid, form as Ball, ownPoints, ownPlanes);
    else if (solid.kind === 'prism') placePrism(solid, ownPoints, ownPlanes);
    else frames.set(placeRod(solid, profile!, ownPoints, ownPlanes), FRAME * i);
    form.edges.forEach((number, k) => {
      const base = k % EDGE < 2 ? p : f;
      edges[EDGE * firstEdge[i]! + k] = number < 0 ? number : base + number;
    });
    boxes.set(boxOf(ownPoints), BOX * i);
    capsules.set(capsuleOf(solid), CAPSULE * i);
  });
  return {
    count,
    ranks: Int32Array.from(placed, ({ rank }) => rank),
    isHalf,
    firstPoint,
    firstPlane,
    firstEdge,
    points,
    planes,
    edges,
    capsules,
    boxes,
    balls: found.map(({ form }) => ('bands' in form ? (form as Ball) : undefined)),
    sections: found.map(({ profile }) => profile),
    frames,
  };
}

interface FoundForm {
  readonly form: Form;
  /** Of a rod. */
  readonly profile?: Section;
}

/** Forms by their numbers of sides, each made once. */
function forms(isHalf: boolean): (placed: Placed) => FoundForm {
  const made = new Map<string, FoundForm>();
  return ({ solid, start }) => {
    const key = keyOf(solid, start);
    let found = made.get(key);
    if (found === undefined) {
      found = formOf({ solid, start }, isHalf);
      made.set(key, found);
    }
    return found;
  };
}

function keyOf(solid: Solid, start: number): string {
  switch (solid.kind) {
    case 'sphere':
      return `${solid.segments} ${solid.rings}`;
    case 'cylinder':
      return `${solid.segments} from ${start}`;
    case 'prism':
      return `${solid.from.length} corners`;
  }
}

function formOf({ solid, start }: Pick<Placed, 'solid' | 'start'>, isHalf: boolean): FoundForm {
  switch (solid.kind) {
    case 'sphere':
      return { form: ball(solid.segments, solid.rings, isHalf) };
    case 'cylinder': {
      const profile = section(solid.segments, { start, isHalf });
      return { form: prismForm(profile), profile };
    }
    case 'prism': {
      const sides = solid.from.length;
      return { form: prismForm({ corners: sides, sides }) };
    }
  }
}

function placeBall({ center, radius }: Sphere, form: Ball, points: Float64Array, planes: Float64Array): void {
  const [x, y, z] = center;
  for (let i = 0; i < points.length; i += 3) {
    points[i] = x + radius * form.positions[i]!;
    points[i + 1] = y + radius * form.positions[i + 1]!;
    points[i + 2] = z + radius * form.positions[i + 2]!;
  }
  planes.set(form.planes);
  for (let i = 0; i < planes.length; i += PLANE) {
    planes[i + 3] = radius * planes[i + 3]! + planes[i]! * x + planes[i + 1]! * y + planes[i + 2]! * z;
  }
}

/** Gives the rod's frame. */
function placeRod(
  { from, to, radius }: Cylinder,
  { corners, cos, sin, sides, facingCos, facingSin, apothem }: Section,
  points: Float64Array,
  planes: Float64Array,
): number[] {
  const [across, up, axis] = crossAxes(from, to);
  for (let corner = 0; corner < corners; corner++) {
    for (let i = 0; i < 3; i++) {
      const out = radius * (cos[corner]! * across[i]! + sin[corner]! * up[i]!);
      points[3 * corner + i] = from[i]! + out;
      points[3 * (corners + corner) + i] = to[i]! + out;
    }
  }
  const plane = (number: number, [x, y, z]: Vec3, through: Vec3, distance: number) => {
    planes.set([x, y, z, distance + x * through[0] + y * through[1] + z * through[2]], PLANE * number);
  };
  for (let side = 0; side < sides; side++) {
    const facing = (i: 0 | 1 | 2) => facingCos[side]! * across[i] + facingSin[side]! * up[i];
    plane(side, [facing(0), facing(1), facing(2)], from, apothem * radius);
  }
  plane(sides, [-axis[0], -axis[1], -axis[2]], from, 0);
  plane(sides + 1, axis, to, 0);
  const along = to.map((end, i) => end - from[i]!);
  return [...from, ...along, ...across.map((x) => radius * x), ...up.map((x) => radius * x)];
}

function placePrism(solid: Prism, points: Float64Array, planes: Float64Array): void {
  points.set([...solid.from, ...solid.to].flat());
  planes.set(prismPlanes(solid).flat());
}

/** For a prism from the middle of one end to that of the other, as far around as corners are from the middle of their end. */
function capsuleOf(solid: Solid): number[] {
  if (solid.kind === 'sphere') return [...solid.center, ...solid.center, solid.radius];
  if (solid.kind === 'cylinder') return [...solid.from, ...solid.to, solid.radius];
  const [from, to] = [middleOf(solid.from), middleOf(solid.to)];
  const reach = (corners: readonly Vec3[], middle: Vec3) =>
    corners.reduce((most, corner) => {
      const out = minus(corner, middle);
      return Math.max(most, dot(out, out));
    }, 0);
  return [...from, ...to, Math.sqrt(Math.max(reach(solid.from, from), reach(solid.to, to)))];
}

function middleOf(corners: readonly Vec3[]): Vec3 {
  const mean = (axis: 0 | 1 | 2) => corners.reduce((sum, corner) => sum + corner[axis], 0) / corners.length;
  return [mean(0), mean(1), mean(2)];
}

function boxOf(points: Float64Array): number[] {
  const box = [Infinity, Infinity, Infinity, -Infinity, -Infinity, -Infinity];
  for (let i = 0; i < points.length; i++) {
    const axis = i % 3;
    box[axis] = Math.min(box[axis]!, points[i]!);
    box[axis + 3] = Math.max(box[axis + 3]!, points[i]!);
  }
  return box;
}
