import { unitCircle } from '@neurofab/core/internal';
import { FLOOR, type Form } from './form.ts';
import { type Section, section } from './section.ts';

/** A UV sphere of radius 1 about the origin, or its half with y ≥ 0; facet `band * sectors + sector`, bands from the north pole down. */
export interface Ball extends Form {
  readonly bands: number;
  readonly sectors: number;
  /** How high the circles between bands lie, the poles too. */
  readonly heights: Float64Array;
  /** x, y, z of each point. */
  readonly positions: Float64Array;
  /** Each facet's normal, and its distance from the centre. */
  readonly planes: Float64Array;
  /** What is nearer to the centre than this lies inside. */
  readonly innerRadius: number;
}

/** The ball with so many meridians and bands of latitude. */
export function ball(segments: number, rings: number, isHalf: boolean): Ball {
  const meridians = section(segments, { start: 0, isHalf });
  const { corners, sides: sectors } = meridians;
  const positions = ballPositions(meridians, rings);
  const planes = ballPlanes(meridians, rings);
  const south = 1 + corners * (rings - 1);
  const point = (ring: number, corner: number) => {
    if (ring === 0) return 0;
    return ring === rings ? south : 1 + (ring - 1) * corners + (corner % corners);
  };
  const facet = (band: number, sector: number) => {
    if (!isHalf) return band * sectors + ((sector + sectors) % sectors);
    return sector < 0 || sector === sectors ? FLOOR : band * sectors + sector;
  };
  const edges: number[] = [];
  for (let band = 0; band < rings; band++) {
    for (let corner = 0; corner < corners; corner++) {
      const [upper, lower] = [point(band, corner), point(band + 1, corner)];
      const [left, right] = [facet(band, corner), facet(band, corner - 1)];
      if (left === FLOOR) edges.push(lower, upper, right, left);
      else edges.push(upper, lower, left, right);
    }
    if (band === 0) continue;
    for (let sector = 0; sector < sectors; sector++) {
      edges.push(point(band, sector), point(band, sector + 1), facet(band - 1, sector), facet(band, sector));
    }
  }
  return {
    points: south + 1,
    facets: rings * sectors,
    edges: Int32Array.from(edges),
    bands: rings,
    sectors,
    heights: unitCircle(2 * rings).cos.subarray(0, rings + 1),
    positions,
    planes,
    innerRadius: planes.reduce((least, value, i) => (i % 4 === 3 ? Math.min(least, value) : least), 1),
  };
}

function ballPositions({ corners, cos, sin }: Section, rings: number): Float64Array {
  const latitudes = unitCircle(2 * rings);
  const positions = new Float64Array(3 * (2 + corners * (rings - 1)));
  positions[2] = 1;
  positions[positions.length - 1] = -1;
  let at = 3;
  for (let ring = 1; ring < rings; ring++) {
    for (let corner = 0; corner < corners; corner++) {
      positions[at++] = latitudes.sin[ring]! * cos[corner]!;
      positions[at++] = latitudes.sin[ring]! * sin[corner]!;
      positions[at++] = latitudes.cos[ring]!;
    }
  }
  return positions;
}

/** A facet faces where the middle of its side of the section does, tilted as the chord between its two circles is. */
function ballPlanes({ sides, facingCos, facingSin, apothem }: Section, rings: number): Float64Array {
  const latitudes = unitCircle(2 * rings);
  const planes = new Float64Array(4 * rings * sides);
  let at = 0;
  for (let band = 0; band < rings; band++) {
    // In the plane through the poles and the middle of a side.
    const [outer, upper] = [apothem * latitudes.sin[band]!, latitudes.cos[band]!];
    const out = apothem * latitudes.sin[band + 1]! - outer;
    const down = upper - latitudes.cos[band + 1]!;
    const length = Math.sqrt(out * out + down * down);
    const [flat, steep] = [down / length, out / length];
    for (let side = 0; side < sides; side++) {
      planes[at++] = flat * facingCos[side]!;
      planes[at++] = flat * facingSin[side]!;
      planes[at++] = steep;
      planes[at++] = flat * outer + steep * upper;
    }
  }
  return planes;
}
