import type { JobOptions, Mesh, Part, Scene, Solid, Vec3 } from '@neurofab/core';
import { withBench } from './bench.ts';
import { booleanMesher } from './boolean-mesh.ts';
import { collectFacets } from './collect-facets.ts';
import { findGaps } from './gap-roof/find-gaps.ts';
import { gapRoof } from './gap-roof/gap-roof.ts';
import { joinMeshes } from './join-meshes.ts';
import type { Manifold } from './kernel.ts';
import { mend } from './mend.ts';
import { mirrorPlane } from './mirror-plane.ts';
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
  const nodes = parts.flatMap(({ role, solids }) => (role === 'layer' ? solids : []));
  const toMesh = booleanMesher(parts.flatMap(({ solids }) => solids));
  const booleans = parts.reduce((sum, { solids }) => sum + solids.length, 0);

  return withBench(booleans, job, async (bench, kernel) => {
    const firstLabel = kernel.Manifold.reserveIDs(parts.length);
    const make = (mesh: Mesh, part: number) => {
      const manifold = bench.make(mesh, firstLabel + part);
      return plane === undefined ? manifold : bench.half(manifold);
    };
    /** The solids of a role as a few manifolds, which may overlap, in the order in which they join what is there. */
    const wholes = async (role: Part['role']): Promise<Manifold[]> => {
      const rest: Manifold[] = [];
      const roofs: Manifold[] = [];
      for (const [number, part] of parts.entries()) {
        if (part.role !== role) continue;
        const isFlat = role === 'connections' && plane !== undefined;
        const { gaps, others } = isFlat ? findGaps(part.solids, nodes) : { gaps: [], others: part.solids };
        if (areApart(others)) rest.push(make(joinMeshes(others.map(toMesh)), number));
        else for (const solid of others) rest.push(make(toMesh(solid), number));
        // Only neighbouring gaps touch, so every second one may be in a mesh together.
        for (const parity of [0, 1]) {
          const meshes = gaps.filter((_, i) => i % 2 === parity).map((gap) => gapRoof(gap)!);
          if (meshes.length > 0) roofs.push(bench.make(joinMeshes(meshes), firstLabel + number));
        }
      }
      const union = await bench.union(rest);
      return union === undefined ? roofs : [...roofs, union];
    };
    /** Each body by itself, the stronger ones cut away. */
    const bodies: { readonly manifold: Manifold; readonly part?: number }[] = [];
    const facets = collectFacets(scene.bounds, plane);
    let outline: Manifold | undefined;
    for (const role of PRECEDENCE) {
      const pieces = await wholes(role);
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

/** Whether solids are the nodes of one column and do not touch, so that they need no boolean to be together. */
function areApart(solids: readonly Solid[]): boolean {
  const nodes = solids.flatMap((solid) => (solid.kind === 'sphere' ? [solid] : []));
  if (nodes.length === 0 || nodes.length < solids.length) return false;
  const column = nodes.toSorted((a, b) => a.center[2] - b.center[2]);
  return column.every((node, i) => {
    const below = column[i - 1];
    if (below === undefined) return true;
    const isAbove = node.center[0] === below.center[0] && node.center[1] === below.center[1];
    return isAbove && node.center[2] - below.center[2] > node.radius + below.radius;
  });
}

function moveAcross(solid: Solid, distance: number): Solid {
  const moved = ([x, y, z]: Vec3): Vec3 => [x, y + distance, z];
  return solid.kind === 'sphere'
    ? { ...solid, center: moved(solid.center) }
    : { ...solid, from: moved(solid.from), to: moved(solid.to) };
}
