import type { Piece, Prism, Solid, Vec3 } from '@neurofab/core';

/** Whether a piece is cut off at the bed. */
export function isCutAtBed({ voids = [] }: Piece): boolean {
  return voids.some(isUnderBed);
}

/**
 * What else is taken away from a piece, as far as it lies in it and outermost first: holes up from the bed where it is cut off, sockets
 * down from its top elsewhere.
 */
export function holesIn(piece: Piece): Prism[] {
  const { voids = [], others } = piece;
  const holes = voids.filter((solid) => solid.kind === 'prism').filter((solid) => !isUnderBed(solid));
  if (isCutAtBed(piece)) {
    return holes
      .map(({ from, to, ...hole }): Prism => ({ ...hole, from: movedTo(0, from, to, Math.max), to }))
      .sort((a, b) => highest(a.to) - highest(b.to));
  }
  const top = Math.max(...others.flatMap((solid) => (solid.kind === 'prism' ? highest(solid.to) : [])));
  return holes
    .map(({ from, to, ...hole }): Prism => ({ ...hole, from, to: movedTo(top, to, from, Math.min) }))
    .sort((a, b) => highest(b.from) - highest(a.from));
}

/** What is left of a prism that is cut off at the bed and is widest there or above. */
export function cutAtBed({ kind, from, to }: Prism): Prism {
  return { kind, from: cutRing(from), to: cutRing(to) };
}

function isUnderBed(solid: Solid): boolean {
  return solid.kind === 'prism' && highest(solid.to) <= 0;
}

/** An end of a prism no farther out than a height. */
function movedTo(
  height: number,
  end: readonly Vec3[],
  other: readonly Vec3[],
  inner: (a: number, b: number) => number,
): Vec3[] {
  return end.map((corner, i) => between(other[i]!, corner, inner(height, corner[2])));
}

/** As many corners, those below the bed where the sides next to them meet it. */
function cutRing(ring: readonly Vec3[]): Vec3[] {
  return ring.map((corner, i) => {
    if (corner[2] >= 0) return corner;
    const above = [ring.at(i - 1)!, ring[(i + 1) % ring.length]!].find(([, , z]) => z > 0);
    return above === undefined ? [corner[0], corner[1], 0] : between(above, corner, 0);
  });
}

/** The point at a height on the line through two others. */
function between([x, y, z]: Vec3, [endX, endY, endZ]: Vec3, height: number): Vec3 {
  const share = (height - z) / (endZ - z);
  return [x + share * (endX - x), y + share * (endY - y), height];
}

function highest(corners: readonly Vec3[]): number {
  return Math.max(...corners.map(([, , z]) => z));
}
