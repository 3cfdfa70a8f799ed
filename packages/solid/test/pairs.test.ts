import {
  type Body,
  type BodyStream,
  layout,
  type Mesh,
  type NetworkSpecInput,
  parseNetworkSpec,
  volume,
} from '@neurofab/core';
import { fused, solids } from '@neurofab/solid';
import { networks } from '@neurofab/test-kit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { largestOverlap } from './overlap.ts';

const NETWORKS: [string, NetworkSpecInput][] = [
  ['the default', {}],
  ['few sides', { layers: [2, 3], resolution: { segments: 8 } }],
  ['layers of equal size', { layers: [4, 4, 4], resolution: { segments: 12 } }],
  ['a disc that reaches up to the centre of a node', { layers: [3, 6, 2], base: { thickness: 8 } }],
  ['no base', { layers: [2, 2], base: { shape: 'none' } }],
];

async function collectMeshes(stream: Promise<BodyStream>): Promise<Mesh[]> {
  const bodies: Body[] = [];
  for await (const body of await stream) bodies.push(body);
  return bodies.map(({ mesh }) => mesh);
}

async function meshesOf(input: NetworkSpecInput) {
  const scene = layout(parseNetworkSpec(input));
  const [whole] = await collectMeshes(fused(scene));
  return { parts: await collectMeshes(solids(scene)), whole: whole! };
}

describe.each(NETWORKS)('the solids of a network: %s', (_, input) => {
  const meshes = meshesOf(input);

  it('do not overlap', async () => {
    expect(await largestOverlap((await meshes).parts)).toBeLessThan(1e-6);
  });

  it('have the volume of the fused body', async () => {
    const { parts, whole } = await meshes;
    expect(Math.abs(sum(parts.map(volume)) / volume(whole) - 1)).toBeLessThan(1e-7);
  });

  it('have the very same triangles where they touch', async () => {
    const { parts, whole } = await meshes;
    expect(openArea(parts) / openArea([whole])).toBeCloseTo(1, 7);
    expect(openArea(parts)).toBeLessThan(0.999 * sum(parts.map((part) => openArea([part]))));
  });
});

describe('the solids of any network', () => {
  it('do not overlap, and have the volume of the fused body', async () => {
    await fc.assert(
      fc.asyncProperty(networks({ maxLayers: 4, maxNodes: 5 }), async (input) => {
        const { parts, whole } = await meshesOf(input);
        // Where rounding folds faces, parts reach some lattice steps into each other.
        expect(await largestOverlap(parts)).toBeLessThan(1e-5);
        expect(Math.abs(sum(parts.map(volume)) / volume(whole) - 1)).toBeLessThan(1e-5);
      }),
      {
        numRuns: 15,
        examples: [
          // A loop that touches itself: its triangles once lay on each other.
          [
            {
              layers: [3, 1],
              nodeRadius: 0.5,
              connectionRadius: 0.427,
              nodeSpacing: 1.025,
              layerSpacing: 4.474,
              resolution: { tolerance: 0.039 },
              base: { shape: 'disc', thickness: 0.025 },
            },
          ],
        ],
      },
    );
  });

  // With rods nearly as thick as their nodes, faces of two parts may lie in one plane: those share no triangles.
  it('have the very same triangles where they touch, if connections are as thick as usual', async () => {
    const usual = networks({ maxLayers: 4, maxNodes: 5 }).map(({ connectionRadius: _, ...input }) => input);
    await fc.assert(
      fc.asyncProperty(usual, async (input) => {
        const { parts, whole } = await meshesOf(input);
        expect(openArea(parts) / openArea([whole])).toBeCloseTo(1, 6);
      }),
      { numRuns: 15 },
    );
  });
});

describe('these measures', () => {
  const nudged = meshesOf({ layers: [2, 2], resolution: { segments: 12 } }).then(({ parts, whole }) => {
    const [last, ...others] = parts.toReversed();
    const positions = last!.positions.map((coordinate) => coordinate + 2 ** -10);
    return { before: parts, after: [...others, { ...last!, positions }], whole };
  });

  it('see a body that reaches into its neighbours', async () => {
    const { before, after } = await nudged;
    expect(await largestOverlap(before)).toBeLessThan(1e-6);
    expect(await largestOverlap(after)).toBeGreaterThan(1e-6);
  });

  it('see a body that no longer touches its neighbours', async () => {
    const { before, after, whole } = await nudged;
    expect(openArea(before) / openArea([whole])).toBeCloseTo(1, 7);
    expect(openArea(after) / openArea([whole])).toBeGreaterThan(1.001);
  });
});

/** The area of the triangles that have no twin on the same three points, turned over. */
function openArea(meshes: readonly Mesh[]): number {
  const open = new Map<string, number>();
  for (const mesh of meshes) {
    for (const corners of triangles(mesh)) {
      const twin = rotated([corners[0], corners[2], corners[1]]).join(';');
      if (!open.delete(twin)) open.set(rotated(corners).join(';'), area(corners));
    }
  }
  return sum([...open.values()]);
}

type Point = readonly [x: number, y: number, z: number];
type Corners = readonly [a: Point, b: Point, c: Point];

function* triangles({ positions, indices }: Mesh): Generator<Corners> {
  const point = (index: number): Point => [
    positions[3 * index]!,
    positions[3 * index + 1]!,
    positions[3 * index + 2]!,
  ];
  for (let i = 0; i < indices.length; i += 3) {
    yield [point(indices[i]!), point(indices[i + 1]!), point(indices[i + 2]!)];
  }
}

/** The same triangle, its first corner the first by name. */
function rotated([a, b, c]: Corners): string[] {
  const names = [a.join(), b.join(), c.join()];
  const first = names.indexOf(names.toSorted()[0]!);
  return [...names.slice(first), ...names.slice(0, first)];
}

function area([[ax, ay, az], [bx, by, bz], [cx, cy, cz]]: Corners): number {
  const [ux, uy, uz] = [bx - ax, by - ay, bz - az];
  const [vx, vy, vz] = [cx - ax, cy - ay, cz - az];
  return Math.hypot(uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx) / 2;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
