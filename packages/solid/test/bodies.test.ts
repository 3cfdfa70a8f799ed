import {
  type Body,
  type BodyStream,
  checkMesh,
  layout,
  type Mesh,
  meshBounds,
  type NetworkSpecInput,
  type PresetName,
  parseNetworkSpec,
  type Rod,
  type Rods,
  type Scene,
  shells,
  weldMesh,
} from '@neurofab/core';
import { fused, fusedBySlot, solids } from '@neurofab/solid';
import { networks } from '@neurofab/test-kit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const SMALL: NetworkSpecInput = { layers: [2, 3, 1], resolution: { segments: 12 } };

/** Networks whose sides meet so closely, or lie so exactly in one plane, that rounding folds them or booleans disagree. */
const BRITTLE: NetworkSpecInput[] = [
  { layers: [5, 5, 5] },
  { layers: [3, 6, 3, 5], resolution: { tolerance: 0.18 } },
  { layers: [6, 4, 5, 4], nodeRadius: 7.32, resolution: { tolerance: 0.209 }, base: { thickness: 1.25 } },
  { layers: [5, 1, 5, 4, 2], resolution: { tolerance: 0.117 } },
  {
    layers: [1, 1, 5, 5],
    connectionRadius: 2.382,
    nodeSpacing: 18.831,
    layerSpacing: 16.49,
    resolution: { segments: 11 },
  },
  { layers: [4, 1, 6], nodeRadius: 6.7, connectionRadius: 3.756, resolution: { segments: 6 } },
  {
    layers: [6, 7, 6, 6],
    nodeRadius: 6.936726799700409,
    connectionRadius: 3.787845428624923,
    nodeSpacing: 34.32390901764992,
    layerSpacing: 21.965189466207345,
    resolution: { segments: 28 },
  },
];

function sceneOf(input: NetworkSpecInput, preset?: PresetName): Scene {
  return layout(parseNetworkSpec(input, { preset }));
}

async function collectBodies(stream: Promise<BodyStream>): Promise<Body[]> {
  const bodies: Body[] = [];
  for await (const body of await stream) bodies.push(body);
  return bodies;
}

async function fusedMesh(scene: Scene): Promise<Mesh> {
  const bodies = await collectBodies(fused(scene));
  expect(bodies).toHaveLength(1);
  return bodies[0]!.mesh;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

describe('a fused network', () => {
  it('is one closed, connected body, whatever the network', async () => {
    await fc.assert(
      fc.asyncProperty(networks({ maxLayers: 5, maxNodes: 6 }), async (input) => {
        // Welded, since an STL file has no vertex numbers.
        const report = checkMesh(weldMesh(await fusedMesh(sceneOf(input))));
        expect(report).toMatchObject({ closed: true, components: 1 });
      }),
      { numRuns: 40, examples: BRITTLE.map((input) => [input]) },
    );
  });

  it.each([
    ['two layers', [2, 2]],
    ['single nodes', [1, 1, 1]],
    ['ten layers', [2, 3, 2, 1, 2, 3, 2, 1, 2, 3]],
    ['an hourglass', [8, 4, 2, 4, 8]],
    ['an inverse hourglass', [2, 8, 2]],
    ['steep connections, through neighbouring nodes', [1, 14]],
  ])('is one closed, connected body: %s', async (_, layers) => {
    const mesh = await fusedMesh(sceneOf({ layers, resolution: { segments: 8 } }));
    expect(checkMesh(weldMesh(mesh))).toMatchObject({ closed: true, components: 1 });
  });

  it.each([
    ['the default', {}],
    ['a disc that reaches up to the centre of a node', { layers: [3, 6, 2], base: { thickness: 8 } }],
    ['few sides', { layers: [2, 3], resolution: { segments: 5 } }],
  ])('fills the bounds of its scene: %s', async (_, input) => {
    const scene = sceneOf(input);
    const { min, max } = meshBounds(await fusedMesh(scene));
    for (const axis of [0, 1, 2] as const) {
      expect(min[axis]).toBeCloseTo(0, 4);
      expect(max[axis]).toBeCloseTo(scene.bounds.max[axis], 4);
    }
  });

  it('is mirror-symmetric about the plane of its nodes, as its solids are', async () => {
    const { positions } = await fusedMesh(sceneOf(SMALL));
    const points = new Set<string>();
    for (let i = 0; i < positions.length; i += 3) points.add(positions.subarray(i, i + 3).join());
    const middle = meshBounds(await fusedMesh(sceneOf(SMALL))).max[1];
    for (let i = 0; i < positions.length; i += 3) {
      const [x, y, z] = [positions[i]!, positions[i + 1]!, positions[i + 2]!];
      expect(points).toContain([x, middle - y, z].join());
    }
  });

  it('is smaller than its shells, which overlap', async () => {
    const scene = sceneOf(SMALL);
    const overlapping = sum((await collectBodies(shells(scene))).map(({ mesh }) => checkMesh(mesh).volume));
    const { volume } = checkMesh(await fusedMesh(scene));
    expect(volume).toBeLessThan(overlapping);
    expect(volume).toBeGreaterThan(0.8 * overlapping);
  });

  it('leaves apart what the seed preset does not join', async () => {
    const mesh = await fusedMesh(sceneOf({ layers: [2, 2], resolution: { segments: 12 } }, 'seed'));
    expect(checkMesh(mesh)).toMatchObject({ closed: true, components: 2 });
  });
});

describe('solids', () => {
  it('are closed bodies whose volumes add up to the fused one, whatever the network', async () => {
    await fc.assert(
      fc.asyncProperty(networks({ maxLayers: 4, maxNodes: 5 }), async (input) => {
        const scene = sceneOf(input);
        const reports = (await collectBodies(solids(scene))).map(({ mesh }) => checkMesh(mesh));
        expect(reports.map(({ closed }) => closed)).toEqual(reports.map(() => true));
        const whole = checkMesh(await fusedMesh(scene)).volume;
        expect(Math.abs(sum(reports.map(({ volume }) => volume)) / whole - 1)).toBeLessThan(1e-5);
      }),
      { numRuns: 30, examples: BRITTLE.map((input) => [input]) },
    );
  });

  it('are the parts of the scene, in order', async () => {
    const scene = sceneOf(SMALL);
    const stream = await solids(scene);
    expect(stream.parts).toBe(scene.parts);
    const bodies = await collectBodies(Promise.resolve(stream));
    expect(bodies.map(({ piece, part }) => [piece, part])).toEqual(scene.parts.map((_, part) => [0, part]));
  });

  it('give nodes the space that connections and base also claim', async () => {
    const scene = sceneOf(SMALL);
    const bodies = await collectBodies(solids(scene));
    const shellVolumes = new Map<number, number>();
    for (const { part, mesh } of await collectBodies(shells(scene))) {
      shellVolumes.set(part, (shellVolumes.get(part) ?? 0) + checkMesh(mesh).volume);
    }
    for (const { part, mesh } of bodies) {
      const share = checkMesh(mesh).volume / shellVolumes.get(part)!;
      if (scene.parts[part]!.name.startsWith('layer')) expect(share).toBeCloseTo(1, 4);
      else expect(share).toBeLessThan(0.99);
    }
  });

  it('leave out a part that the others cover wholly', async () => {
    const scene = sceneOf(SMALL);
    const { mirror: _, nodes, rods, ...piece } = scene.pieces[0]!;
    const { center } = nodes[0]!;
    const hidden: Rod = {
      kind: 'cylinder',
      from: move(center, -1),
      to: move(center, 1),
      radius: 1,
      segments: 8,
      ends: [0, 0],
    };
    const inside: Rods = { ...rods[0]!, count: 1, [Symbol.iterator]: () => [hidden].values() };
    const pieces = [{ ...piece, nodes, rods: [inside], others: [] }];
    const parts = (await collectBodies(solids({ ...scene, pieces }))).map(({ part }) => part);
    expect(parts.map((part) => scene.parts[part]!.name)).toEqual(['layer 1', 'layer 2', 'layer 3']);
  });
});

describe('bodies of slots', () => {
  it('are closed, without walls inside, and each is all that is printed in its colour', async () => {
    const any = fc.tuple(networks({ maxLayers: 4, maxNodes: 4 }), fc.integer({ min: 1, max: 4 }));
    const examples = BRITTLE.map((input): [[NetworkSpecInput, number]] => [[input, 3]]);
    await fc.assert(
      fc.asyncProperty(any, async ([input, slots]) => {
        const scene = layout(parseNetworkSpec(input), { slots });
        const stream = await fusedBySlot(scene);
        const volumes = stream.parts.map(() => 0);
        for (const { part, mesh } of await collectBodies(solids(scene))) {
          volumes[scene.parts[part]!.slot - 1]! += checkMesh(mesh).volume;
        }
        for (const { part, mesh } of await collectBodies(Promise.resolve(stream))) {
          const { closed, volume } = checkMesh(weldMesh(mesh));
          expect(closed).toBe(true);
          expect(volume / volumes[part]!).toBeCloseTo(1, 5);
        }
      }),
      { numRuns: 20, examples },
    );
  });

  it('are those of each piece, named for their slots', async () => {
    const scene = layout(parseNetworkSpec({ ...SMALL, mode: 'flat' }), { slots: 2 });
    const stream = await fusedBySlot(scene);
    const bodies = await collectBodies(Promise.resolve(stream));
    expect(bodies.map(({ piece, part }) => [piece, stream.parts[part]!.name])).toEqual([
      [0, 'slot 1'],
      [0, 'slot 2'],
      [1, 'slot 1'],
    ]);
    const colors = stream.parts.map(({ slot, color }) => [slot, color]);
    expect(colors).toEqual([1, 2].map((slot) => [slot, scene.parts[slot === 1 ? 0 : 2]!.color]));
  });
});

describe('any scene', () => {
  it('also one that is symmetric about no plane, makes closed solids', async () => {
    const scene = sceneOf(SMALL);
    const { mirror: _, ...piece } = scene.pieces[0]!;
    const others = piece.others.map((solid) =>
      solid.kind === 'cylinder' ? { ...solid, from: move(solid.from, 0.3), to: move(solid.to, 0.3) } : solid,
    );
    const pieces = [{ ...piece, others }];
    const reports = (await collectBodies(solids({ ...scene, pieces }))).map(({ mesh }) => checkMesh(mesh));
    expect(reports.map(({ closed }) => closed)).toEqual(reports.map(() => true));
  });

  it('has coordinates on a lattice that float32 holds exactly, finer for a smaller model', async () => {
    for (const [nodeRadius, unit] of [
      [4, 2 ** -17],
      [400, 2 ** -11],
    ] as const) {
      const { positions } = await fusedMesh(sceneOf({ ...SMALL, nodeRadius }));
      expect(positions.every((value) => Number.isInteger(value / unit))).toBe(true);
      expect(positions.some((value) => !Number.isInteger(value / unit / 2))).toBe(true);
    }
  });

  it('gives equal meshes for equal scenes', async () => {
    expect(await fusedMesh(sceneOf(SMALL))).toEqual(await fusedMesh(sceneOf(SMALL)));
  });
});

describe('a job', () => {
  it('stops when it is aborted on the way', async () => {
    const controller = new AbortController();
    const job = solids(sceneOf({}), {
      signal: controller.signal,
      onProgress: (done) => {
        if (done > 0.2) controller.abort(new Error('enough'));
      },
    });
    await expect(job).rejects.toThrow('enough');
  });

  it('lets other work go on meanwhile', async () => {
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    await fused(sceneOf({ layers: [12, 12, 12], resolution: { segments: 15 } }));
    clearInterval(timer);
    expect(turns).toBeGreaterThan(3);
  });
});

function move([x, y, z]: readonly [number, number, number], across: number): [number, number, number] {
  return [x, y + across, z];
}
