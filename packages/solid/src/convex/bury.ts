import type { Cylinder, Solid, Sphere, Vec3 } from '@neurofab/core';
import { flatSideStart, unitCircle } from '@neurofab/core/internal';
import type { Placed } from './placed.ts';

/** How deep below the largest possible start a buried end lies, as a share of its distance from the node's centre. */
const DEPTH = 0.05;

/** The nodes whose centres a cylinder begins and ends in. */
export type NodesAtEnds = readonly [from: Sphere | undefined, to: Sphere | undefined];

/** A solid where it stands. */
export interface Owned {
  readonly solid: Solid;
  readonly rank: number;
  readonly nodes?: NodesAtEnds;
}

/**
 * Cuts a cylinder that ends in the centre of a thicker node short, just below its surface: the union stays the same, but the many
 * cylinders of a node no longer all meet in its centre. They turn a flat side to ±Y, as connections do everywhere.
 */
export function bury({ solid, rank, nodes = [undefined, undefined] }: Owned): Placed {
  if (solid.kind !== 'cylinder') return { solid, rank, start: 0 };
  // What is thicker than the node is a disc, whose full width has to stay where it is.
  const [start, end] = nodes.map((node) =>
    node !== undefined && node.radius > solid.radius ? node : undefined,
  );
  if (start === undefined && end === undefined) return { solid, rank, start: 0 };
  const { from, to } = solid;
  const rod: Cylinder = {
    ...solid,
    from: toward(from, to, buriedLength(start, solid)),
    to: toward(to, from, buriedLength(end, solid)),
  };
  return { solid: rod, rank, start: flatSideStart(solid.segments) };
}

/** How much of a cylinder that starts in a node's centre can go, with the whole rim of its new end inside the node. */
function buriedLength(node: Sphere | undefined, { radius }: Cylinder): number {
  if (node === undefined) return 0;
  const inner = innerRadius(node);
  return inner > radius ? (1 - DEPTH) * Math.sqrt(inner * inner - radius * radius) : 0;
}

/** The faces of a UV sphere lie at least this far from its centre: a chord in azimuth and one in latitude. */
function innerRadius({ radius, segments, rings }: Sphere): number {
  return radius * halfChord(segments) * halfChord(2 * rings);
}

/** How far the sides of a regular polygon lie from its middle, if its corners lie at 1. */
function halfChord(segments: number): number {
  return unitCircle(segments, 0.5).cos[0]!;
}

function toward(start: Vec3, end: Vec3, length: number): Vec3 {
  const [x, y, z] = [end[0] - start[0], end[1] - start[1], end[2] - start[2]];
  const share = length / Math.sqrt(x * x + y * y + z * z);
  return [start[0] + x * share, start[1] + y * share, start[2] + z * share];
}
