import type { Cylinder, Solid, Sphere } from '@neurofab/core';
import { isBuried, nodesByCenter } from '../boolean-mesh.ts';
import type { Gap } from './gap-roof.ts';

/** How far lengths that should be equal may differ, as a share of the node spacing: more than doubles lose, less than can be seen. */
const TOLERANCE = 1e-9;

/** Connections sorted by what their union is made with. */
export interface FoundGaps {
  /** Gaps that `gapRoof` covers, from left to right. */
  readonly gaps: readonly Gap[];
  /** All other solids. */
  readonly others: readonly Solid[];
}

/**
 * The gaps among some solids whose axes lie in the plane y = 0: every node of a column joined to every one of the next,
 * both equally spaced about one height, all connections of one radius and one even number of sides, and all nodes
 * thicker than the connections that end in them.
 */
export function findGaps(solids: readonly Solid[], nodes: readonly Solid[]): FoundGaps {
  const spheres = nodesByCenter(nodes);
  const columns = new Map<string, Cylinder[]>();
  const others: Solid[] = [];
  for (const solid of solids) {
    if (solid.kind !== 'cylinder' || solid.from[1] !== 0 || solid.to[1] !== 0) {
      others.push(solid);
      continue;
    }
    const key = `${solid.from[0]} ${solid.to[0]}`;
    const found = columns.get(key);
    if (found === undefined) columns.set(key, [solid]);
    else found.push(solid);
  }
  const gaps: Gap[] = [];
  for (const connections of columns.values()) {
    const gap = gapOf(connections, spheres);
    if (gap === undefined) others.push(...connections);
    else gaps.push(gap);
  }
  return { gaps: gaps.sort((a, b) => a.from - b.from), others };
}

function gapOf(connections: readonly Cylinder[], nodes: ReadonlyMap<string, Sphere>): Gap | undefined {
  const { from, to, radius, segments } = connections[0]!;
  if (from[0] >= to[0] || segments % 2 !== 0) return undefined;
  const isAlike = (other: Cylinder) => other.radius === radius && other.segments === segments;
  if (!connections.every((connection) => isAlike(connection) && isBuried(connection, nodes)))
    return undefined;

  const left = column(connections.map((connection) => connection.from[2]));
  const right = column(connections.map((connection) => connection.to[2]));
  const pairs = new Set(connections.map((connection) => `${connection.from[2]} ${connection.to[2]}`));
  if (pairs.size !== connections.length || pairs.size !== left.nodes * right.nodes) return undefined;
  // A single node has no spacing of its own.
  const nodeSpacing = left.spacing ?? right.spacing ?? 4 * radius;
  const isNear = (a: number, b: number) => Math.abs(a - b) <= TOLERANCE * nodeSpacing;
  const isEven =
    left.isEven &&
    right.isEven &&
    isNear(right.spacing ?? nodeSpacing, nodeSpacing) &&
    isNear(left.middle, right.middle);
  if (!isEven || nodeSpacing <= 2 * radius) return undefined;
  return {
    left: left.nodes,
    right: right.nodes,
    from: from[0],
    to: to[0],
    middle: left.middle,
    nodeSpacing,
    connectionRadius: radius,
    segments,
  };
}

/** What the heights of a column's nodes have in common. */
function column(heights: readonly number[]) {
  const rows = [...new Set(heights)].sort((a, b) => a - b);
  const [first, last] = [rows[0]!, rows.at(-1)!];
  const spacing = rows.length === 1 ? undefined : (last - first) / (rows.length - 1);
  return {
    nodes: rows.length,
    spacing,
    middle: (first + last) / 2,
    isEven: rows.every(
      (row, i) => Math.abs(row - first - i * (spacing ?? 0)) <= TOLERANCE * (spacing ?? Math.abs(row) + 1),
    ),
  };
}
