import type { PresetName } from '@neurofab/core';
import { itAsks, type OpenScadEngine, openScadTree, renderOpenScad } from '@neurofab/test-kit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attempt, expectTuned } from '../attempts.ts';
import { expectRendered } from '../rendered.ts';
import { anyLayers, denseSettings, inputOf, textLayers } from '../settings.ts';
import { expectSame, sceneOf, sourceOf } from '../support.ts';

const ENGINES: [OpenScadEngine, (name: string, test: () => Promise<void>) => void, number][] = [
  ['wasm', it, 15],
  ['openscad', itAsks('openscad'), 100],
];

const presets = fc.constantFrom<PresetName>('desk', 'seed');

describe('the tuned source', () => {
  for (const [engine, asks, numRuns] of ENGINES) {
    const topologies = fc.oneof(
      fc.record({ before: textLayers, after: fc.option(textLayers, { nil: undefined }) }),
      // Layers that no text describes are not for tuning.
      anyLayers.map((before) => ({ before, after: undefined })),
    );
    asks(`lays out what Neurofab does, or refuses what it refuses, as ${engine} evaluates it`, () =>
      fc.assert(
        fc.asyncProperty(
          presets,
          topologies,
          denseSettings,
          denseSettings,
          async (preset, layers, settings, changes) => {
            const before = { ...settings, layers: layers.before };
            const written = attempt(inputOf(before), preset);
            fc.pre(written !== undefined);
            const { after } = layers;
            await expectTuned(written, {
              engine,
              preset,
              before,
              changes: { ...changes, ...(after && { layers: after }) },
            });
          },
        ),
        {
          numRuns,
          // A size that was given stays, though it is what the others give.
          examples: [
            [
              'desk',
              { before: [3, 2], after: undefined },
              { nodeRadius: 4, nodeSpacing: 16 },
              { nodeRadius: 5 },
            ],
          ],
        },
      ),
    );
  }

  it('keeps what was written in force when something else is tuned', async () => {
    const source = await sourceOf(sceneOf({ connectionRadius: 1.5, nodeSpacing: 20 }));
    const { primitives } = await openScadTree(source, { engine: 'wasm', defines: { node_radius: '6' } });
    expectSame(primitives, sceneOf({ connectionRadius: 1.5, nodeSpacing: 20, nodeRadius: 6 }));
  });

  it('keeps the coordinates of the model on request', async () => {
    const source = await sourceOf(sceneOf({}, { origin: 'model' }));
    const { primitives } = await openScadTree(source, { engine: 'wasm' });
    expectSame(primitives, sceneOf({}, { origin: 'model' }));
  });

  it.each(['desk', 'seed'] as const)(
    'grows the base of the preset %s for a network written without one',
    async (preset) => {
      const source = await sourceOf(sceneOf({ base: { shape: 'none' } }, { preset }));
      const { primitives } = await openScadTree(source, { engine: 'wasm', defines: { base: '"disc"' } });
      expectSame(primitives, sceneOf({}, { preset }));
    },
  );

  it('gives layers that are added the colours that Neurofab gives them', async () => {
    const layers = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1];
    const defines = { layers: `"${layers.join(',')}"` };
    const { primitives } = await openScadTree(await sourceOf(sceneOf({ layers: [1, 1] })), {
      engine: 'wasm',
      defines,
    });
    expectSame(primitives, sceneOf({ layers }));
  });

  it.each([3, 5, 8])(
    'stands at its corner where connections of %i sides reach beyond nodes',
    async (segments) => {
      const scene = sceneOf({
        layers: [2, 1],
        connectionRadius: 3.9,
        nodeSpacing: 30,
        layerSpacing: 10,
        base: { shape: 'none' },
        resolution: { segments },
      });
      const { primitives } = await openScadTree(await sourceOf(scene), { engine: 'wasm' });
      expectSame(primitives, scene);
    },
  );

  it('reads layers with spaces, and as a list', async () => {
    const source = await sourceOf(sceneOf());
    const wanted = sceneOf({ layers: [2, { size: 40, shown: 3 }, 3] });
    for (const layers of ['" 2,  40 ~ 3 ,3 "', '[2, "40~3", 3]', '[2, [0, 1, "...", 39], 3]']) {
      const { complaints, primitives } = await openScadTree(source, { engine: 'wasm', defines: { layers } });
      expect(complaints).toEqual([]);
      expectSame(primitives, wanted);
    }
  });

  it.each([
    ['""', 'layers must be 2 to 100 numbers, such as "3,6,6,4,2", but is "".'],
    ['"3"', 'layers must be 2 to 100 numbers, such as "3,6,6,4,2", but is "3".'],
    ['7', 'layers must be 2 to 100 numbers, such as "3,6,6,4,2", but is "7".'],
    ['"3,,2"', 'Layer 2 must have a whole number of nodes from 1 to 10000, but layers is "3,,2".'],
    ['"3,0"', 'Layer 2 must have a whole number of nodes from 1 to 10000, but layers is "3,0".'],
    ['"3,2,"', 'Layer 3 must have'],
    ['"3,4 5"', 'Layer 2 must have'],
    ['"3,4.5"', 'Layer 2 must have'],
    ['"-3,4"', 'Layer 1 must have'],
    ['"three,4"', 'Layer 1 must have'],
    ['"3;4,2"', 'Layer 1 must have'],
    ['"3,99999999999999999999999"', 'Layer 2 must have'],
    ['"3,~2"', 'Layer 2 must have a whole number of nodes from 1 to 1000000000, but'],
    ['"3,9~"', 'Layer 2 must have a whole number of nodes to draw from 1 to 9, but layers is "3,9~".'],
    ['"3,9~10"', 'Layer 2 must have a whole number of nodes to draw from 1 to 9, but'],
    ['"3,99999~0"', 'Layer 2 must have a whole number of nodes to draw from 1 to 10000, but'],
    ['"3,9~2~2"', 'Layer 2 must have one number of nodes to draw, but'],
    ['[3, 2.5]', 'Layer 2 must have'],
    ['[3, undef]', 'Layer 2 must have'],
    ['[3, ["..."]]', 'Layer 2 must have a node that is drawn, but layers is'],
  ])('refuses the layers %s', async (layers, message) => {
    const source = await sourceOf(sceneOf());
    const { complaints, primitives } = await openScadTree(source, { engine: 'wasm', defines: { layers } });
    expect(complaints[0]).toMatch(/^ERROR: Assertion/);
    expect(complaints[0]).toContain(message);
    expect(primitives).toEqual([]);
  });
});

describe('the rendered source', () => {
  it('is the default network, without a warning', async () => {
    await expectRendered(sceneOf(), sceneOf(), { engine: 'wasm' });
  });

  it('is what Neurofab makes of the tuned values', async () => {
    const tuned = sceneOf({
      layers: [2, 5, 3],
      nodeRadius: 6,
      connectionRadius: 1.2,
      layerSpacing: 40,
      nodeSpacing: 15,
    });
    await expectRendered(sceneOf(), tuned, {
      engine: 'wasm',
      defines: {
        layers: '"2,5,3"',
        node_radius: '6',
        connection_radius: '1.2',
        layer_spacing: '40',
        node_spacing: '15',
      },
    });
  });

  it.each(['upright', 'flat'] as const)(
    'is what Neurofab makes of round and square rods, %s',
    async (mode) => {
      const weights = [
        [
          [1, -1],
          [-0.5, 0.7],
        ],
      ];
      const layers = [2, 2];
      const scene = sceneOf({ layers, weights, signShape: true, mode, resolution: { segments: 8 } });
      await expectRendered(scene, scene, { engine: 'wasm' });
    },
  );

  it('is what Neurofab makes of small networks', () =>
    fc.assert(
      fc.asyncProperty(denseSettings, async (values) => {
        const scene = attempt(inputOf({ ...values, layers: [2, 3], resolution: { tolerance: 0.05 } }));
        fc.pre(scene !== undefined);
        await expectRendered(scene, scene, { engine: 'wasm' });
      }),
      { numRuns: 6, examples: [[{ layerSpacing: 45.1913, baseRadius: 20.0013, posts: false }]] },
    ));

  it.each([3, 5, 6, 8])('stands on the bed without a base, with %i sides a circle', async (segments) => {
    const scene = sceneOf({ layers: [2, 3], base: { shape: 'none' }, resolution: { segments } });
    const { shape } = await renderOpenScad(await sourceOf(scene), { engine: 'wasm' });
    for (const axis of [0, 1, 2] as const) expect(Math.abs(shape!.min[axis])).toBeLessThan(1e-4);
  });

  itAsks('openscad')('is the same in 2021.01, without a warning', async () => {
    const small = { layers: [2, 3], resolution: { segments: 12 } };
    await expectRendered(sceneOf(small), sceneOf(small), { engine: 'openscad' });
    const tuned = sceneOf({ ...small, layers: [1, 2, 1], nodeRadius: 5, connectionRadius: 2 });
    await expectRendered(sceneOf(small), tuned, {
      engine: 'openscad',
      defines: { layers: '"1,2,1"', node_radius: '5', connection_radius: '2' },
    });
  });
});
