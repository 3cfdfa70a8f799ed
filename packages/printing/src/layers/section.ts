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

/**
 * Goes around the sides: a height crosses the edges along them, each in a point, and where it leaves them it crosses an edge of an end.
 */
function betweenEnds({ from, to }: Ends): Cuttable {
  const corners = from.length / 3;
  const crossed = new Uint8Array(corners);
  const [x, y] = [new Float64Array(corners), new Float64Array(corners)];
  const isBelow = (ends: Float64Array, corner: number, z: number) => ends[3 * corner + 2]! < z;
  const crossEnd = (ends: Float64Array, corner: number, z: number): readonly [x: number, y: number] => {
    const [a, b] = [3 * corner, 3 * ((corner + 1) % corners)];
    const share = (z - ends[a + 2]!) / (ends[b + 2]! - ends[a + 2]!);
    return [ends[a]! + share * (ends[b]! - ends[a]!), ends[a + 1]! + share * (ends[b + 1]! - ends[a + 1]!)];
  };
  let top = -Infinity;
  for (let i = 2; i < from.length; i += 3) top = Math.max(top, from[i]!, to[i]!);
  return {
    top,
    cut(z, side) {
      for (let i = 0, k = 0; i < corners; i++, k += 3) {
        const [start, end] = [from[k + 2]!, to[k + 2]!];
        crossed[i] = start < z === end < z ? 0 : 1;
        const share = (z - start) / (end - start);
        x[i] = from[k]! + share * (to[k]! - from[k]!);
        y[i] = from[k + 1]! + share * (to[k + 1]! - from[k + 1]!);
      }
      const atEnds: (readonly [x: number, y: number])[][] = [[], []];
      for (let i = 0; i < corners; i++) {
        const next = i + 1 === corners ? 0 : i + 1;
        if (crossed[i] === 1 && crossed[next] === 1) {
          side(x[i]!, y[i]!, x[next]!, y[next]!);
          continue;
        }
        const ends = [from, to].map((end, k) => {
          if (isBelow(end, i, z) === isBelow(end, next, z)) return [];
          const point = crossEnd(end, i, z);
          atEnds[k]!.push(point);
          return [point];
        });
        const along = [i, next].filter((corner) => crossed[corner] === 1);
        const [a, b] = [...ends.flat(), ...along.map((corner) => [x[corner]!, y[corner]!] as const)];
        if (a !== undefined && b !== undefined) side(a[0], a[1], b[0], b[1]);
      }
      for (const [a, b] of atEnds) if (a !== undefined && b !== undefined) side(a[0], a[1], b[0], b[1]);
    },
  };
}
