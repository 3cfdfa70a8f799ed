import type { Prism, Vec3 } from '@neurofab/core';
import { cross, dot, minus } from '@neurofab/core/internal';
import { FLOOR, type Form } from './form.ts';
import type { Section } from './section.ts';

/**
 * How a rod with this section hangs together: its points are the corners at its start, then those at its end; its facets the
 * sides, then the caps at its start and at its end.
 */
export function prismForm({ corners, sides }: Pick<Section, 'corners' | 'sides'>): Form {
  const isHalf = sides < corners;
  const [startCap, endCap] = [sides, sides + 1];
  const edges: number[] = [];
  for (let corner = 0; corner < corners; corner++) {
    const left = isHalf && corner === sides ? FLOOR : corner;
    const right = corner === 0 ? (isHalf ? FLOOR : sides - 1) : corner - 1;
    const [start, end] = [corner, corners + corner];
    if (left === FLOOR) edges.push(start, end, right, left);
    else edges.push(end, start, left, right);
  }
  for (let side = 0; side < sides; side++) {
    const next = (side + 1) % corners;
    edges.push(side, next, side, startCap, corners + next, corners + side, side, endCap);
  }
  if (isHalf) {
    const last = corners - 1;
    edges.push(0, last, startCap, FLOOR, corners + last, corners, endCap, FLOOR);
  }
  return { points: 2 * corners, facets: sides + 2, edges: Int32Array.from(edges) };
}

/** A plane: its unit normal, outward, then its distance from the origin along it. */
export type Plane = readonly [x: number, y: number, z: number, distance: number];

/** The planes of a prism in the order of `prismForm`. */
export function prismPlanes({ from, to }: Prism): Plane[] {
  const next = (corner: number) => (corner + 1) % from.length;
  return [
    ...from.map((corner, i) => planeThrough(corner, from[next(i)]!, to[i]!)),
    planeThrough(from[0]!, from[2]!, from[1]!),
    planeThrough(to[0]!, to[1]!, to[2]!),
  ];
}

/** The prism with its sides moved outward, and its ends by as much as is said of each. */
export function growPrism(prism: Prism, out: number, [back, ahead]: readonly [number, number]): Prism {
  const planes = prismPlanes(prism).map(([x, y, z, distance], i): Plane => {
    const by = i < prism.from.length ? out : i === prism.from.length ? back : ahead;
    return [x, y, z, distance + by];
  });
  const sides = planes.slice(0, -2);
  const corners = (end: Plane) => sides.map((side, i) => meetingPoint(end, sides.at(i - 1)!, side));
  return { ...prism, from: corners(planes.at(-2)!), to: corners(planes.at(-1)!) };
}

/** The plane through three points, counter-clockwise seen from where it faces. */
function planeThrough(a: Vec3, b: Vec3, c: Vec3): Plane {
  const [x, y, z] = cross(minus(b, a), minus(c, a));
  const length = Math.sqrt(x * x + y * y + z * z);
  const normal: Vec3 = [x / length, y / length, z / length];
  return [...normal, dot(normal, a)];
}

/** Where three planes meet, by Cramer's rule. */
function meetingPoint([ax, ay, az, a]: Plane, [bx, by, bz, b]: Plane, [cx, cy, cz, c]: Plane): Vec3 {
  const [u, v, w]: Vec3[] = [
    cross([bx, by, bz], [cx, cy, cz]),
    cross([cx, cy, cz], [ax, ay, az]),
    cross([ax, ay, az], [bx, by, bz]),
  ];
  const determinant = dot([ax, ay, az], u!);
  const along = (axis: 0 | 1 | 2) => (a * u![axis] + b * v![axis] + c * w![axis]) / determinant;
  return [along(0), along(1), along(2)];
}
