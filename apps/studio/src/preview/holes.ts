import type { Piece, Prism, Solid, Vec3 } from '@neurofab/core';

/** Whether a piece is cut off at the bed. */
export function isCutAtBed({ voids = [] }: Piece): boolean {
  return voids.some(isUnderBed);
}

/** What is taken away in one go: prisms side by side, from one height to another. */
export interface Hole {
  readonly prisms: readonly [Prism, ...Prism[]];
  /** What it goes into. */
  readonly part: number;
}

/**
 * What else is taken away from a piece, as far as it lies in it and outermost first: holes up from the bed where it is cut off, sockets
 * and letters down from the top of what they are in elsewhere.
 */
export function holesIn(piece: Piece): Hole[] {
  const { voids = [], nodes, others } = piece;
  const prisms = voids.filter((solid) => solid.kind === 'prism').filter((solid) => !isUnderBed(solid));
  if (isCutAtBed(piece)) {
    return prisms
      .map(({ from, to, ...rest }): Hole => {
        const open = { ...rest, from: movedTo(0, from, to, Math.max), to };
        return { prisms: [open], part: around(from, nodes)!.part };
      })
      .sort(({ prisms: [a] }, { prisms: [b] }) => highest(a.to) - highest(b.to));
  }
  return alike(prisms)
    .map((hole): Hole => {
      const into = around(hole[0].from, others)!;
      const open = ({ from, to, ...rest }: Prism) => ({
        ...rest,
        from,
        to: movedTo(topOf(into), to, from, Math.min),
      });
      const [first, ...more] = hole;
      return { prisms: [open(first), ...more.map(open)], part: into.part };
    })
    .sort(({ prisms: [a] }, { prisms: [b] }) => highest(b.from) - highest(a.from));
}

/** What is left of a prism that is cut off at the bed and is widest there or above. */
export function cutAtBed({ kind, from, to }: Prism): Prism {
  return { kind, from: cutRing(from), to: cutRing(to) };
}

function isUnderBed(solid: Solid): boolean {
  return solid.kind === 'prism' && highest(solid.to) <= 0;
}

/** Prisms that begin and end at the same heights. */
function alike(prisms: readonly Prism[]): [Prism, ...Prism[]][] {
  const found = new Map<string, [Prism, ...Prism[]]>();
  for (const prism of prisms) {
    const heights = `${highest(prism.from)} ${highest(prism.to)}`;
    const others = found.get(heights);
    if (others === undefined) found.set(heights, [prism]);
    else others.push(prism);
  }
  return [...found.values()];
}

/** The highest solid above or below the middle of some corners. */
function around<Kind extends Solid>(corners: readonly Vec3[], solids: readonly Kind[]): Kind | undefined {
  const [x, y] = [0, 1].map(
    (axis) => corners.reduce((sum, corner) => sum + corner[axis]!, 0) / corners.length,
  );
  const there = solids.filter((solid) => isOver(solid, [x!, y!]));
  return there.sort((a, b) => topOf(b) - topOf(a))[0];
}

/** Whether a solid that stands upright is somewhere over a point of the bed. */
function isOver(solid: Solid, [x, y]: readonly [number, number]): boolean {
  if (solid.kind === 'prism') {
    return solid.from.every(([ax, ay], i) => {
      const [bx, by] = solid.from[(i + 1) % solid.from.length]!;
      return (bx - ax) * (y - ay) - (by - ay) * (x - ax) >= 0;
    });
  }
  const [centerX, centerY] = solid.kind === 'sphere' ? solid.center : solid.from;
  return Math.hypot(centerX - x, centerY - y) < solid.radius;
}

function topOf(solid: Solid): number {
  switch (solid.kind) {
    case 'sphere':
      return solid.center[2] + solid.radius;
    case 'cylinder':
      return Math.max(solid.from[2], solid.to[2]);
    case 'prism':
      return highest(solid.to);
  }
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
