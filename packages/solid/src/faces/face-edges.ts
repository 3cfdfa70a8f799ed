import { type Arrangement, ROW } from '../arrange/arrange.ts';
import { PLANE } from '../convex/convexes.ts';

/** The edges of all faces between lattice points. */
export interface FaceEdges {
  readonly count: number;
  /** The facet that each face is part of, and the rank outside of it. */
  readonly planes: Int32Array;
  readonly arounds: Int32Array;
  /** Edges of face i begin at `starts[i]` and end before `ends[i]`; what lies between faces is of none. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** The points that an edge leads from and to, its face on the left. */
  readonly froms: Int32Array;
  readonly tos: Int32Array;
}

/** Face by face the edges that still have a length when vertices are points; `grouped` are the numbers of the rows in order. */
export function faceEdges({ rows }: Arrangement, grouped: Int32Array, pointOf: Int32Array): FaceEdges {
  const planes = new Int32Array(grouped.length);
  const arounds = new Int32Array(grouped.length);
  const starts = new Int32Array(grouped.length + 1);
  const froms = new Int32Array(grouped.length);
  const tos = new Int32Array(grouped.length);
  let count = 0;
  let length = 0;
  for (let i = 0; i < grouped.length; i++) {
    const row = ROW * grouped[i]!;
    const plane = rows[row]!;
    const around = rows[row + 1]!;
    if (count === 0 || planes[count - 1] !== plane || arounds[count - 1] !== around) {
      planes[count] = plane;
      arounds[count] = around;
      starts[count++] = length;
    }
    const from = pointOf[rows[row + 2]!]!;
    const to = pointOf[rows[row + 3]!]!;
    if (from === to) continue;
    froms[length] = from;
    tos[length++] = to;
  }
  starts[count] = length;
  return {
    count,
    planes: planes.subarray(0, count),
    arounds: arounds.subarray(0, count),
    starts: starts.subarray(0, count),
    ends: starts.subarray(1, count + 1),
    froms: froms.subarray(0, length),
    tos: tos.subarray(0, length),
  };
}

/** The coordinates in which a facet is seen largest, in the order that has it counter-clockwise. */
export function axesOf(planes: Float64Array, plane: number): readonly [across: number, up: number] {
  const x = planes[PLANE * plane]!;
  const y = planes[PLANE * plane + 1]!;
  const z = planes[PLANE * plane + 2]!;
  if (Math.abs(x) >= Math.abs(y) && Math.abs(x) >= Math.abs(z)) return x > 0 ? YZ : ZY;
  if (Math.abs(y) >= Math.abs(z)) return y > 0 ? ZX : XZ;
  return z > 0 ? XY : YX;
}

const [XY, YX, YZ, ZY, ZX, XZ] = [
  [0, 1],
  [1, 0],
  [1, 2],
  [2, 1],
  [2, 0],
  [0, 2],
] as const;
