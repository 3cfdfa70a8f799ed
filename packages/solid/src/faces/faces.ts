import type { TakeTurn } from '@neurofab/core/internal';
import type { Arrangement } from '../arrange/arrange.ts';
import { NO_RANK } from '../arrange/cover.ts';
import { type Convexes, PLANE } from '../convex/convexes.ts';
import { AIR, FACET, NEAR, type Surface } from '../surface.ts';
import { axesOf, type FaceEdges, faceEdges } from './face-edges.ts';
import { groupRows } from './group-rows.ts';
import { joinHoles } from './holes.ts';
import { loopTracer } from './loops.ts';
import { snap } from './snap.ts';
import { type FlatPoints, triangulator, turn } from './triangulate.ts';
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
    made = await triangulate(edges, takeTurn, { ...made, isDue: zipped.isCut });
  }
  if (made.hasOpenFaces) return undefined;
  const mirror = plane === undefined ? undefined : Math.round(plane / unit);
  return { unit, mirror, points, facets: made.facets };
}

/** The facets of all faces. */
interface Triangulated {
  readonly facets: Int32Array;
  /** Those of face i begin at `starts[i]`, a number among all of them. */
  readonly starts: Int32Array;
  /** Faces that have a triangle without width, or a hole: some of their edges may have to be cut. */
  readonly suspects: readonly number[];
  /** Whether a face has no facets since its holes seem to lie elsewhere, as they may where they touch the rim. */
  readonly hasOpenFaces: boolean;
}

/** Cuts faces into triangles: all, or those that are due, with what was made before of the others. */
type Triangulate = (
  edges: FaceEdges,
  takeTurn: TakeTurn,
  before?: Triangulated & { readonly isDue: Uint8Array },
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

  return async (edges, takeTurn, before) => {
    let facets = new Int32Array(before?.facets.length ?? FACET * (edges.froms.length + 1));
    let length = 0;
    let labels: readonly [inside: number, outside: number] = [AIR, AIR];
    let isSuspect = false;
    const take = (a: number, b: number, c: number) => {
      if (length === facets.length) facets = longer(facets);
      facets[length] = a;
      facets[length + 1] = b;
      facets[length + 2] = c;
      facets[length + 3] = labels[0];
      facets[length + 4] = labels[1];
      length += FACET;
      isSuspect ||= hasNoWidth(flat, a, b, c);
    };
    const starts = new Int32Array(edges.count + 1);
    const suspects: number[] = [];
    let hasOpenFaces = false;
    for (let face = 0; face < edges.count; face++) {
      starts[face] = length;
      if (before !== undefined && before.isDue[face] === 0) {
        const [start, end] = [before.starts[face]!, before.starts[face + 1]!];
        while (length + end - start > facets.length) facets = longer(facets);
        facets.set(before.facets.subarray(start, end), length);
        length += end - start;
        continue;
      }
      const plane = edges.planes[face]!;
      labels = labelsOf(plane, edges.arounds[face]!);
      const [across, up] = axesOf(planes, plane);
      const [start, end] = [edges.starts[face]!, edges.starts[face + 1]!];
      for (let edge = start; edge < end; edge++) {
        const from = edges.froms[edge]!;
        flat.x[from] = points[3 * from + across]!;
        flat.y[from] = points[3 * from + up]!;
      }
      const loops = trace(flat, edges, face);
      if (loops.count === 1) cut(flat, loops.row, 0, loops.starts[1]!, take);
      else if (loops.count > 1) {
        const rings = joinHoles(flat, loops);
        for (const ring of rings ?? []) cut(flat, ring, 0, ring.length, take);
        if (rings === undefined) hasOpenFaces = true;
        if (rings?.length !== loops.count) isSuspect = true;
      }
      if (isSuspect) suspects.push(face);
      isSuspect = false;
      const turned = takeTurn();
      if (turned !== undefined) await turned;
    }
    starts[edges.count] = length;
    return { facets: facets.slice(0, length), starts, suspects, hasOpenFaces };
  };
}

/** Whether a corner of a triangle lies on the side across from it, or almost. */
function hasNoWidth(points: FlatPoints, a: number, b: number, c: number): boolean {
  const { x, y } = points;
  const ab = (x[b]! - x[a]!) ** 2 + (y[b]! - y[a]!) ** 2;
  const bc = (x[c]! - x[b]!) ** 2 + (y[c]! - y[b]!) ** 2;
  const ca = (x[a]! - x[c]!) ** 2 + (y[a]! - y[c]!) ** 2;
  return turn(points, a, b, c) ** 2 <= NEAR ** 2 * Math.max(ab, bc, ca);
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
