import type { Mesh } from '@neurofab/core';
import { type Arrangement, arrangeAxes } from './arrange-axes.ts';
import { faceRoof } from './face-roof.ts';
import { buildMesh } from './mesh-builder.ts';
import { openFaceRoof } from './open-face-roof.ts';
import { connectionProfile } from './profile.ts';
import type { Place, Side } from './side.ts';

/** The connections between two neighbouring layers, every node joined to every other. */
export interface Gap {
  /** Nodes of the layer at `from` and of the one at `to`, in x. */
  readonly left: number;
  readonly right: number;
  readonly from: number;
  readonly to: number;
  /** The z of the middle of both layers. */
  readonly middle: number;
  readonly nodeSpacing: number;
  readonly connectionRadius: number;
  /** Sides of a connection. */
  readonly segments: number;
}

/**
 * The half with y ≥ 0 of the union of all connections of a gap, closed by a floor in the plane y = 0; `undefined` for an
 * odd number of sides. Connections end square to their axes in the nodes' centres.
 *
 * The height over a place in the plane is h(d): a connection's profile at the distance d to the nearest axis. The axes cut
 * the plane into convex faces, and within a face the nearest axis is one of its own sides: from any other, the way crosses
 * one of them first. So the surface over a face is a roof with straight valleys where two sides are equally near.
 */
export function gapRoof(gap: Gap): Mesh | undefined {
  const profile = connectionProfile(gap.connectionRadius, gap.segments);
  if (profile === undefined) return undefined;
  const arrangement = arrangeAxes(gap.left, gap.right);
  const builder = buildMesh({ x: gap.from, z: gap.middle });
  const places = arrangement.points.map(({ way, row }) => ({
    x: way * (gap.to - gap.from),
    z: row * gap.nodeSpacing,
  }));
  const tops = places.map(({ x, z }) => builder.vertex(x, profile.heights[0]!, z));
  const bottoms = places.map(({ x, z }) => builder.vertex(x, 0, z));
  const { above, below } = sidesOfAxes(arrangement, places);

  for (const { points, axes, lower } of arrangement.closedFaces()) {
    const sides = axes.map((axis, n) => (n < lower ? above : below)[axis]!);
    faceRoof(
      { sides, tops: points.map((point) => tops[point]!), bottoms: points.map((point) => bottoms[point]!) },
      profile,
      builder,
    );
  }
  for (const { points, sides } of openFaces(arrangement, { above, below })) {
    openFaceRoof(
      {
        sides,
        start: places[points[0]!]!,
        end: places[points.at(-1)!]!,
        tops: points.map((point) => tops[point]!),
        bottoms: points.map((point) => bottoms[point]!),
      },
      profile,
      builder,
    );
  }
  return builder.mesh();
}

/** Each axis as the side of the face above it and of the one below it. */
interface AxisSides {
  readonly above: readonly Side[];
  readonly below: readonly Side[];
}

function sidesOfAxes({ left, right }: Arrangement, places: readonly Place[]): AxisSides {
  const above: Side[] = [];
  const below: Side[] = [];
  for (let i = 0; i < left; i++) {
    for (let j = 0; j < right; j++) {
      const [from, to] = [places[i]!, places[left + j]!];
      const [x, z] = [to.x - from.x, to.z - from.z];
      const length = Math.sqrt(x * x + z * z);
      const side = { normalX: -z / length, normalZ: x / length, offset: (x / length) * from.z };
      above.push(side);
      below.push({ normalX: -side.normalX, normalZ: -side.normalZ, offset: -side.offset });
    }
  }
  return { above, below };
}

/** The faces without an end to the left and to the right, and those above and below all axes. */
function* openFaces(
  { left, right, leftApex, rightApex }: Arrangement,
  { above, below }: AxisSides,
): Generator<{ readonly points: readonly number[]; readonly sides: readonly Side[] }> {
  const [top, bottom] = [left * right - 1, 0];
  yield { points: [left - 1, left + right - 1], sides: [above[top]!] };
  yield { points: [left, 0], sides: [below[bottom]!] };
  for (let i = 0; i + 1 < left; i++) {
    const [lower, upper] = [i * right + right - 1, (i + 1) * right];
    yield { points: [i, leftApex(i), i + 1], sides: [above[lower]!, below[upper]!] };
  }
  for (let j = 0; j + 1 < right; j++) {
    const [lower, upper] = [(left - 1) * right + j, j + 1];
    yield { points: [left + j + 1, rightApex(j), left + j], sides: [below[upper]!, above[lower]!] };
  }
}
