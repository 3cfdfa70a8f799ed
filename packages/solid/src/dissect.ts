import type { JobOptions, Part, Scene, Solid, Vec3 } from '@neurofab/core';
import { withBench } from './bench.ts';
import { collectFacets } from './collect-facets.ts';
import type { Manifold } from './kernel.ts';
import { mend } from './mend.ts';
import { mirrorPlane } from './mirror-plane.ts';
import { makePieces, type Piece, type RolePieces } from './pieces.ts';
import { AIR, type Surface } from './surface.ts';

/** `'parts'` labels facets with the part's number and also makes those where parts touch; `'outline'` takes all parts for one, number 0. */
export type Detail = 'parts' | 'outline';

/** Where parts overlap, the role named first has the space. */
const PRECEDENCE = ['layer', 'connections', 'base'] as const satisfies readonly Part['role'][];

/**
 * The surface of a scene, labelled with the number of the part that each facet bounds. A facet between two parts is in it
 * once, so that neighbours share their points exactly.
 */
export async function dissect(scene: Scene, detail: Detail, job: JobOptions = {}): Promise<Surface> {
  const plane = mirrorPlane(scene);
  const parts = scene.parts.map(({ role, solids }) => ({
    role,
    solids: Array.from(solids, (solid) => moveAcross(solid, -(plane ?? 0))),
  }));
  const roles = PRECEDENCE.map(makePieces(parts, plane !== undefined));

  return withBench(countBooleans(roles, detail), job, async (bench, kernel) => {
    const firstLabel = kernel.Manifold.reserveIDs(parts.length);
    const make = ({ mesh, part, isHalf }: Piece) => {
      const manifold = bench.make(mesh, firstLabel + part);
      return plane === undefined || isHalf ? manifold : bench.half(manifold);
    };
    /** Each body by itself, the stronger ones cut away. */
    const bodies: { readonly manifold: Manifold; readonly part?: number }[] = [];
    const facets = collectFacets(scene.bounds, plane);
    let outline: Manifold | undefined;
    for (const { role, pieces: united, roofs } of roles) {
      const whole = await bench.union(united.map(make));
      const pieces = [...roofs.map(make), ...(whole === undefined ? [] : [whole])];
      if (pieces.length === 0) continue;
      if (outline === undefined) {
        outline = (await bench.union(pieces))!;
        bodies.push({ manifold: outline });
        continue;
      }
      if (detail === 'parts') {
        const remains: Manifold[] = [];
        for (const piece of pieces) remains.push(await bench.difference(piece, outline));
        const rest = (await bench.union(remains))!;
        const part = parts.findIndex((candidate) => candidate.role === role);
        bodies.push({ manifold: rest, part });
        facets.add(rest, (label) => (label === firstLabel + part ? undefined : [part, label - firstLabel]));
      }
      for (const piece of pieces) outline = (await bench.union([outline, piece]))!;
    }
    if (outline === undefined) return facets.surface;
    facets.add(outline, (label) => [detail === 'parts' ? label - firstLabel : 0, AIR]);
    const { surface, isWhole } = mend(facets.surface);
    job.onProgress?.(1);
    if (isWhole || detail === 'outline') return surface;

    // Where parts have faces in one plane, the booleans may disagree on whose they are. Then each body is closed by itself,
    // and only the facets that coincide to the point are shared.
    const separate = collectFacets(scene.bounds, plane);
    for (const { manifold, part } of bodies) {
      separate.add(manifold, (label) => [part ?? label - firstLabel, AIR]);
    }
    return mend(separate.surface).surface;
  });
}

function countBooleans(roles: readonly RolePieces[], detail: Detail): number {
  return roles.reduce((sum, { pieces, roofs }) => {
    const joined = roofs.length + Math.min(1, pieces.length);
    return sum + Math.max(0, pieces.length - 1) + joined * (detail === 'parts' ? 3 : 1);
  }, 0);
}

function moveAcross(solid: Solid, distance: number): Solid {
  const moved = ([x, y, z]: Vec3): Vec3 => [x, y + distance, z];
  return solid.kind === 'sphere'
    ? { ...solid, center: moved(solid.center) }
    : { ...solid, from: moved(solid.from), to: moved(solid.to) };
}
