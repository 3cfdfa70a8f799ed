import type { FileBody, Placement, Vec3 } from '@neurofab/core';
import { cleanName, compose, isIdentity, place } from '@neurofab/core/internal';
import { fileFault } from './file-fault.ts';
import type { Gltf } from './gltf.ts';
import { LARGEST_FLOAT32, READ_LIMITS } from './limits.ts';
import { placementOf, TO_MILLIMETRES, UPRIGHT } from './placement.ts';
import { meshStore, type ReadMesh } from './read-mesh.ts';
import { item, type Source } from './source.ts';

/** A body for each node of the scene that has triangles, parents before their children. */
export function buildBodies(source: Source): FileBody[] {
  const { gltf } = source;
  const meshOf = meshStore(source);
  const bodies: FileBody[] = [];
  for (const { index, placement } of standingNodes(gltf)) {
    const { name, mesh: meshIndex } = gltf.nodes[index]!;
    const found = meshIndex === undefined ? undefined : meshOf(meshIndex);
    if (found === undefined) continue;
    if (bodies.length === READ_LIMITS.bodies) {
      throw fileFault('The scene', `has more than ${READ_LIMITS.bodies} bodies, the most that are read`);
    }
    checkReach(found, placement, index);
    const { mesh, color } = found;
    bodies.push({
      name: shownName(name) || shownName(gltf.meshes[meshIndex!]!.name) || `node ${index}`,
      ...(color !== undefined && { color }),
      mesh,
      ...(!isIdentity(placement) && { placement }),
    });
  }
  if (bodies.length === 0) throw fileFault('The scene', 'has no triangles');
  return bodies;
}

interface StandingNode {
  readonly index: number;
  /** For a mesh with +Z up, to millimetres. */
  readonly placement: Placement;
}

/** The nodes of the scene with all that is above each of them. Each can be there once only, so this ends. */
function standingNodes(gltf: Gltf): StandingNode[] {
  const seen = new Set<number>();
  const standing: StandingNode[] = [];
  const waiting = rootsOf(gltf)
    .reverse()
    .map((index) => ({ index, above: TO_MILLIMETRES }));
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { index, above } = next;
    const node = item(gltf, 'nodes', index);
    if (seen.has(index)) throw fileFault(`Node ${index}`, 'is in the scene more than once, or within itself');
    seen.add(index);
    const placement = compose(placementOf(node), above);
    standing.push({ index, placement: compose(UPRIGHT, placement) });
    for (const child of node.children.toReversed()) waiting.push({ index: child, above: placement });
  }
  return standing;
}

/** The nodes of the scene that is to be shown; of a file without scenes, those that are in no other. */
function rootsOf(gltf: Gltf): number[] {
  if (gltf.scenes.length > 0 || gltf.scene !== undefined)
    return [...item(gltf, 'scenes', gltf.scene ?? 0).nodes];
  const within = new Set(gltf.nodes.flatMap(({ children }) => children));
  return gltf.nodes.map((_, index) => index).filter((index) => !within.has(index));
}

function shownName(name: string | undefined): string {
  return cleanName((name ?? '').slice(0, READ_LIMITS.nameLength));
}

/** Whoever places a body must get coordinates that a mesh can hold. */
function checkReach({ bounds: { min, max } }: ReadMesh, placement: Placement, node: number): void {
  for (let corner = 0; corner < 8; corner++) {
    const point = [0, 1, 2].map((axis) => ((corner >> axis) & 1 ? max : min)[axis]!) as unknown as Vec3;
    // Written so that NaN fails too.
    if (!place(point, placement).every((value) => Math.abs(value) <= LARGEST_FLOAT32)) {
      throw fileFault(`Node ${node}`, 'stands farther away than float32 holds in millimetres');
    }
  }
  if (!placement.every(Number.isFinite)) throw fileFault(`Node ${node}`, 'has a place that is no number');
}
