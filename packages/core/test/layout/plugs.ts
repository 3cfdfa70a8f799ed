import type { Prism, Scene, Vec3 } from '../../src/index.ts';
import { place } from '../../src/internal.ts';

/** Pegs when all is put together, those of both halves in one, and the sockets for them, layer by layer. */
export function plugs({ pieces }: Scene) {
  const [foot, ...lying] = pieces.toReversed();
  const pegs = lying.map(({ others, assembled }) => {
    // What is under the bed is cut off.
    const raise = ([x, y, z]: Vec3) => place([x, y, Math.max(z, 0)], assembled!);
    const tips = (others as readonly Prism[]).filter((_, i) => i % 2 === 1);
    return tips.map(({ from, to }) => ({
      section: from.map(raise).map(([x, y]) => [x, y] as const),
      tip: raise(to[0]!)[2],
    }));
  });
  const rooms = (foot!.voids as readonly Prism[])
    .filter((_, i) => i % 2 === 0)
    .map(({ from }) => ({ from: from.map((corner) => place(corner, foot!.assembled!)) }));
  return {
    pegs: pegs[0]!.map(({ tip }, i) => ({ tip, section: pegs.flatMap((own) => own[i]!.section) })),
    rooms,
  };
}

/** How far the nearest of some points is from each side of a polygon that they lie in. */
export function gaps(polygon: readonly Vec3[], points: readonly (readonly [number, number])[]): number[] {
  return polygon.map(([x, y], i) => {
    const [nextX, nextY] = polygon[(i + 1) % polygon.length]!;
    const length = Math.hypot(nextX - x, nextY - y);
    return Math.min(...points.map(([u, v]) => ((nextX - x) * (v - y) - (nextY - y) * (u - x)) / length));
  });
}
