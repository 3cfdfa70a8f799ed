import type { MeshBuilder } from './mesh-builder.ts';
import type { Profile } from './profile.ts';
import { between, distanceTo, type Place, type Side } from './side.ts';

/** A face that is open beyond a layer: between two neighbouring nodes of it, or beyond the outermost axis. */
export interface OpenFace {
  /** One, or two that meet; counter-clockwise from x to z. */
  readonly sides: readonly Side[];
  /** Where the first side starts and the last one ends: the centres of nodes. */
  readonly start: Place;
  readonly end: Place;
  /** Vertices of the corners, one more than sides, on top and in the plane. */
  readonly tops: readonly number[];
  readonly bottoms: readonly number[];
}

/**
 * Adds the roof over an open face up to the farthest distance of the profile, the floor below it, and the end walls, which
 * stand square to the axes at the nodes' centres.
 *
 * An axis that runs steeply past the neighbour of its own node may come so close that its surface passes over the end wall
 * there. From that place on the face ends square to this axis instead. All that is cut off so lies no farther from that
 * node's centre than the connection's radius, as nodes are more than two such radii apart.
 */
export function openFaceRoof(face: OpenFace, profile: Profile, builder: MeshBuilder): void {
  const { sides, tops, bottoms } = face;
  const passing = findPassing(face, profile);
  const { distances, heights } = passing === undefined ? profile : withDistance(profile, passing.distance);

  let row = tops;
  /** The vertex below the place where a wall turns. */
  let turn: number | undefined;
  const startWall: number[][] = [[bottoms[0]!, tops[0]!]];
  const endWall: number[][] = [[bottoms.at(-1)!, tops.at(-1)!]];
  for (let band = 1; band < distances.length; band++) {
    const distance = distances[band]!;
    const next = frontVertices(face, distance, heights[band]!, passing, builder);
    addBand(row, next, builder);
    row = next;
    startWall.at(-1)!.push(row[0]!);
    endWall.at(-1)!.push(row.at(-1)!);
    if (distance !== passing?.distance) continue;
    // Here this wall turns.
    const [wall, top] = passing.side === 0 ? [startWall, row[0]!] : [endWall, row.at(-1)!];
    turn = builder.vertex(passing.place.x, 0, passing.place.z);
    wall.at(-1)!.push(turn);
    wall.push([turn, top]);
  }

  let foot = row;
  if (heights.at(-1) !== 0) {
    foot = frontVertices(face, distances.at(-1)!, 0, passing, builder);
    addBand(row, foot, builder);
    startWall.at(-1)!.push(foot[0]!);
    endWall.at(-1)!.push(foot.at(-1)!);
  }
  for (const wall of startWall) builder.facet(wall);
  for (const wall of endWall) builder.facet(wall, 'down');

  for (let side = 0; side < sides.length; side++) {
    const outer = [bottoms[side]!, bottoms[side + 1]!];
    const inner = [foot[side + 1]!, foot[side]!];
    if (passing === undefined) builder.facet([...outer, ...inner], 'down');
    else if (passing.side === side) builder.facet([...outer, turn!], 'down');
    // The only inward corner is where the wall turns, so the fan spreads from there.
    else builder.facet(side === 0 ? [turn!, ...inner, ...outer] : [turn!, ...outer, ...inner], 'down');
  }
}

/** Where the surface along the other side passes over the end wall of `side`. */
interface Passing {
  readonly side: number;
  readonly distance: number;
  readonly place: Place;
}

function findPassing({ sides, start, end }: OpenFace, { distances }: Profile): Passing | undefined {
  const [first, last] = sides;
  if (first === undefined || last === undefined) return undefined;
  // At this distance along an end wall, the other side is as near.
  const apart = 1 - (first.normalX * last.normalX + first.normalZ * last.normalZ);
  const atStart = distanceTo(last, start) / apart;
  const atEnd = distanceTo(first, end) / apart;
  const [side, distance] = atStart < atEnd ? [0, atStart] : [1, atEnd];
  if (distance >= distances.at(-1)!) return undefined;
  return { side, distance, place: side === 0 ? inward(start, first, distance) : inward(end, last, distance) };
}

/** The profile with one more point on its slopes. */
function withDistance({ distances, heights }: Profile, distance: number): Profile {
  const after = distances.findIndex((other) => other >= distance);
  if (distances[after] === distance) return { distances, heights };
  const [from, to] = [distances[after - 1]!, distances[after]!];
  const share = (distance - from) / (to - from);
  const height = heights[after - 1]! + share * (heights[after]! - heights[after - 1]!);
  return {
    distances: distances.toSpliced(after, 0, distance),
    heights: heights.toSpliced(after, 0, height),
  };
}

/** Vertices along the front, one at each end of a side; where a side has been passed over, those at its ends are one. */
function frontVertices(
  { sides, start, end }: OpenFace,
  distance: number,
  height: number,
  passing: Passing | undefined,
  builder: MeshBuilder,
): number[] {
  const add = ({ x, z }: Place) => builder.vertex(x, height, z);
  const [first, last] = [sides[0]!, sides.at(-1)!];
  if (passing !== undefined && distance >= passing.distance) {
    const beyond = distance - passing.distance;
    if (passing.side === 0) {
      const corner = add(inward(passing.place, last, beyond));
      return [corner, corner, add(inward(end, last, distance))];
    }
    const corner = add(inward(passing.place, first, beyond));
    return [add(inward(start, first, distance)), corner, corner];
  }
  const corners = [add(inward(start, first, distance))];
  if (sides.length === 2) corners.push(add(between(first, last, distance)));
  corners.push(add(inward(end, last, distance)));
  return corners;
}

function inward({ x, z }: Place, { normalX, normalZ }: Side, distance: number): Place {
  return { x: x + distance * normalX, z: z + distance * normalZ };
}

/** Adds the facets between two rows of vertices, none where a side has been passed over. */
function addBand(from: readonly number[], to: readonly number[], builder: MeshBuilder): void {
  for (let side = 0; side + 1 < from.length; side++) {
    const [a, b, c, d] = [from[side]!, from[side + 1]!, to[side + 1]!, to[side]!];
    if (a !== b) builder.facet(c === d ? [a, b, c] : [a, b, c, d]);
  }
}
