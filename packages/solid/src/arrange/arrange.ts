import type { TakeTurn } from '@neurofab/core/internal';
import type { Convexes } from '../convex/convexes.ts';
import { clipper } from './clip.ts';
import { crossings } from './crossings.ts';
import { edgeRows } from './edge-rows.ts';
import { findNeighbours } from './neighbours.ts';
import { ownEdges } from './own-edges.ts';
import { piercer, piercings } from './pierce.ts';
import { vertices } from './vertices.ts';

/** All edges of the surface between parts, and between them and the air. */
export { ROW } from './edge-rows.ts';

export interface Arrangement {
  /** x, y, z of each vertex. */
  readonly positions: Float64Array;
  /** Four numbers an edge, `ROW`: the facet on its left, the rank outside of it there, `NO_RANK` for the air, then the vertices. */
  readonly rows: Int32Array;
}

export interface ArrangeJob {
  readonly takeTurn: TakeTurn;
  readonly onProgress: (done: number) => void;
}

/**
 * Finds the edges of the union of convex solids, exactly but for rounding: what no other hides of the solids' own edges, and
 * of the seams where their facets cross. The ranks say who has the space where solids overlap.
 *
 * `undefined` if rounding made two findings disagree, as it may where points, edges or facets of several solids nearly meet.
 */
export async function arrange(convexes: Convexes, job: ArrangeJob): Promise<Arrangement | undefined> {
  const neighbours = findNeighbours(convexes);
  const clip = clipper(convexes);
  const pierce = piercer(convexes, clip);
  const named = vertices();
  const rows = edgeRows();
  const addCrossings = crossings(convexes, neighbours, clip, named, rows);
  const addOwnEdges = ownEdges(convexes, named, rows);
  const [own, others] = [piercings(), piercings()];
  for (let solid = 0; solid < convexes.count; solid++) {
    own.length = 0;
    for (let i = neighbours.first[solid]!; i < neighbours.first[solid + 1]!; i++) {
      const other = neighbours.of[i]!;
      const fromRow = own.length;
      pierce(solid, other, own);
      if (other < solid) continue;
      others.length = 0;
      pierce(other, solid, others);
      if (!addCrossings(solid, i, own, fromRow, others)) return undefined;
    }
    addOwnEdges(solid, own);
    job.onProgress((solid + 1) / convexes.count);
    await job.takeTurn();
  }
  return { positions: named.positions(), rows: rows.rows() };
}
