import { AIR, type Surface } from '../../src/surface.ts';

export const IN_AIR = [AIR, AIR, AIR, AIR] as const;

/** A tetrahedron over a square of so many lattice units; its points are new but for the first, if that is given. */
export interface Tetrahedron {
  readonly size: number;
  readonly height: number;
  readonly inside: number;
  /** Of each facet. */
  readonly outside: readonly [number, number, number, number];
  /** Whether its first point is the first of all, as when it touches what has that already. */
  readonly touches?: boolean;
}

/** Tetrahedra by themselves, whatever lies outside of them. */
export function surfaceOf(tetrahedra: readonly Tetrahedron[]): Surface {
  const points: number[] = [];
  const facets: number[] = [];
  for (const { size, height, inside, outside, touches } of tetrahedra) {
    const at = touches ? 0 : 1000 * points.length;
    const add = (x: number, y: number, z: number) => points.push(at + x, at + y, at + z) / 3 - 1;
    const [a, b, c, d] = [
      touches ? 0 : add(0, 0, 0),
      add(size, 0, 0),
      add(0, size, 0),
      add(size, size, height),
    ];
    const corners = [
      [a, c, b],
      [a, b, d],
      [b, c, d],
      [c, a, d],
    ];
    corners.forEach((triangle, i) => {
      facets.push(...triangle, inside, outside[i]!);
    });
  }
  return {
    unit: 2 ** -16,
    mirror: undefined,
    points: Int32Array.from(points),
    facets: Int32Array.from(facets),
  };
}
