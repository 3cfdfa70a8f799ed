import { type Cylinder, type Mesh, type Solid, type Sphere, tessellate, type Vec3 } from '@neurofab/core';

/** How deep below the largest possible start a buried end lies, as a share of its distance from the node's centre. */
const DEPTH = 0.05;

/**
 * Meshes of solids that booleans take well. A cylinder that ends in a node's centre is cut short just below that node's
 * surface: the union stays the same, but the many cylinders of a node no longer all meet in one point, where booleans are
 * slow and brittle. It also turns a flat side, not a ridge, to ±Y: ridges of equal height that cross would leave folds
 * without thickness.
 */
export function booleanMesher(solids: readonly Solid[]): (solid: Solid) => Mesh {
  const nodes = nodesByCenter(solids);

  return (solid) => {
    if (solid.kind !== 'cylinder') return tessellate(solid);
    const { from, to } = solid;
    // What is thicker than the node is a disc, whose full width has to stay where it is.
    const thicker = (node: Sphere | undefined) =>
      node !== undefined && node.radius > solid.radius ? node : undefined;
    const [start, end] = [thicker(nodes.get(from.join())), thicker(nodes.get(to.join()))];
    if (start === undefined && end === undefined) return tessellate(solid);
    const rod: Cylinder = {
      ...solid,
      from: toward(from, to, buriedLength(start, solid)),
      to: toward(to, from, buriedLength(end, solid)),
    };
    return tessellate(rod, { start: flatSideStart(solid.segments) });
  };
}

/** The spheres among some solids, by their centres as text. */
export function nodesByCenter(solids: readonly Solid[]): ReadonlyMap<string, Sphere> {
  const nodes = new Map<string, Sphere>();
  for (const solid of solids) if (solid.kind === 'sphere') nodes.set(solid.center.join(), solid);
  return nodes;
}

/** Whether a cylinder's ends are hidden in nodes, so that `booleanMesher` cuts them short. */
export function isBuried({ from, to, radius }: Cylinder, nodes: ReadonlyMap<string, Sphere>): boolean {
  return [from, to].every((center) => {
    const node = nodes.get(center.join());
    return node !== undefined && innerRadius(node) > radius;
  });
}

/** Where the polygon of an even number of sides starts, in sides, to have a flat one at ±Y. */
export function flatSideStart(segments: number): 0 | 0.5 {
  return segments % 4 === 0 ? 0.5 : 0;
}

/** The faces of a UV sphere lie at least this far from its centre: a chord in azimuth and one in latitude. */
function innerRadius({ radius, segments, rings }: Sphere): number {
  return radius * Math.cos(Math.PI / segments) * Math.cos(Math.PI / (2 * rings));
}

/** How much of a cylinder that starts in a node's centre can go, with the whole rim of its new end inside the node. */
function buriedLength(node: Sphere | undefined, { radius }: Cylinder): number {
  if (node === undefined) return 0;
  const inner = innerRadius(node);
  return inner > radius ? (1 - DEPTH) * Math.sqrt(inner ** 2 - radius ** 2) : 0;
}

function toward(start: Vec3, end: Vec3, length: number): Vec3 {
  const [x, y, z] = [end[0] - start[0], end[1] - start[1], end[2] - start[2]];
  const share = length / Math.sqrt(x * x + y * y + z * z);
  return [start[0] + x * share, start[1] + y * share, start[2] + z * share];
}
