import type { NetworkSpecInput, PresetName } from '@neurofab/core';
import { itAsks, type OpenScadEngine, openScadTree } from '@neurofab/test-kit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attempt, expectTuned } from '../attempts.ts';
import { expectRendered } from '../rendered.ts';
import { inputOf, weightedSettings, weightedTopologies } from '../settings.ts';
import { expectSame, sceneOf, sourceOf } from '../support.ts';

const SMALL = {
  layers: [2, { name: 'hidden', size: 9, shown: 2 }, 2],
  weights: [
    [
      [1, -0.5],
      [null, 0.03],
    ],
    [
      [-2, 0.5],
      [0.01, 0.02],
    ],
  ],
  resolution: { tolerance: 0.05 },
} satisfies NetworkSpecInput;

describe('weighted connections', () => {
  const engines: [OpenScadEngine, (name: string, test: () => Promise<void>) => void, number][] = [
    ['wasm', it, 15],
    ['openscad', itAsks('openscad'), 150],
  ];
  for (const [engine, asks, numRuns] of engines) {
    asks(`are drawn as Neurofab draws them, before and after tuning, as ${engine} evaluates them`, () =>
      fc.assert(
        fc.asyncProperty(
          fc.constantFrom<PresetName>('desk', 'seed'),
          weightedTopologies,
          weightedSettings,
          weightedSettings,
          async (preset, topology, settings, changes) => {
            const before = { ...settings, ...topology };
            const written = attempt(inputOf(before), preset);
            fc.pre(written !== undefined);
            await expectTuned(written, { engine, preset, before, changes });
          },
        ),
        { numRuns },
      ),
    );
  }

  it('need not be there, nor a base, and colours are colours all the same', async () => {
    const scene = sceneOf(
      { layers: [1, 1], weights: [[[null]]], base: { shape: 'none' } },
      { colorBy: 'none' },
    );
    const source = await sourceOf(scene);
    expect(source).not.toContain('undefined');
    expectSame((await openScadTree(source, { engine: 'wasm' })).primitives, scene);
  });

  it('reach beyond nodes where they are thick and square, and stand on the bed all the same', async () => {
    const scene = sceneOf({
      layers: [1, 2],
      weights: [[[-1], [-1]]],
      thickest: 7.9,
      signShape: true,
      base: { shape: 'none' },
    });
    const { primitives } = await openScadTree(await sourceOf(scene), { engine: 'wasm' });
    expectSame(primitives, scene);
    expect(scene.bounds.max[1]).toBeGreaterThan(9);
  });

  it('are drawn where the table is changed, though their sign is new to it', async () => {
    const weights = (sign: number) => [[[sign], [sign]]];
    for (const sign of [1, -1]) {
      const scene = sceneOf({ layers: [1, 2], weights: weights(sign) });
      const { primitives } = await openScadTree(await sourceOf(scene), {
        engine: 'wasm',
        defines: { weights: JSON.stringify(weights(-sign)) },
      });
      expectSame(primitives, scene);
    }
  });

  it.each([
    ['[[[1, 2]]]', 'one matrix of two'],
    ['[[[1, 2], [3, 4]], [[1, 2]]]', 'a row too few'],
    ['[[[1, 2], [3]], [[1, 2], [3, 4]]]', 'a number too few'],
  ])('are refused where the table is %s: %s', async (weights) => {
    const { complaints } = await openScadTree(await sourceOf(sceneOf(SMALL)), {
      engine: 'wasm',
      defines: { weights },
    });
    expect(complaints[0]).toContain('weights must have a matrix a gap');
  });
});

describe('the rendered source of a weighted network', () => {
  it('is what Neurofab fuses', async () => {
    await expectRendered(sceneOf(SMALL), sceneOf(SMALL), { engine: 'wasm' });
  });

  it.each<[string, Partial<NetworkSpecInput>, Record<string, string>]>([
    ['how weights become thick', { thicknessBy: 'linear' }, { thickness_by: '"linear"' }],
    ['thickest', { thickest: 6 }, { thickest: '6' }],
    ['thinnest', { thinnest: 0.4 }, { thinnest: '0.4' }],
    ['spacings', { nodeSpacing: 11, layerSpacing: 20 }, { node_spacing: '11', layer_spacing: '20' }],
    ['the shape of negative ones', { signShape: true }, { sign_shape: 'true' }],
  ])('is so after tuning %s', async (_, change, defines) => {
    await expectRendered(sceneOf(SMALL), sceneOf({ ...SMALL, ...change }), { engine: 'wasm', defines });
  });

  itAsks('openscad')('is so in 2021.01, without a warning', async () => {
    const coarse = { ...SMALL, resolution: { segments: 8 } };
    await expectRendered(sceneOf(coarse), sceneOf({ ...coarse, thickest: 3 }), {
      engine: 'openscad',
      defines: { thickest: '3' },
    });
  });
});
