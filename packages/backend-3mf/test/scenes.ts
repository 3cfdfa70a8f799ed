import {
  type BodyMaker,
  countTriangles,
  layout,
  type Mesh,
  type NetworkSpecInput,
  type Part,
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

/** The scene under a name that no spec would have kept as it is. */
export function named(scene: Scene, name: string): Scene {
  const pieces = scene.pieces.map((piece) => ({ ...piece, name }));
  return { ...scene, title: name, pieces, source: { ...scene.source, name } };
}

/** The nodes alone: as shells they are disjoint, so they make a sound file without any boolean. */
export function nodesOf(scene: Scene): Scene {
  return { ...scene, pieces: scene.pieces.map((piece) => ({ ...piece, rods: [], others: [] })) };
}

/** A mesh that is a part of its own. */
export interface PartBody extends Pick<Part, 'name' | 'color' | 'slot'> {
  readonly mesh: Mesh;
}

/** A body maker that gives these bodies of one piece, whatever the scene. */
export function bodiesOf(...bodies: readonly PartBody[]): BodyMaker {
  return async () => ({
    triangles: bodies.reduce((sum, { mesh }) => sum + countTriangles(mesh), 0),
    parts: bodies.map(({ name, color, slot }) => ({ name, color, slot, rank: 0, ownColor: color })),
    async *[Symbol.asyncIterator]() {
      for (const [part, { mesh }] of bodies.entries()) yield { piece: 0, part, mesh };
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
