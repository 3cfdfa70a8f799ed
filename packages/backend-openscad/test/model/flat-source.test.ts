import type { NetworkSpecInput } from '@neurofab/core';
import { itAsks, openScadTree } from '@neurofab/test-kit';
import { describe, expect, it } from 'vitest';
import { expectRendered } from '../rendered.ts';
import { expectSame, sceneOf, sourceOf } from '../support.ts';

const FLAT = { mode: '"flat"' };

const NETWORKS: [string, NetworkSpecInput][] = [
  ['the default one', {}],
  ['one with its foot beside it', { layers: [2, 2], nodeSpacing: 50 }],
  ['one of few sides', { layers: [2, 3], resolution: { segments: 3 } }],
  ['one with an ellipsis', { layers: [{ size: 784, shown: 5 }, 3, 2] }],
  [
    'a weighted one with squares',
    {
      layers: [2, 2],
      weights: [
        [
          [1, -0.5],
          [0.03, -1],
        ],
      ],
      signShape: true,
    },
  ],
  ['one without connections', { layers: [1, 1], weights: [[[null]]] }],
  ['one without a base', { layers: [2, 3], base: { shape: 'none' } }],
  ['one without posts', { layers: [2, 3], base: { posts: false } }],
];

describe('the flat source', () => {
  it.each(NETWORKS)('lays and puts together what Neurofab does: %s', async (_, input) => {
    const upright = await sourceOf(sceneOf(input));
    const scene = sceneOf({ ...input, mode: 'flat' });
    for (const show of ['plate', 'assembled']) {
      const defines = { ...FLAT, show: `"${show}"` };
      const { complaints, primitives } = await openScadTree(upright, { engine: 'wasm', defines });
      expect(complaints).toEqual([]);
      expectSame(primitives, scene, { isAssembled: show === 'assembled' });
    }
  });

  it('stands up on request', async () => {
    const { primitives } = await openScadTree(await sourceOf(sceneOf({ mode: 'flat' })), {
      engine: 'wasm',
      defines: { mode: '"upright"' },
    });
    expectSame(primitives, sceneOf());
  });

  it.each([
    ['mode', '"halves"', 'mode must be upright or flat, but is halves.'],
    ['show', '"all"', 'show must be plate or assembled, but is all.'],
    ['layer_height', '0', 'layer_height must be a length from 0.02 to 1 mm, but is 0.'],
    ['layer_height', '"thin"', 'layer_height must be a length from 0.02 to 1 mm, but is thin.'],
    ['clearance', '-0.1', 'clearance must be a length from 0 to 2 mm, but is -0.1.'],
    ['clearance', '2.5', 'clearance must be a length from 0 to 2 mm, but is 2.5.'],
  ])('refuses %s = %s', async (name, value, message) => {
    const source = await sourceOf(sceneOf({ mode: 'flat' }));
    const { complaints, primitives } = await openScadTree(source, {
      engine: 'wasm',
      defines: { [name]: value },
    });
    expect(complaints.find((line) => line.startsWith('ERROR: Assertion'))).toContain(message);
    expect(primitives).toEqual([]);
  });
});

describe('the rendered flat source', () => {
  it.each(NETWORKS.slice(1))('is what Neurofab fuses: %s', async (_, input) => {
    const coarse = { resolution: { tolerance: 0.1 }, ...input, mode: 'flat' } as const;
    await expectRendered(sceneOf(coarse), sceneOf(coarse), { engine: 'wasm' });
  });

  it('is so after tuning the layer height and the clearance', async () => {
    const small = { layers: [2, 3], resolution: { tolerance: 0.1 } };
    await expectRendered(
      sceneOf(small),
      sceneOf({ ...small, mode: 'flat', layerHeight: 0.35, clearance: 0.5 }),
      { engine: 'wasm', defines: { ...FLAT, layer_height: '0.35', clearance: '0.5' } },
    );
  });

  itAsks('openscad')('is so in 2021.01, without a warning', async () => {
    const coarse = { layers: [2, 3], resolution: { segments: 8 } };
    await expectRendered(sceneOf(coarse), sceneOf({ ...coarse, mode: 'flat' }), {
      engine: 'openscad',
      defines: FLAT,
    });
  });
});
