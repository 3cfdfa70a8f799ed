import type { TakeTurn } from '@neurofab/core/internal';
import type { Arrangement } from '../arrange/arrange.ts';
import { NO_RANK } from '../arrange/cover.ts';
import { type Convexes, PLANE } from '../convex/convexes.ts';
import { AIR, FACET, NEAR, NEAR_AT_FOLDS, type Surface } from '../surface.ts';
import { axesOf, type FaceEdges, faceEdges } from './face-edges.ts';
import { groupRows } from './group-rows.ts';
import { joinHoles } from './holes.ts';
import { loopTracer } from './loops.ts';
import { snap } from './snap.ts';
import { distance2, type FlatPoints, triangulator, turn } from './triangulate.ts';
import { zip } from './zip.ts';

export interface FaceOptions {
  /** The distance between lattice points. */
  readonly unit: number;
  /** The y of the mirror plane, if there is one; solids have been moved so that it is y = 0. */
  readonly plane: number | undefined;
  /** The label of each rank. */
  readonly labels: readonly number[];
  readonly takeTurn: TakeTurn;
}

/** How often edges are cut at most. Each time fewer are. */
const MAX_ROUNDS = 20;

/**
 * The surface with these edges, its points on the lattice. Closed by construction: whatever rounding does to a face, what is
 * made of it has its edges and no others.
 *
 * `undefined` if the edges are no loops, since rounding made two findings disagree.
 */
export async function faces(
  convexes: Convexes,
  arrangement: Arrangement,
  { unit, plane, labels, takeTurn }: FaceOptions,
): Promise<Surface | undefined> {
  const { isHalf, planes } = convexes;
  const groups = groupRows(arrangement, planes.length / PLANE);
  if (groups === undefined) return undefined;
  await takeTurn();
  const { pointOf, points } = snap(arrangement, { unit, isHalf });
  await takeTurn();
  const ranks = ranksOfPlanes(convexes);
  const triangulate = faceTriangulator(points, planes, (plane, around) => [
    labels[ranks[plane]!]!,
    around === NO_RANK ? AIR : labels[around]!,
  ]);
  let edges = faceEdges(arrangement, groups, pointOf);
  let made = await triangulate(edges, takeTurn);
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const zipped = zip(edges, points, planes, made.suspects);
    if (zipped === undefined) break;
    edges = zipped.edges;
    made = await triangulate(edges, takeTurn, { made, changed: zipped.changed });
  }
  if (made.faulty.size > 0) return undefined;
  const mirror = plane === undefined ? undefined : Math.round(plane / unit);
  return { unit, mirror, points, facets: inOrder(made) };
}

/** The facets of all faces. */
interface Triangulated {
  readonly facets: Int32Array;
  /** Those of face i begin at `starts[i]` and end before `ends[i]`; what lies between faces is of none. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Faces made in this round that have a triangle without width or turned over, or a hole: some of their edges may have to be cut. */
  readonly suspects: readonly number[];
  /** Faces with triangles that overlap, or without any since their holes seem to lie elsewhere, as either may be where loops touch. */
  readonly faulty: ReadonlySet<number>;
}

/** Cuts faces into triangles: all, or those that have changed since, whose facets then follow those of all others. */
type Triangulate = (
  edges: FaceEdges,
  takeTurn: TakeTurn,
  before?: { readonly made: Triangulated; readonly changed: readonly number[] },
) => Promise<Triangulated>;

function faceTriangulator(
  points: Int32Array,
  planes: Float64Array,
  labelsOf: (plane: number, around: number) => readonly [inside: number, outside: number],
): Triangulate {
  const count = points.length / 3;
  const flat: FlatPoints = { x: new Float64Array(count), y: new Float64Array(count) };
  const trace = loopTracer(count);
  const cut = triangulator();
  let facets = new Int32Array(0);
  let length = 0;
  let inside = AIR;
  let outside = AIR;
  let isSuspect = false;
  let isFolded = false;
  const take = (a: number, b: number, c: number) => {
    if (length === facets.length) facets = longer(facets);
    facets[length] = a;
    facets[length + 1] = b;
    facets[length + 2] = c;
    facets[length + 3] = inside;
    facets[length + 4] = outside;
    length += FACET;
    const width = widthOf(flat, a, b, c);
    if (!(width > NEAR)) isSuspect = true;
    if (width < -NEAR_AT_FOLDS) isFolded = true;
  };

  /** Cuts a face, unless it lies between air and air. Says whether its holes lie in it. */
  const cutFace = (edges: FaceEdges, face: number) => {
    const plane = edges.planes[face]!;
    [inside, outside] = labelsOf(plane, edges.arounds[face]!);
    if (inside === outside) return true;
    const [across, up] = axesOf(planes, plane);
    for (let edge = edges.starts[face]!; edge < edges.ends[face]!; edge++) {
      const from = edges.froms[edge]!;
      flat.x[from] = points[3 * from + across]!;
      flat.y[from] = points[3 * from + up]!;
    }
    const loops = trace(flat, edges, face);
    if (loops.count === 1) cut(flat, loops.row, 0, loops.starts[1]!, take);
    if (loops.count < 2) return true;
    const rings = joinHoles(flat, loops);
    for (const ring of rings ?? []) cut(flat, ring, 0, ring.length, take);
    isSuspect ||= rings?.length !== loops.count;
    return rings !== undefined;
  };

  return async (edges, takeTurn, before) => {
    if (before === undefined) facets = new Int32Array(FACET * (edges.froms.length + 1));
    const starts = before?.made.starts.slice() ?? new Int32Array(edges.count);
    const ends = before?.made.ends.slice() ?? new Int32Array(edges.count);
    const suspects: number[] = [];
    const faulty = new Set(before?.made.faulty);
    const make = (face: number) => {
      starts[face] = length;
      isSuspect = false;
      isFolded = false;
      if (cutFace(edges, face) && !isFolded) faulty.delete(face);
      else faulty.add(face);
      if (isSuspect) suspects.push(face);
      ends[face] = length;
      return takeTurn();
    };
    const due = before?.changed;
    for (let i = 0; i < (due?.length ?? edges.count); i++) {
      const turned = make(due?.[i] ?? i);
      if (turned !== undefined) await turned;
    }
    return { facets: facets.subarray(0, length), starts, ends, suspects, faulty };
  };
}

/** The facets of all faces, one face after the other. */
function inOrder({ facets, starts, ends }: Triangulated): Int32Array {
  let length = 0;
  for (let face = 0; face < starts.length; face++) length += ends[face]! - starts[face]!;
  if (length === facets.length) return facets;
  const ordered = new Int32Array(length);
  let at = 0;
  for (let face = 0; face < starts.length; face++) {
    for (let i = starts[face]!; i < ends[face]!; i++) ordered[at++] = facets[i]!;
  }
  return ordered;
}

/** How far a corner of a triangle lies from the side across from it that is longest: less than nothing if the triangle is turned over. */
function widthOf(points: FlatPoints, a: number, b: number, c: number): number {
  const longest2 = Math.max(distance2(points, a, b), distance2(points, b, c), distance2(points, c, a));
  return turn(points, a, b, c) / Math.sqrt(longest2);
}

function longer(numbers: Int32Array): Int32Array<ArrayBuffer> {
  const copy = new Int32Array(2 * numbers.length);
  copy.set(numbers);
  return copy;
}

/** The rank of the solid that each plane bounds. */
function ranksOfPlanes({ count, ranks, firstPlane }: Convexes): Int32Array {
  const found = new Int32Array(firstPlane[count]!);
  for (let solid = 0; solid < count; solid++)
    found.fill(ranks[solid]!, firstPlane[solid], firstPlane[solid + 1]);
  return found;
}
