import type { Mesh } from '@neurofab/core';
import { type Convexes, EDGE } from './convexes.ts';

/** A closed mesh of one of the solids; of a half, with the floor that it stands on. */
export function convexMesh({ firstPoint, firstEdge, points, edges }: Convexes, solid: number): Mesh {
  const start = firstPoint[solid]!;
  // By facet, the point that follows each one around it, counter-clockwise.
  const facets = new Map<number, Map<number, number>>();
  const add = (facet: number, from: number, to: number) => {
    const next = facets.get(facet) ?? new Map<number, number>();
    facets.set(facet, next.set(from, to));
  };
  for (let edge = firstEdge[solid]!; edge < firstEdge[solid + 1]!; edge++) {
    const [from, to, left, right] = edges.subarray(EDGE * edge, EDGE * (edge + 1));
    add(left!, from!, to!);
    add(right!, to!, from!);
  }
  const indices: number[] = [];
  for (const next of facets.values()) {
    const [[hub, first]] = [...next] as [[number, number]];
    for (let from = first, to = next.get(first)!; to !== hub; from = to, to = next.get(to)!) {
      indices.push(hub - start, from - start, to - start);
    }
  }
  return {
    positions: Float32Array.from(points.subarray(3 * start, 3 * firstPoint[solid + 1]!)),
    indices: Uint32Array.from(indices),
  };
}
