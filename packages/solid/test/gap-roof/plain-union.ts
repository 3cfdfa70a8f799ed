import {
  type Cylinder,
  type Mesh,
  partSolids,
  type Scene,
  type Sphere,
  tessellate,
  weldMesh,
} from '@neurofab/core';
import initialize, { type Manifold, type ManifoldToplevel } from 'manifold-3d';
import { booleanMesher } from '../../src/boolean-mesh.ts';
import type { Gap } from '../../src/gap-roof/gap-roof.ts';

export const kernel: ManifoldToplevel = await initialize();
kernel.setup();

export function manifoldOf({ positions, indices }: Mesh): Manifold {
  return new kernel.Manifold(new kernel.Mesh({ numProp: 3, vertProperties: positions, triVerts: indices }));
}

export function meshOf(manifold: Manifold): Mesh {
  const { vertProperties, triVerts } = manifold.getMesh();
  return { positions: vertProperties, indices: triVerts };
}

export interface Shape {
  gap: Gap;
  nodeRadius: number;
}

export function solidsOf({ gap, nodeRadius }: Shape): { nodes: Sphere[]; connections: Cylinder[] } {
  const center = (x: number, count: number, i: number) =>
    [x, 0, gap.middle + (i - (count - 1) / 2) * gap.nodeSpacing] as const;
  const nodes: Sphere[] = [];
  const connections: Cylinder[] = [];
  const node = (c: readonly [number, number, number]) =>
    nodes.push({ kind: 'sphere', center: c, radius: nodeRadius, segments: 32, rings: 16 });
  for (let i = 0; i < gap.left; i++) node(center(gap.from, gap.left, i));
  for (let j = 0; j < gap.right; j++) node(center(gap.to, gap.right, j));
  for (let i = 0; i < gap.left; i++)
    for (let j = 0; j < gap.right; j++)
      connections.push({
        kind: 'cylinder',
        from: center(gap.from, gap.left, i),
        to: center(gap.to, gap.right, j),
        radius: gap.connectionRadius,
        segments: gap.segments,
      });
  return { nodes, connections };
}

/** Half, in a tree, as bench.union does. */
export function plainUnion({ nodes, connections }: ReturnType<typeof solidsOf>): Manifold {
  const toMesh = booleanMesher([...nodes, ...connections]);
  return tree(connections.map((solid) => manifoldOf(toMesh(solid)).trimByPlane([0, 1, 0], 0)));
}

export function nodesUnion(nodes: Sphere[]): Manifold {
  return kernel.Manifold.compose(nodes.map((node) => manifoldOf(tessellate(node)))).trimByPlane([0, 1, 0], 0);
}

export function tree(manifolds: Manifold[]): Manifold {
  let row = manifolds;
  while (row.length > 1) {
    const merged: Manifold[] = [];
    for (let i = 0; i < row.length; i += 2) {
      if (row[i + 1] === undefined) {
        merged.push(row[i]!);
        continue;
      }
      const sum = row[i]!.add(row[i + 1]!);
      sum.status();
      row[i]!.delete();
      row[i + 1]!.delete();
      merged.push(sum);
    }
    row = merged;
  }
  return row[0]!;
}

/** The union of all solids of a scene by one call of manifold-3d, or a mesh as it is. */
export function plainUnionOf(of: Scene | Mesh): Manifold {
  if ('positions' in of) return manifoldOf(weldMesh(of));
  const solids = of.pieces.flatMap((piece) => of.parts.flatMap((_, part) => [...partSolids(piece, part)]));
  const toMesh = booleanMesher(solids);
  const manifolds = solids.map((solid) => manifoldOf(toMesh(solid)));
  const union = kernel.Manifold.union(manifolds);
  for (const manifold of manifolds) manifold.delete();
  return union;
}
