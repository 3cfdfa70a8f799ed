import { CAPSULE, type Convexes } from '../convex/convexes.ts';

/** Tells which bands of a ball a line may pass through: of the thousands of facets of a round one it is some dozens. */
export interface NearBands {
  /** The first plane of these bands, then where those begin and end that it passes by inside the ball, then the end of all. */
  readonly planes: Int32Array;
  /** Within which shares of its length the line is near the ball. */
  readonly shares: Float64Array;
  /** Finds them of the line between two points, as `clip` has them. Says whether it comes near the ball at all. */
  find(points: Float64Array, p: number, q: number, solid: number): boolean;
}

/** By how much more bands and ball reach, in radii: far more than rounding takes. */
const SLACK = 1e-6;

/**
 * A line comes into a ball between the sphere around all corners and the one within all facets, and leaves it so. At any height
 * there, it is outside of the ball if it is outside of a facet of the band at that height; so no others have to be asked.
 */
export function nearBands({ firstPlane, capsules, balls }: Convexes): NearBands {
  const planes = new Int32Array(4);
  const shares = new Float64Array(2);
  // From where to where a line comes in and leaves, by its share, then by band.
  const ways = new Float64Array(4);
  const bands = new Int32Array(4);

  const all = (solid: number) => {
    planes.fill(firstPlane[solid + 1]!);
    planes[0] = firstPlane[solid]!;
    shares.set([0, 1]);
    return true;
  };
  return {
    planes,
    shares,
    find(points, from, to, solid) {
      const ball = CAPSULE * solid;
      const { innerRadius, heights, sectors } = balls[solid]!;
      const radius = capsules[ball + 6]!;
      const x = points[from]! - capsules[ball]!;
      const y = points[from + 1]! - capsules[ball + 1]!;
      const z = points[from + 2]! - capsules[ball + 2]!;
      const dx = points[to]! - points[from]!;
      const dy = points[to + 1]! - points[from + 1]!;
      const dz = points[to + 2]! - points[from + 2]!;
      const square = dx * dx + dy * dy + dz * dz;
      const half = x * dx + y * dy + z * dz;
      const rest = x * x + y * y + z * z;
      // A line that is a point comes in nowhere.
      if (square === 0) return all(solid);
      const outer = radius * (1 + SLACK);
      const inner = radius * innerRadius * (1 - SLACK);
      const outerRoot = half * half - square * (rest - outer * outer);
      if (outerRoot < 0) return false;
      const wide = Math.sqrt(outerRoot);
      const start = Math.max(0, (-half - wide) / square);
      const end = Math.min(1, (-half + wide) / square);
      if (start > end) return false;
      const innerRoot = half * half - square * (rest - inner * inner);
      const narrow = innerRoot > 0 ? Math.sqrt(innerRoot) : 0;
      ways[0] = start;
      ways[1] = Math.min(end, (-half - narrow) / square);
      ways[2] = Math.max(start, (-half + narrow) / square);
      ways[3] = end;
      for (let way = 0; way < 4; way += 2) {
        const [one, other] = [z + ways[way]! * dz, z + ways[way + 1]! * dz];
        bands[way] = bandAt(heights, Math.max(one, other) / radius + SLACK);
        bands[way + 1] = 1 + bandAt(heights, Math.min(one, other) / radius - SLACK);
      }
      shares[0] = start;
      shares[1] = end;
      const [upper, lower] = bands[0]! <= bands[2]! ? [0, 2] : [2, 0];
      const last = Math.max(bands[1]!, bands[3]!);
      const isApart = bands[upper + 1]! < bands[lower]!;
      const first = firstPlane[solid]!;
      planes[0] = first + bands[upper]! * sectors;
      planes[1] = first + (isApart ? bands[upper + 1]! : last) * sectors;
      planes[2] = first + (isApart ? bands[lower]! : last) * sectors;
      planes[3] = first + last * sectors;
      return true;
    },
  };
}

/** The band of a ball of radius 1 that has a height; the first or the last for what is above or below all. */
function bandAt(heights: Float64Array, height: number): number {
  let [band, end] = [0, heights.length - 1];
  while (end - band > 1) {
    const middle = (band + end) >> 1;
    if (heights[middle]! >= height) band = middle;
    else end = middle;
  }
  return band;
}
