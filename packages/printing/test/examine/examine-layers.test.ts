import {
  layout,
  type Mesh,
  type NetworkScene,
  type NetworkSpecInput,
  parseNetworkSpec,
} from '@neurofab/core';
import type { Printer } from '@neurofab/printers';
import { solids } from '@neurofab/solid';
import { judgeLayers, networks, weightedNetworks } from '@neurofab/test-kit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { survey } from '../../src/examine/layers/survey.ts';
import { examineLayers, layersOf, type PrintFinding } from '../../src/index.ts';
import { FILAMENT, POWDER, RESIN, sceneOf } from './examining.ts';

function find(code: PrintFinding['code'], network: NetworkSpecInput, printer: Printer = FILAMENT) {
  return examineLayers(sceneOf(network), printer).find((finding) => finding.code === code);
}

const WEIGHTED: NetworkSpecInput = {
  layers: [2, 3, 1],
  weights: [
    [
      [0.5, -1.2],
      [null, 2],
      [0.3, 0.9],
    ],
    [[1, -1, 0.4]],
  ],
};

const THIN = { layerSpacing: 7, nodeRadius: 3 };

describe('what the layers of a network say of its print', () => {
  it.each<[PrintFinding['code'], NetworkSpecInput, NetworkSpecInput, Printer?]>([
    ['islands', { layers: [1, 2] }, { layers: [1, 1] }],
    ['islands', { layers: [1, 2] }, { layers: [1, 1] }, RESIN],
    ['overhang', { layers: [1, 1] }, { layers: [1, 1], mode: 'flat' }],
    [
      'little-contact',
      { layers: [1, 1], nodeRadius: 2.8, mode: 'flat' },
      { layers: [1, 1], nodeRadius: 3, mode: 'flat' },
    ],
    [
      'little-contact',
      { layers: [1, 1], ...THIN, base: { radius: 5.5 } },
      { layers: [1, 1], ...THIN, base: { radius: 5.8 } },
    ],
    ['tips-over', { layers: [16, 16], base: { radius: 18 } }, { layers: [14, 14], base: { radius: 18 } }],
    [
      'tips-over',
      { layers: [16, 16], base: { radius: 18 } },
      { layers: [14, 14], base: { radius: 18 } },
      RESIN,
    ],
    ['tips-over', { base: { shape: 'none' } }, { base: { shape: 'none' }, mode: 'flat' }],
    ['tips-over', { base: { shape: 'none' } }, { base: { posts: false }, mode: 'flat' }],
  ])('finds %s in %j and not in %j', (code, bad, good, printer) => {
    expect(find(code, bad, printer)).toMatchObject({ code, source: expect.any(String) });
    expect(find(code, good, printer)).toBeUndefined();
  });

  it('takes what tips over while it is printed for an error: 30 nodes high on a disc like a coin, or spheres on points', () => {
    const coin = { layers: [30, 30], nodeRadius: 1.8, mode: 'upright' } as const;
    expect(find('tips-over', coin)).toMatchObject({ level: 'error', limit: 10 });
    expect(find('tips-over', coin, RESIN)?.level).toBe('warning');
    expect(find('tips-over', { base: { shape: 'none' } })).toMatchObject({
      level: 'error',
      remedies: [{ mode: 'flat' }, { base: 'disc' }],
    });
    expect(find('tips-over', { base: { shape: 'none' } }, POWDER)).toBeUndefined();
  });

  it('asks no support for what is printed of powder', () => {
    expect(examineLayers(sceneOf({}), POWDER)).toEqual([]);
  });

  it('knows where: the height of an island and the node that it becomes', () => {
    const { where } = find('islands', { layers: [1, 2] })!;
    expect(where?.node).toEqual({ layer: 1, node: 1 });
    expect(where!.at![2]).toBeCloseTo(17.3, 1);
    expect(find('little-contact', { layers: [1, 1], nodeRadius: 2.8, mode: 'flat' })?.where).toEqual({
      piece: 'Neural network 1-1',
    });
  });

  it('finds nothing in networks that lie, whatever they are', () => {
    fc.assert(
      fc.property(small, (network) => {
        const codes = examineLayers(sceneOf({ ...network, mode: 'flat' }), FILAMENT);
        expect(codes.filter(({ code }) => code !== 'little-contact')).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });

  it('finds nothing in plaques, whatever the layers are in which it looks, also where their middles are steps', () => {
    const plaques = lying.map((network) => ({ ...network, mode: 'plaque' as const }));
    const heights = fc.integer({ min: 2, max: 6 }).map((tenths) => tenths / 10);
    fc.assert(
      fc.property(plaques, fc.boolean(), heights, (network, colorsByHeight, layerHeight) => {
        const scene = layout(parseNetworkSpec(network), { colorsByHeight });
        const { islands, overhangMm2 } = survey(layersOf(scene, { layerHeight, cell: layerHeight / 2 }));
        expect([islands, overhangMm2]).toEqual([[], 0]);
      }),
      { numRuns: 25, examples: [[{ ...WEIGHTED, mode: 'plaque' }, true, 0.4]] },
    );
  });

  it('agrees with the slicing judge on what lies, also with few sides and colours by height', {
    timeout: 300_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(lying, fc.boolean(), async (network, colorsByHeight) => {
        const scene = layout(parseNetworkSpec(network), { colorsByHeight });
        const judged = await judgeLayers(await bodiesOf(scene));
        const value = (code: PrintFinding['code']) =>
          examineLayers(scene, FILAMENT).find((finding) => finding.code === code)?.value ?? 0;
        expect(value('islands')).toBe(judged.islands.length);
        expect(Math.abs(value('overhang') - judged.overhangMm2)).toBeLessThanOrEqual(
          5 + 0.3 * judged.overhangMm2,
        );
      }),
      {
        numRuns: 25,
        examples: [
          [{ layers: [3, 4, 2], mode: 'flat', resolution: { segments: 3 } }, false],
          [{ layers: [3, 4, 2], mode: 'flat', resolution: { segments: 5 } }, false],
          [{ ...WEIGHTED, mode: 'plaque' }, true],
          [{ ...WEIGHTED, mode: 'halves' }, false],
        ],
      },
    );
  });

  it('agrees with the slicing judge on islands and overhang', { timeout: 300_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(small, fc.constantFrom('upright' as const, 'flat' as const), async (network, mode) => {
        const scene = sceneOf({ ...network, mode });
        const judged = await judgeLayers(await bodiesOf(scene));
        const own = survey(layersOf(scene, { layerHeight: 0.2, cell: 0.1 }));
        expect(Math.abs(own.islands.length - judged.islands.length)).toBeLessThanOrEqual(
          1 + judged.islands.length / 10,
        );
        expect(Math.abs(own.overhangMm2 - judged.overhangMm2)).toBeLessThanOrEqual(
          3 + judged.overhangMm2 / 10,
        );
      }),
      { numRuns: 10 },
    );
  });
});

async function bodiesOf(scene: NetworkScene): Promise<Mesh[]> {
  const bodies: Mesh[] = [];
  for await (const { mesh } of await solids(scene)) bodies.push(mesh);
  return bodies;
}

/** Of a size that is looked at in layers of 0.2 mm. */
const lying: fc.Arbitrary<NetworkSpecInput> = fc
  .tuple(
    fc.oneof(networks({ maxLayers: 3, maxNodes: 4 }), weightedNetworks({ maxLayers: 3, maxNodes: 4 })),
    fc.constantFrom('flat' as const, 'halves' as const, 'plaque' as const),
  )
  .filter(([{ nodeRadius }]) => nodeRadius! > 1.5 && nodeRadius! < 8)
  .map(([network, mode]) => ({ ...network, mode }));

const small = fc
  .oneof(networks({ maxLayers: 3, maxNodes: 4 }), weightedNetworks({ maxLayers: 3, maxNodes: 4 }))
  .map(
    ({
      resolution,
      nodeRadius,
      nodeSpacing,
      layerSpacing,
      connectionRadius,
      thickest,
      thinnest,
      ...network
    }) => ({
      ...network,
      // With few sides, flanks are as steep as the limit.
      resolution: { tolerance: 0.02 },
      base: { shape: network.base!.shape! },
    }),
  );
