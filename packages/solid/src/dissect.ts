import { type JobOptions, partSolids, type Scene, type Solid, takeTurns, type Vec3 } from '@neurofab/core';
import { withBench } from './bench.ts';
import { collectFacets } from './collect-facets.ts';
import type { Manifold } from './kernel.ts';
import { planLumps, type Role } from './lumps.ts';
import { mend } from './mend.ts';
import { type FarFacets, makePieces, type Piece } from './pieces.ts';
import { AIR, type Surface } from './surface.ts';
import { tally } from './tally.ts';

/** `'parts'` labels facets with the part's number and also makes those where parts touch; `'outline'` takes all parts for one, number 0. */
export type Detail = 'parts' | 'outline';

/**
 * Roles that are joined together, one step after the other. Where parts overlap, the role of an earlier step has the space;
 * an outline knows no parts, and takes connections last, which have most facets.
 */
const STEPS: Readonly<Record<Detail, readonly (readonly Role[])[]>> = {
  parts: [['layer'], ['connections'], ['base']],
  outline: [['layer', 'base', 'connections']],
};

/** By rank. */
const ROLES = ['layer', 'connections', 'connections', 'base'] as const;

/** How many booleans lumps usually take to join. */
const USUAL_BOOLEANS = 8;

/** The bodies of a role, the stronger ones cut away; all of `part`, if it is given. */
interface Remains {
  readonly manifold: Manifold;
  readonly part?: number;
  readonly far: readonly FarFacets[];
}

/**
 * The surface of a scene, labelled with the number of the part that each facet bounds. A facet between two parts is in it
 * once, so that neighbours share their points exactly.
 */
export async function dissect(scene: Scene, detail: Detail, job: JobOptions = {}): Promise<Surface> {
  // Networks have one piece.
  const piece = scene.pieces[0]!;
  const plane = piece.mirror;
  const parts = scene.parts.map(({ rank }, part) => ({
    role: ROLES[rank]!,
    solids: Array.from(partSolids(piece, part), (solid) => moveAcross(solid, -(plane ?? 0))),
  }));
  const plans = planLumps(parts, plane !== undefined);
  const progress = tally(job.onProgress);
  const booleanJob = { signal: job.signal, onBoolean: progress.step };
  const takeTurn = takeTurns(job.signal);

  progress.expect(plans.booleans + USUAL_BOOLEANS);
  const lumps = await plans.make(booleanJob);
  const steps = STEPS[detail].map((roles) => {
    const own = roles.flatMap((role) => lumps.filter((lump) => lump.role === role));
    return { roles, pieces: makePieces(own, lumps) };
  });
  progress.expect(plans.booleans + countBooleans(steps, detail));
  await takeTurn();

  return withBench(booleanJob, async (bench, kernel) => {
    const firstLabel = kernel.Manifold.reserveIDs(parts.length + 1);
    const capLabel = firstLabel + parts.length;
    const make = ({ mesh, runs }: Piece) => {
      const label = (part: number | undefined) => (part === undefined ? capLabel : firstLabel + part);
      return bench.make(
        mesh,
        runs.map(({ part, length }) => ({ label: label(part), length })),
      );
    };
    const facets = collectFacets(scene.bounds, plane);
    const bodies: Remains[] = [];
    let outline: Manifold | undefined;
    for (const { roles, pieces } of steps) {
      if (pieces.length === 0) continue;
      // Roofs of neighbouring gaps meet in the middle of nodes, where booleans are brittle unless the nodes are there already.
      const roofs = pieces.filter(({ hasRoofs }) => hasRoofs).map(make);
      const others = await bench.union(pieces.filter(({ hasRoofs }) => !hasRoofs).map(make));
      const manifolds = others === undefined ? roofs : [others, ...roofs];
      const far = pieces.flatMap((piece) => piece.far);
      for (const { mesh, part } of far) facets.addMesh(mesh, [detail === 'parts' ? part : 0, AIR]);
      if (detail === 'parts' && outline !== undefined) {
        const remains: Manifold[] = [];
        for (const manifold of manifolds) remains.push(await bench.difference(manifold, outline));
        const rest = (await bench.union(remains))!;
        const part = parts.findIndex(({ role }) => roles.includes(role));
        bodies.push({ manifold: rest, part, far });
        facets.add(rest, (label) =>
          label === capLabel || label === firstLabel + part ? undefined : [part, label - firstLabel],
        );
      }
      for (const manifold of manifolds) {
        outline = outline === undefined ? manifold : (await bench.union([outline, manifold]))!;
      }
      if (bodies.length === 0) bodies.push({ manifold: outline!, far });
    }
    if (outline === undefined) return facets.surface();
    facets.add(outline, (label) =>
      label === capLabel ? undefined : [detail === 'parts' ? label - firstLabel : 0, AIR],
    );
    await takeTurn();
    const { surface, isWhole } = await mend(facets.surface(), takeTurn);
    job.onProgress?.(1);
    if (isWhole || detail === 'outline') return surface;

    // Where parts have faces in one plane, the booleans may disagree on whose they are. Then each body is closed by itself,
    // and only the facets that coincide to the point are shared.
    const separate = collectFacets(scene.bounds, plane);
    for (const { manifold, part, far } of bodies) {
      separate.add(manifold, (label) => (label === capLabel ? undefined : [part ?? label - firstLabel, AIR]));
      for (const { mesh, part: own } of far) separate.addMesh(mesh, [own, AIR]);
    }
    return (await mend(separate.surface(), takeTurn)).surface;
  });
}

function countBooleans(steps: readonly { readonly pieces: readonly Piece[] }[], detail: Detail): number {
  return steps.reduce((sum, { pieces }) => sum + pieces.length * (detail === 'parts' ? 3 : 1), 0);
}

function moveAcross(solid: Solid, distance: number): Solid {
  const moved = ([x, y, z]: Vec3): Vec3 => [x, y + distance, z];
  return solid.kind === 'sphere'
    ? { ...solid, center: moved(solid.center) }
    : { ...solid, from: moved(solid.from), to: moved(solid.to) };
}
