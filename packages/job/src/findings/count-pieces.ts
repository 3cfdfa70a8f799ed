import type { Node, Other, Piece, Rod, Vec3 } from '@neurofab/core';
import { rootOf } from '@neurofab/core/internal';

/** What hangs together of a scene. */
export interface HangingTogether {
  /** A base that touches no node is not counted: that is another matter. */
  readonly count: number;
  /** How many of these are one node and nothing else. */
  readonly lone: number;
}

/**
 * What hangs together of pieces that a plane mirrors: rods join their nodes and those that they pass through, and each other where
 * they cross; a base and its posts join what reaches into them.
 */
export function countPieces(pieces: readonly Piece[]): HangingTogether {
  const parts = pieces.map(countIn);
  return {
    count: parts.reduce((sum, { count }) => sum + count, 0),
    lone: parts.reduce((sum, { lone }) => sum + lone, 0),
  };
}

function countIn({ nodes, rods, others }: Piece): HangingTogether {
  const parent = Uint32Array.from({ length: nodes.length + others.length }, (_, i) => i);
  const join: Join = (one, other) => {
    parent[rootOf(parent, one)] = rootOf(parent, other);
  };
  const all = rods.flatMap((some) => [...some]).filter((rod) => rod.kind === 'cylinder');
  for (const rod of all) joinNodes(rod, nodes, join);
  for (const gap of byGap(all)) joinCrossing(gap, join);
  const roots = () => [...new Set(nodes.map((_, node) => rootOf(parent, node)))];
  // To a network that hangs together already a base makes no difference.
  if (roots().length > 1) joinBase({ nodes, others }, all, join);
  const sizes = new Uint32Array(parent.length);
  for (const number of parent.keys()) sizes[rootOf(parent, number)]!++;
  return { count: roots().length, lone: roots().filter((root) => sizes[root] === 1).length };
}

/** Takes the numbers of two solids that hang together. */
type Join = (one: number, other: number) => void;

/** Joins what a rod holds: all from end to end in a layer, such as dots; else its ends, and their neighbours if it is steep. */
function joinNodes(rod: Rod, nodes: readonly Node[], join: Join): void {
  const { from, to, ends } = rod;
  join(...ends);
  const rise = Math.sign(to[2] - from[2]);
  if (from[0] === to[0]) for (let i = ends[0] + 1; i < ends[1]; i++) join(i, ends[0]);
  else if (rise !== 0) {
    // The nodes of a layer are numbered from below.
    joinNeighbours(rod, { nodes, end: ends[0], step: rise }, join);
    joinNeighbours(rod, { nodes, end: ends[1], step: -rise }, join);
  }
}

function joinNeighbours(
  rod: Rod,
  { nodes, end, step }: { readonly nodes: readonly Node[]; readonly end: number; readonly step: number },
  join: Join,
): void {
  const { from, to } = rod;
  const [x, , z] = nodes[end]!.center;
  const [across, up] = [to[0] - from[0], to[2] - from[2]];
  const flatness = Math.abs(across) / Math.sqrt(across ** 2 + up ** 2);
  for (let i = end + step; nodes[i]?.center[0] === x; i += step) {
    const { center, radius: reach } = nodes[i]!;
    if (Math.abs(center[2] - z) * flatness >= halfWidth(rod) + reach) return;
    join(i, end);
  }
}

/** How far a rod reaches from its axis in the plane: one of four sides turns a flat there. */
function halfWidth({ radius, segments }: Rod): number {
  return segments === 4 ? radius * Math.SQRT1_2 : radius;
}

function byGap(rods: readonly Rod[]): Iterable<Rod[]> {
  const gaps = new Map<string, Rod[]>();
  for (const rod of rods) {
    const key = `${rod.from[0]} ${rod.to[0]}`;
    const gap = gaps.get(key);
    if (gap === undefined) gaps.set(key, [rod]);
    else gap.push(rod);
  }
  return gaps.values();
}

/** Joins the rods of a gap that cross: of two, the one that starts lower ends higher. */
function joinCrossing(rods: readonly Rod[], join: Join): void {
  // What hangs together of those before, by a node and the height of the highest end, which grows from one to the next.
  const groups: { readonly node: number; readonly top: number }[] = [];
  for (const { ends, to } of rods.toSorted((a, b) => a.from[2] - b.from[2] || a.to[2] - b.to[2])) {
    let top = to[2];
    while (groups.length > 0 && groups.at(-1)!.top > to[2]) {
      const crossed = groups.pop()!;
      join(crossed.node, ends[0]);
      top = Math.max(top, crossed.top);
    }
    groups.push({ node: ends[0], top });
  }
}

/** Joins a base, whose solids are numbered after the nodes, with what reaches into it. */
function joinBase(
  { nodes, others }: Pick<Piece, 'nodes' | 'others'>,
  rods: readonly Rod[],
  join: Join,
): void {
  const boxes = others.map(boxOf);
  for (const [i, box] of boxes.entries()) {
    const number = nodes.length + i;
    for (const [node, { center, radius }] of nodes.entries()) {
      if (meets({ from: center, to: center, radius }, box)) join(node, number);
    }
    for (const rod of rods) {
      if (meets({ ...rod, radius: halfWidth(rod) }, box)) join(rod.ends[0], number);
    }
    for (let j = 0; j < i; j++) if (overlap(boxes[j]!, box)) join(nodes.length + j, number);
  }
}

/** From the least to the most along x and z, in the plane that mirrors a piece. */
type Box = readonly [x: readonly [number, number], z: readonly [number, number]];

/** What a solid of a base takes of the plane: discs and posts stand upright. */
function boxOf(other: Other): Box {
  if (other.kind === 'prism') {
    const corners = [...other.from, ...other.to];
    const range = (axis: 0 | 2): [number, number] => [
      Math.min(...corners.map((corner) => corner[axis])),
      Math.max(...corners.map((corner) => corner[axis])),
    ];
    return [range(0), range(2)];
  }
  const { radius } = other;
  if (other.kind === 'sphere') {
    const [x, , z] = other.center;
    return [around(x, radius), around(z, radius)];
  }
  const { from, to } = other;
  return [around(from[0], radius), [Math.min(from[2], to[2]), Math.max(from[2], to[2])]];
}

function around(middle: number, radius: number): [number, number] {
  return [middle - radius, middle + radius];
}

function overlap([x, z]: Box, [otherX, otherZ]: Box): boolean {
  const meet = (one: Box[0], other: Box[0]) => one[0] <= other[1] && other[0] <= one[1];
  return meet(x, otherX) && meet(z, otherZ);
}

/** Whether a rod reaches into a box, to within the roundness of a corner. */
function meets({ from, to, radius }: { from: Vec3; to: Vec3; radius: number }, box: Box): boolean {
  let [start, end] = [0, 1];
  for (const [axis, [min, max]] of [[0, box[0]] as const, [2, box[1]] as const]) {
    const [low, high] = [min - radius - from[axis], max + radius - from[axis]];
    const way = to[axis] - from[axis];
    if (way === 0 && (low > 0 || high < 0)) return false;
    if (way === 0) continue;
    start = Math.max(start, Math.min(low / way, high / way));
    end = Math.min(end, Math.max(low / way, high / way));
  }
  return start <= end;
}
