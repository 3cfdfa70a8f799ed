import type { Mesh } from '@neurofab/core';
import type { Hole } from './holes.ts';

/** A hole as one mesh, without the walls that its prisms have in common: letters consist of many. */
export function holeMesh({ prisms }: Hole): Mesh {
  const rings = numbered(prisms);
  const most = prisms.reduce((sum, { from }) => sum + from.length, 0);
  // By its lower edge, which the other side of a wall has in the other direction.
  const wall = (a: number, b: number) => most * a + b;
  const walls = new Set(rings.flatMap((ring) => ring.map((corner, i) => wall(corner, next(ring, i)))));
  const indices: number[] = [];
  let first = 0;
  for (const ring of rings) {
    const count = ring.length;
    for (let i = 0; i < count; i++) {
      if (walls.has(wall(next(ring, i), ring[i]!))) continue;
      const [a, b] = [first + i, first + ((i + 1) % count)];
      indices.push(a, b, count + b, a, count + b, count + a);
    }
    for (let i = first + 1; i < first + count - 1; i++) {
      indices.push(first, i + 1, i, first + count, count + i, count + i + 1);
    }
    first += 2 * count;
  }
  const corners = prisms.flatMap(({ from, to }) => [...from, ...to]);
  return { positions: Float32Array.from(corners.flat()), indices: Uint32Array.from(indices) };
}

/** The lower corners of prisms as numbers, equal ones as the same. */
function numbered(prisms: Hole['prisms']): number[][] {
  const numbers = new Map<string, number>();
  return prisms.map(({ from }) =>
    from.map(([x, y]) => {
      const place = `${x} ${y}`;
      const number = numbers.get(place) ?? numbers.size;
      numbers.set(place, number);
      return number;
    }),
  );
}

function next(ring: readonly number[], i: number): number {
  return ring[(i + 1) % ring.length]!;
}
