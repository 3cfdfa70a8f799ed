import {
  type Body,
  type BodyMaker,
  collect,
  countTriangles,
  layout,
  type Mesh,
  type NetworkScene,
  type NetworkSpecInput,
  type Part,
  parseNetworkSpec,
  type Settings,
} from '@neurofab/core';
import { solids } from '@neurofab/solid';
import { glb } from '../src/index.ts';

/** A coarse network with a base, connections and two layers, each in a colour of its own. */
export const SMALL: NetworkSpecInput = {
  layers: [2, 3],
  resolution: { segments: 12 },
  colors: { base: '#444C56', connections: '#D0D7DE', layers: ['#E69F00', '#56B4E9'] },
};

export function sceneOf(input: NetworkSpecInput): NetworkScene {
  return layout(parseNetworkSpec(input));
}

export interface Rendering {
  readonly bodies?: BodyMaker;
  readonly settings?: Settings;
}

/** The bytes of a file, of solids if nothing else is said. */
export function render(
  scene: NetworkScene,
  { bodies = solids, settings }: Rendering = {},
): Promise<Uint8Array> {
  return collect(glb().render(scene, { bodies, settings }));
}

/** All bodies that a maker makes. */
export async function bodiesBy(maker: BodyMaker, scene: NetworkScene): Promise<Body[]> {
  const bodies: Body[] = [];
  for await (const body of await maker(scene)) bodies.push(body);
  return bodies;
}

/** A mesh of the part that has its name. */
export interface PartBody extends Pick<Part, 'name' | 'color' | 'slot'> {
  readonly mesh: Mesh;
}

/** A body maker that gives these bodies of one piece whatever the scene. */
export function bodiesOf(...bodies: readonly PartBody[]): BodyMaker {
  const names = [...new Set(bodies.map(({ name }) => name))];
  const parts = names.map((name) => {
    const { color, slot } = bodies.find((body) => body.name === name)!;
    return { name, color, slot, rank: 0, ownColor: color };
  });
  return async () => ({
    triangles: bodies.reduce((sum, { mesh }) => sum + countTriangles(mesh), 0),
    parts,
    async *[Symbol.asyncIterator]() {
      for (const { name, mesh } of bodies) yield { piece: 0, part: names.indexOf(name), mesh };
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
