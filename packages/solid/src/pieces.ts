import type { Bounds, Mesh } from '@neurofab/core';
import { detachFar } from './detach-far.ts';
import { joinMeshes } from './join-meshes.ts';
import type { Lump } from './lumps.ts';

/** Closed meshes that touch nowhere, as one for booleans. */
export interface Piece {
  readonly mesh: Mesh;
  /** Whose triangles these are, one stretch after the other. */
  readonly runs: readonly Run[];
  /** Facets that no other piece comes near. Triangles without a part stand in for them in `mesh`. */
  readonly far: readonly FarFacets[];
  /** Whether roofs are among them. */
  readonly hasRoofs: boolean;
}

export interface FarFacets {
  readonly mesh: Mesh;
  readonly part: number;
}

export interface Run {
  readonly part: number | undefined;
  /** Of indices. */
  readonly length: number;
}

/** What some of the lumps of a scene are put together from: those that touch nowhere in one piece. */
export function makePieces(own: readonly Lump[], all: readonly Lump[]): readonly Piece[] {
  return groupApart(own).map((group) => toPiece(group, all));
}

/** As few groups as come of putting each lump into the first one where it touches none. */
function groupApart(lumps: readonly Lump[]): Lump[][] {
  const groups: Lump[][] = [];
  for (const lump of lumps) {
    const group = groups.find((others) => !others.some(({ bounds }) => touch(bounds, lump.bounds)));
    if (group === undefined) groups.push([lump]);
    else group.push(lump);
  }
  return groups;
}

function touch(one: Bounds, other: Bounds): boolean {
  return [0, 1, 2].every((axis) => one.min[axis]! <= other.max[axis]! && other.min[axis]! <= one.max[axis]!);
}

function toPiece(group: readonly Lump[], lumps: readonly Lump[]): Piece {
  const meshes: Mesh[] = [];
  const runs: Run[] = [];
  const far: FarFacets[] = [];
  for (const lump of group) {
    const stretch = freeStretch(lump, lumps);
    if (stretch === undefined) {
      meshes.push(lump.mesh);
      runs.push({ part: lump.part, length: lump.mesh.indices.length });
      continue;
    }
    const detached = detachFar(lump.mesh, ...stretch);
    meshes.push(detached.near);
    far.push({ mesh: detached.far, part: lump.part });
    runs.push({ part: lump.part, length: detached.caps });
    runs.push({ part: undefined, length: detached.near.indices.length - detached.caps });
  }
  return { mesh: joinMeshes(meshes), runs, far, hasRoofs: group.some(({ isRoof }) => isRoof) };
}

/** How much of a stretch is kept at either end, so that what is rounded there meets nothing. */
const MARGIN = 0.01;

/** From where to where along x no other lump comes near the middle of one. */
function freeStretch(lump: Lump, lumps: readonly Lump[]): readonly [from: number, to: number] | undefined {
  if (!lump.isRoof) return undefined;
  let [from, to] = [lump.bounds.min[0], lump.bounds.max[0]];
  const middle = (from + to) / 2;
  for (const other of lumps) {
    if (other === lump || !touch(other.bounds, lump.bounds)) continue;
    if (other.bounds.max[0] < middle) from = Math.max(from, other.bounds.max[0]);
    else if (other.bounds.min[0] > middle) to = Math.min(to, other.bounds.min[0]);
    else return undefined;
  }
  const margin = MARGIN * (to - from);
  return [from + margin, to - margin];
}
