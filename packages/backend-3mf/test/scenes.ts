import {
  type Body,
  type BodyMaker,
  countTriangles,
  layout,
  type Mesh,
  type NetworkSpecInput,
  parseNetworkSpec,
  type Scene,
} from '@neurofab/core';

/** A coarse network with a base, connections and two layers, each in a colour of its own. */
export const SMALL: NetworkSpecInput = {
  layers: [2, 3],
  resolution: { segments: 12 },
  colors: { base: '#444C56', connections: '#D0D7DE', layers: ['#E69F00', '#56B4E9'] },
};

export function sceneOf(input: NetworkSpecInput): Scene {
  return layout(parseNetworkSpec(input));
}

/** The nodes alone: as shells they are disjoint, so they make a sound file without any boolean. */
export function nodesOf(scene: Scene): Scene {
  return { ...scene, parts: scene.parts.filter(({ role }) => role === 'layer') };
}

/** A body maker that gives these bodies whatever the scene. */
export function bodiesOf(...bodies: readonly Body[]): BodyMaker {
  return async () => ({
    triangles: bodies.reduce((sum, { mesh }) => sum + countTriangles(mesh), 0),
    async *[Symbol.asyncIterator]() {
      yield* bodies;
    },
  });
}

/** The corner of a cube, with its right angle at a point. */
export function tetrahedron(x = 0, y = 0, z = 0): Mesh {
  return {
    positions: new Float32Array([x, y, z, x + 1, y, z, x, y + 1, z, x, y, z + 1]),
    indices: new Uint32Array([0, 2, 1, 0, 1, 3, 0, 3, 2, 1, 2, 3]),
  };
}

export const NO_MESH: Mesh = { positions: new Float32Array(0), indices: new Uint32Array(0) };

/** The triangles of a mesh by their coordinates, in an order that does not depend on how the mesh numbers anything. */
export function trianglesOf({ positions, indices }: Mesh): string[] {
  const points = Array.from(indices, (vertex) => positions.subarray(3 * vertex, 3 * vertex + 3).join(' '));
  return Array.from({ length: points.length / 3 }, (_, triangle) => {
    const [a, b, c] = points.slice(3 * triangle, 3 * triangle + 3) as [string, string, string];
    return [`${a}, ${b}, ${c}`, `${b}, ${c}, ${a}`, `${c}, ${a}, ${b}`].sort()[0]!;
  }).sort();
}
