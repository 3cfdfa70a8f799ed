import type { Cylinder, Prism, Solid, Sphere, Vec3 } from '@neurofab/core';
import { crossAxes, unitCircle } from '@neurofab/core/internal';

/** A convex solid that can be cut at any height. */
export interface Cuttable {
  readonly top: number;
  /** Gives the sides of the convex polygon in which a height cuts it, in no order. */
  cut(z: number, side: TakeSide): void;
}

export type TakeSide = (fromX: number, fromY: number, toX: number, toY: number) => void;

/** A solid as `tessellate` makes it, to be cut into layers; `start` is where the circles of a cylinder start, in sides. */
export function cuttable(solid: Solid, start: 0 | 0.5): Cuttable {
  switch (solid.kind) {
    case 'sphere':
      return ball(solid);
    case 'cylinder':
      return betweenEnds(cylinderEnds(solid, start));
    case 'prism':
      return betweenEnds(prismEnds(solid));
    default:
      throw unsupported(solid);
  }
}

function unsupported(solid: never): Error {
  return new Error(`Unsupported solid: ${JSON.stringify(solid)}`);
}

/** Between two circles of latitude its polygons differ in size alone. */
function ball({ center: [x, y, z], radius, segments, rings }: Sphere): Cuttable {
  const { cos, sin } = unitCircle(segments);
  const { cos: depths, sin: widths } = unitCircle(2 * rings);
  return {
    top: z + radius,
    cut(at, side) {
      const height = (at - z) / radius;
      let band = 0;
      while (band < rings - 1 && -depths[band + 1]! < height) band++;
      const share = (height + depths[band]!) / (depths[band]! - depths[band + 1]!);
      const width = radius * (widths[band]! + share * (widths[band + 1]! - widths[band]!));
      for (let i = 0; i < segments; i++) {
        const next = (i + 1) % segments;
        side(x + width * cos[i]!, y + width * sin[i]!, x + width * cos[next]!, y + width * sin[next]!);
      }
    },
  };
}

/** The corners of both ends of a solid with plane sides between them: x, y, z each. */
interface Ends {
  readonly from: Float64Array;
  readonly to: Float64Array;
}

function cylinderEnds({ from, to, radius, segments }: Cylinder, start: 0 | 0.5): Ends {
  const { cos, sin } = unitCircle(segments, start);
  const [across, up] = crossAxes(from, to);
  const around = (center: Vec3) =>
    Float64Array.from({ length: 3 * segments }, (_, k) => {
      const [i, axis] = [Math.floor(k / 3), (k % 3) as 0 | 1 | 2];
      return center[axis] + radius * (cos[i]! * across[axis] + sin[i]! * up[axis]);
    });
  return { from: around(from), to: around(to) };
}

function prismEnds({ from, to }: Prism): Ends {
  return { from: Float64Array.from(from.flat()), to: Float64Array.from(to.flat()) };
}

function betweenEnds({ from, to }: Ends): Cuttable {
  const corners = from.length / 3;
  let top = -Infinity;
  for (let i = 2; i < from.length; i += 3) top = Math.max(top, from[i]!, to[i]!);
  /** The ends of a side, once two edges of a face are crossed. */
  let count = 0;
  const ends = new Float64Array(4);
  const cross = (a: Float64Array, i: number, b: Float64Array, j: number, z: number) => {
    const [from, to] = [a[i + 2]!, b[j + 2]!];
    if (from < z === to < z || count === 4) return;
    const share = (z - from) / (to - from);
    ends[count++] = a[i]! + share * (b[j]! - a[i]!);
    ends[count++] = a[i + 1]! + share * (b[j + 1]! - a[i + 1]!);
  };
  return {
    top,
    cut(z, side) {
      const take = () => {
        if (count === 4) side(ends[0]!, ends[1]!, ends[2]!, ends[3]!);
        count = 0;
      };
      for (const end of [from, to]) {
        for (let i = 0; i < corners; i++) cross(end, 3 * i, end, 3 * ((i + 1) % corners), z);
        take();
      }
      for (let i = 0; i < corners; i++) {
        const [a, b] = [3 * i, 3 * ((i + 1) % corners)];
        cross(from, a, from, b, z);
        cross(from, b, to, b, z);
        cross(to, b, to, a, z);
        cross(to, a, from, a, z);
        take();
      }
    },
  };
}
