import {
  type Body,
  layout,
  MODES,
  type NetworkSpecInput,
  parseNetworkSpec,
  type Scene,
  volume,
} from '@neurofab/core';
import { solids } from '@neurofab/solid';
import { networks, weightedNetworks } from '@neurofab/test-kit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Layers, layersOf, layersOfMeshes } from '../../src/index.ts';
import { partVolumes } from './areas.ts';

/** As fine as it takes to tell a connection of 1 mm. */
const FINE = { layerHeight: 0.1, cell: 0.1 };

/** How much of a part's surface cells and layers may miss or add, in their own width: what they are off by differs from place to place. */
const OFF = 0.25;

function sceneOf(input: NetworkSpecInput): Scene {
  return layout(parseNetworkSpec(input));
}

async function bodiesOf(scene: Scene): Promise<Body[]> {
  const bodies: Body[] = [];
  for await (const body of await solids(scene)) bodies.push(body);
  return bodies;
}

/** Of a few nodes of 2 to 4 mm, so that layers are quick. */
function drawnNetworks(): fc.Arbitrary<NetworkSpecInput> {
  const limits = { maxLayers: 3, maxNodes: 3 };
  const drawn = fc.oneof(networks(limits), weightedNetworks(limits));
  return fc
    .record({ network: drawn, nodeRadius: fc.integer({ min: 4, max: 8 }), mode: fc.constantFrom(...MODES) })
    .map(({ network: { layers, weights }, nodeRadius, mode }) => ({
      layers: layers!,
      ...(weights !== undefined && { weights }),
      nodeRadius: nodeRadius / 2,
      mode,
    }));
}

describe('layersOf', () => {
  it('gives each part the volume that it has in closed bodies, whatever the network and its mode are', async () => {
    await fc.assert(
      fc.asyncProperty(drawnNetworks(), async (network) => {
        const scene = sceneOf(network);
        const bodies = await bodiesOf(scene);
        const volumes = scene.parts.map((_, part) =>
          bodies.filter((body) => body.part === part).reduce((sum, { mesh }) => sum + volume(mesh), 0),
        );
        const found = partVolumes(scene, layersOf(scene, FINE));
        for (const [part, exact] of volumes.entries()) {
          const surface = bodies
            .filter((body) => body.part === part)
            .reduce((sum, { mesh }) => sum + areaOf(mesh), 0);
          expect(Math.abs(found[part]! - exact), `${exact} in part ${part}`).toBeLessThan(
            OFF * FINE.cell * surface + 0.01,
          );
        }
      }),
      { numRuns: 24 },
    );
  });

  it('gives the layers of the closed bodies, but for cells on their skin', async () => {
    await fc.assert(
      fc.asyncProperty(drawnNetworks(), async (network) => {
        const scene = sceneOf(network);
        const meshes = layersOfMeshes(await bodiesOf(scene), FINE);
        const solid = layersOf(scene, FINE);
        expect(meshes.count).toBe(solid.count);
        expect(meshes.grid.columns).toBe(solid.grid.columns);
        const ofMeshes = meshes[Symbol.iterator]();
        let [cells, different] = [0, 0];
        for (const layer of solid) {
          const mesh = ofMeshes.next().value!;
          for (const [i, label] of layer.cells.entries()) {
            const [own, other] = [solid.labels[label - 1], meshes.labels[mesh.cells[i]! - 1]];
            if (own !== undefined) cells++;
            if (own?.part !== other?.part || own?.piece !== other?.piece) different++;
          }
        }
        expect(different / cells).toBeLessThan(0.005);
      }),
      { numRuns: 6 },
    );
  });

  it('tells pieces apart, and takes sockets away from their foot', () => {
    const scene = sceneOf({ layers: [2, 3, 1], mode: 'flat' });
    const layers = layersOf(scene, { layerHeight: 0.2, cell: 0.2 });
    const [network, foot] = [
      partVolumes(scene, onlyPiece(layers, 0)),
      partVolumes(scene, onlyPiece(layers, 1)),
    ];
    const whole = partVolumes(scene, layersOf(withoutVoids(scene), { layerHeight: 0.2, cell: 0.2 }));
    expect(foot.slice(1).every((volume) => volume === 0)).toBe(true);
    expect(network.every((volume) => volume > 0)).toBe(true);
    // Three sockets for pegs of 14 mm² and their room, 6 mm deep.
    expect(whole[0]! - network[0]! - foot[0]!).toBeGreaterThan(3 * 60);
  });

  it('keeps the cells of as many layers as were asked for', () => {
    const layers = layersOf(sceneOf({ layers: [2, 3, 1] }), { layerHeight: 0.5, cell: 0.5, keep: 3 });
    const seen: { readonly cells: Uint16Array; readonly copy: Uint16Array }[] = [];
    for (const { cells } of layers) {
      seen.push({ cells, copy: cells.slice() });
      for (const kept of seen.slice(-4)) expect(isSame(kept.cells, kept.copy)).toBe(true);
    }
    expect(new Set(seen.map(({ cells }) => cells)).size).toBe(4);
  });

  it('holds all that is solid in the box of each layer, and air around it on all sides', () => {
    const layers = layersOf(sceneOf({ layers: [2, 3, 1] }), { layerHeight: 0.5, cell: 0.5 });
    const { columns, rows } = layers.grid;
    for (const { cells, box } of layers) {
      const [xs, ys] = [new Set<number>(), new Set<number>()];
      for (const [i, label] of cells.entries()) {
        if (label === 0) continue;
        xs.add(i % columns);
        ys.add(Math.floor(i / columns));
      }
      expect(box).toEqual({
        min: [Math.min(...xs), Math.min(...ys)],
        max: [Math.max(...xs) + 1, Math.max(...ys) + 1],
      });
      expect(Math.min(...xs, ...ys)).toBeGreaterThan(0);
      expect(Math.max(...xs)).toBeLessThan(columns - 1);
      expect(Math.max(...ys)).toBeLessThan(rows - 1);
    }
  });
});

function areaOf({ positions, indices }: Body['mesh']): number {
  let sum = 0;
  const corner = (i: number) => [0, 1, 2].map((axis) => positions[3 * indices[i]! + axis]!);
  for (let i = 0; i < indices.length; i += 3) {
    const [a, b, c] = [corner(i), corner(i + 1), corner(i + 2)];
    const [u, v] = [b.map((x, k) => x - a[k]!), c.map((x, k) => x - a[k]!)];
    const cross = [0, 1, 2].map((k) => u[(k + 1) % 3]! * v[(k + 2) % 3]! - u[(k + 2) % 3]! * v[(k + 1) % 3]!);
    sum += Math.hypot(...cross) / 2;
  }
  return sum;
}

function isSame(a: Uint16Array, b: Uint16Array): boolean {
  return a.every((label, i) => label === b[i]);
}

/** The same layers with the cells of one piece alone. */
function onlyPiece(layers: Layers, piece: number): Layers {
  return {
    ...layers,
    *[Symbol.iterator]() {
      for (const layer of layers) {
        const cells = layer.cells.map((label) => (layers.labels[label - 1]?.piece === piece ? label : 0));
        yield { ...layer, cells };
      }
    },
  };
}

function withoutVoids(scene: Scene): Scene {
  return { ...scene, pieces: scene.pieces.map(({ voids: _, ...piece }) => piece) };
}
