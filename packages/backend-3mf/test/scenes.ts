import {
  type Body,
  type BodyMaker,
  countTriangles,
  layout,
  type Mesh,
  type NetworkScene,
  type NetworkSpecInput,
  type Part,
  type Piece,
  parseNetworkSpec,
  type Solid,
} from '@neurofab/core';
import { moveSolid } from '@neurofab/core/internal';

/** A coarse network with a base, connections and two layers, each in a colour of its own. */
export const SMALL: NetworkSpecInput = {
  layers: [2, 3],
  resolution: { segments: 12 },
  colors: { base: '#444C56', connections: '#D0D7DE', layers: ['#E69F00', '#56B4E9'] },
};

export function sceneOf(input: NetworkSpecInput): NetworkScene {
  return layout(parseNetworkSpec(input));
}

/** The scene under a name that no spec would have kept as it is. */
export function named(scene: NetworkScene, name: string): NetworkScene {
  const pieces = scene.pieces.map((piece) => ({ ...piece, name }));
  const source = { ...scene.source, name, given: { ...scene.source.given, name } };
  return { ...scene, title: name, pieces, source };
}

/** The nodes alone: as shells they are disjoint, so they make a sound file without any boolean. */
export function nodesOf(scene: NetworkScene): NetworkScene {
  return { ...scene, pieces: scene.pieces.map((piece) => ({ ...piece, rods: [], others: [] })) };
}

/** The scene with a copy of its piece beside it, so far away in x. */
export function twice(scene: NetworkScene, distance: number): NetworkScene {
  const [piece] = scene.pieces;
  const [min, max] = [scene.bounds.min, scene.bounds.max];
  return {
    ...scene,
    pieces: [piece!, movedPiece({ ...piece!, name: `${piece!.name} again` }, distance)],
    bounds: { min, max: [max[0] + distance, max[1], max[2]] },
  };
}

function movedPiece({ nodes, rods, others, ...piece }: Piece, distance: number): Piece {
  const moved = <Kind extends Solid>(solid: Kind) => moveSolid(solid, [distance, 0, 0]);
  return {
    ...piece,
    nodes: nodes.map(moved),
    rods: rods.map((some) => ({ ...some, [Symbol.iterator]: () => [...some].map(moved).values() })),
    others: others.map(moved),
  };
}

/** The bodies that a maker makes of each piece by itself. */
export function pieceByPiece(maker: BodyMaker): BodyMaker {
  return async (scene, options) => {
    const bodies: Body[] = [];
    for (const [piece, one] of scene.pieces.entries()) {
      const stream = await maker({ ...scene, pieces: [one] }, options);
      for await (const body of stream) bodies.push({ ...body, piece });
    }
    return {
      triangles: bodies.reduce((sum, { mesh }) => sum + countTriangles(mesh), 0),
      parts: scene.parts,
      async *[Symbol.asyncIterator]() {
        yield* bodies;
      },
    };
  };
}

/** A mesh that is a part of its own. */
export interface PartBody extends Pick<Part, 'name' | 'color' | 'slot'> {
  readonly mesh: Mesh;
  /** 0 if left out. */
  readonly piece?: number;
}

/** A body maker that gives these bodies, whatever the scene. */
export function bodiesOf(...bodies: readonly PartBody[]): BodyMaker {
  return async () => ({
    triangles: bodies.reduce((sum, { mesh }) => sum + countTriangles(mesh), 0),
    parts: bodies.map(({ name, color, slot }) => ({ name, color, slot, rank: 0, ownColor: color })),
    async *[Symbol.asyncIterator]() {
      for (const [part, { piece = 0, mesh }] of bodies.entries()) yield { piece, part, mesh };
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
