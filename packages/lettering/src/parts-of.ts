import { sum } from './grid.ts';
import type { Polygon } from './outline-of.ts';

/** Each outer ring with the holes in it: what is inside one touches no edge of another. */
export function partsOf(rings: readonly Polygon[]): Polygon[][] {
  const outer = rings.filter((ring) => areaOf(ring) > 0);
  const holes = rings.filter((ring) => areaOf(ring) <= 0);
  const around = holes.map((hole) =>
    outer
      .filter((ring) => contains(ring, hole[0]!))
      .reduce((inner, ring) => (areaOf(ring) < areaOf(inner) ? ring : inner), outer[0]!),
  );
  return outer.map((ring) => [ring, ...holes.filter((_, i) => around[i] === ring)]);
}

function areaOf(ring: Polygon): number {
  const doubled = ring.map(([x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length]!;
    return x * nextY - nextX * y;
  });
  return sum(doubled) / 2;
}

/** Whether a ray from a point to the right leaves a ring. */
function contains(ring: Polygon, [x, y]: Polygon[0]): boolean {
  const crossings = ring.filter(([fromX, fromY], i) => {
    const [toX, toY] = ring[(i + 1) % ring.length]!;
    return fromY > y !== toY > y && x < fromX + ((y - fromY) / (toY - fromY)) * (toX - fromX);
  });
  return crossings.length % 2 === 1;
}
