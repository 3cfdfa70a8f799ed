import { type Bounds, type Mesh, meshBounds, type Solid, takeTurns } from '@neurofab/core';
import type { BooleanJob } from './bench.ts';
import { booleanMesher, isBuried, nodesByCenter } from './boolean-mesh.ts';
import { findGaps } from './gap-roof/find-gaps.ts';
import { type Gap, gapRoof } from './gap-roof/gap-roof.ts';
import { countWorkers, openUnionPool } from './unite/union-pool.ts';
import { upperHalf } from './upper-half.ts';

/** What a part is made of. */
export type Role = 'layer' | 'connections' | 'base';

/** A closed mesh of one part: one of its solids, or all connections between two columns. */
export interface Lump {
  readonly role: Role;
  readonly part: number;
  readonly mesh: Mesh;
  readonly bounds: Bounds;
  /** Whether it is a gap's roof, whose facets are as regular as the network. */
  readonly isRoof: boolean;
}

/** A part whose solids have been moved so that y = 0 is the plane that mirrors everything, if there is one. */
export interface PlacedPart {
  readonly role: Role;
  readonly solids: readonly Solid[];
}

/** Lumps that are still to be made. */
export interface LumpPlans {
  /** How many booleans they take. */
  readonly booleans: number;
  /** Makes the lumps, in workers where that pays. */
  make(job: BooleanJob): Promise<readonly Lump[]>;
}

/**
 * Plans the lumps of all parts, only their halves with y ≥ 0 if the plane y = 0 mirrors everything. The connections of a gap
 * become one by its closed form or, where it has none, by booleans.
 */
export function planLumps(parts: readonly PlacedPart[], isMirrored: boolean): LumpPlans {
  const plans = parts.flatMap((part, number) => planPart(part, number, parts, isMirrored));
  // The largest first, so that no worker is left alone with it in the end.
  const unions = plans
    .filter(({ solids }) => solids.length > 1)
    .sort((a, b) => b.solids.length - a.solids.length);
  const toMesh = booleanMesher(parts.flatMap(({ solids }) => solids));
  const toPart = (solid: Solid) => (isMirrored ? upperHalf(toMesh(solid)) : toMesh(solid));

  return {
    booleans: unions.reduce((sum, { solids }) => sum + solids.length - 1, 0),
    async make(job) {
      const meshes = new Map<Plan, Mesh>();
      const makeOthers = async () => {
        const takeTurn = takeTurns(job.signal);
        for (const plan of plans) {
          if (plan.gap !== undefined) meshes.set(plan, gapRoof(plan.gap)!);
          else if (plan.solids.length === 1) meshes.set(plan, toPart(plan.solids[0]!));
          await takeTurn();
        }
      };
      const pool = openUnionPool(countWorkers(unions.map(({ solids }) => solids.length)), job);
      const unite = async (plan: Plan) => {
        meshes.set(plan, await pool.unite(plan.solids.map(toPart)));
      };
      try {
        await Promise.all([...unions.map(unite), makeOthers()]);
      } finally {
        pool.close();
      }
      return plans.map((plan) => {
        const { role, part, gap } = plan;
        const mesh = meshes.get(plan)!;
        return { role, part, mesh, bounds: meshBounds(mesh), isRoof: gap !== undefined };
      });
    },
  };
}

/** What a lump is made of: a gap that has a closed form, or solids. */
interface Plan {
  readonly role: Role;
  readonly part: number;
  readonly gap?: Gap;
  readonly solids: readonly Solid[];
}

function planPart(
  { role, solids }: PlacedPart,
  part: number,
  parts: readonly PlacedPart[],
  isMirrored: boolean,
): Plan[] {
  if (role !== 'connections') return solids.map((solid) => ({ role, part, solids: [solid] }));
  const nodes = parts.flatMap((other) => (other.role === 'layer' ? other.solids : []));
  const { gaps, others } = isMirrored ? findGaps(solids, nodes) : { gaps: [], others: solids };
  return [
    ...gaps.map((gap) => ({ role, part, gap, solids: [] })),
    ...groupByGap(others, nodes).map((group) => ({ role, part, solids: group })),
  ];
}

/**
 * Connections by the columns that they join, in the order of the first of each; all together if some end in no node thicker
 * than they are: there, gaps meet in faces of one plane, which booleans take best all at once.
 */
function groupByGap(connections: readonly Solid[], nodes: readonly Solid[]): Solid[][] {
  const spheres = nodesByCenter(nodes);
  const groups = new Map<string, Solid[]>();
  for (const solid of connections) {
    const isOfGap = solid.kind === 'cylinder' && isBuried(solid, spheres);
    if (!isOfGap) return [[...connections]];
    const columns = [...solid.from.slice(0, 2), ...solid.to.slice(0, 2)].join();
    const group = groups.get(columns);
    if (group === undefined) groups.set(columns, [solid]);
    else group.push(solid);
  }
  return [...groups.values()];
}
