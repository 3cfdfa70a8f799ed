import { pointFinder } from '../find-points.ts';
import { FACET, NEAR, type Surface } from '../surface.ts';
import type { Manifold } from './kernel.ts';

/** What lies inside and outside of a facet. */
export type Sides = readonly [inside: number, outside: number];

/** Collects facets into a surface. */
export interface Collector {
  /** Adds the facets of a manifold for whose label `sides` gives what lies inside and outside of them. */
  add(manifold: Pick<Manifold, 'getMesh'>, sides: (label: number) => Sides | undefined): void;
  /** All facets so far. */
  surface(): Surface;
}

/**
 * Collects facets on the lattice with this unit. Given the y of a mirror plane in lattice units, what is added are halves that
 * stand on y = 0: what lies there goes.
 */
export function collectFacets(unit: number, mirror: number | undefined): Collector {
  const finder = pointFinder();
  const facets: number[] = [];

  return {
    add(manifold, sides) {
      const { vertProperties, triVerts, numProp, runIndex, runOriginalID } = manifold.getMesh();
      const numbers = new Int32Array(vertProperties.length / numProp);
      for (let vertex = 0; vertex < numbers.length; vertex++) {
        const [x, y, z] = [0, 1, 2].map((axis) =>
          Math.round(vertProperties[numProp * vertex + axis]! / unit),
        );
        numbers[vertex] = finder.find(x!, mirror !== undefined && y! <= NEAR ? 0 : y!, z!);
      }
      for (let run = 0; run < runOriginalID.length; run++) {
        const labels = sides(runOriginalID[run]!);
        if (labels === undefined) continue;
        for (let i = runIndex[run]!; i < runIndex[run + 1]!; i++) {
          facets.push(numbers[triVerts[i]!]!);
          if (i % 3 === 2) facets.push(...labels);
        }
      }
    },
    surface() {
      const points = finder.points();
      const isOnFloor = (point: number) => mirror !== undefined && points[3 * point + 1] === 0;
      const kept = Int32Array.from(facets);
      let length = 0;
      for (let i = 0; i < kept.length; i += FACET) {
        if (isOnFloor(kept[i]!) && isOnFloor(kept[i + 1]!) && isOnFloor(kept[i + 2]!)) continue;
        kept.copyWithin(length, i, i + FACET);
        length += FACET;
      }
      return { unit, mirror, points, facets: kept.slice(0, length) };
    },
  };
}
