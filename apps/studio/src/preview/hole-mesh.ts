import type { Mesh, Vec3 } from '@neurofab/core';
import type { Hole } from './holes.ts';

/** A hole as one mesh, without the walls that its prisms have in common: letters consist of many. */
export function holeMesh({ prisms }: Hole): Mesh {
  const walls = new Set(prisms.flatMap(({ from }) => from.map((corner, i) => wall(corner, next(from, i)))));
  const indices: number[] = [];
  let first = 0;
  for (const { from } of prisms) {
    const count = from.length;
    for (let i = 0; i < count; i++) {
      if (walls.has(wall(next(from, i), from[i]!))) continue;
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

/** A wall by its lower edge, which its other side has in the other direction. */
function wall(from: Vec3, to: Vec3): string {
  return `${from} ${to}`;
}

function next(ring: readonly Vec3[], i: number): Vec3 {
  return ring[(i + 1) % ring.length]!;
}
