import type { Mode, PresetName } from '@neurofab/core';
import { itAsks, type OpenScadEngine, openScadTree } from '@neurofab/test-kit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attempt, expectTuned } from '../attempts.ts';
import { expectRendered } from '../rendered.ts';
import { denseSettings, inputOf, textSettings } from '../settings.ts';
import { BRAILLE_LINES, expectSame, LINES, sceneOf, sourceOf } from '../support.ts';

const ENGINES: [OpenScadEngine, (name: string, test: () => Promise<void>) => void, number][] = [
  ['wasm', it, 30],
  ['openscad', itAsks('openscad'), 50],
];

const SMALL = { layers: [2, 3], resolution: { segments: 12 } } as const;

describe('text', () => {
  for (const [engine, asks, numRuns] of ENGINES) {
    asks(`stands where Neurofab puts it, and is as large, as ${engine} evaluates it`, () =>
      fc.assert(
        fc.asyncProperty(
          fc.constantFrom<PresetName>('desk', 'seed'),
          fc.constantFrom(...LINES),
          fc.tuple(denseSettings, textSettings),
          fc.tuple(denseSettings, textSettings),
          async (preset, text, [settings, texts], changes) => {
            const held = { ...settings, base: 'disc', posts: true } as const;
            const before = { ...held, ...texts, text, layers: [2, 3] };
            const written = attempt(inputOf(before), preset);
            fc.pre(written !== undefined);
            const [places, heights] = changes;
            await expectTuned(written, { engine, preset, before, changes: { ...places, ...heights } });
          },
        ),
        {
          numRuns,
          examples: [
            // As large as it can be on the straight part of a foot, and on its round ends.
            ['desk', LINES[0], [{ mode: 'flat', layerSpacing: 60 }, {}], [{}, { textHeight: 30 }]],
            ['desk', LINES[1], [{ mode: 'flat', layerSpacing: 60 }, {}], [{}, { textHeight: 30 }]],
            // Through half of a thin disc.
            ['desk', LINES[0], [{ baseThickness: 0.5 }, { engraved: true }], [{}, {}]],
          ],
        },
      ),
    );
  }

  it('is put together with its foot', async () => {
    const scene = sceneOf({ ...SMALL, mode: 'flat', text: LINES[0] });
    const { primitives } = await openScadTree(await sourceOf(scene), {
      engine: 'wasm',
      defines: { show: '"assembled"' },
    });
    expectSame(primitives, scene, { isAssembled: true });
  });

  it('is not there without anything that holds it', async () => {
    for (const [mode, defines, without] of [
      ['upright', { base: '"none"' }, { base: { shape: 'none' } }],
      ['flat', { posts: 'false' }, { base: { posts: false } }],
    ] as const) {
      const source = await sourceOf(sceneOf({ ...SMALL, mode, text: LINES[0] }));
      const { complaints, primitives } = await openScadTree(source, { engine: 'wasm', defines });
      expect(complaints).toEqual([]);
      expectSame(primitives, sceneOf({ ...SMALL, mode, ...without }));
    }
  });

  it.each([
    ['text_height', '-1', 'text_height must be a length from 0.01 to 10000 mm, but is -1.'],
    ['base_radius', '4', 'base_radius must be more than 4.1411, to leave room for text, but is 4.'],
  ])('is refused where %s = %s', async (name, value, message) => {
    const scene = sceneOf({ ...SMALL, layers: [2, 3, 2], text: LINES[0] });
    const { complaints, primitives } = await openScadTree(await sourceOf(scene), {
      engine: 'wasm',
      defines: { [name]: value },
    });
    expect(complaints[0]).toMatch(/^ERROR: Assertion/);
    expect(complaints[0]).toContain(message);
    expect(primitives).toEqual([]);
  });
});

describe('Braille', () => {
  for (const [engine, asks, numRuns] of ENGINES) {
    asks(`stands where Neurofab puts it, alone and before text, as ${engine} evaluates it`, () =>
      fc.assert(
        fc.asyncProperty(
          fc.constantFrom<PresetName>('desk', 'seed'),
          fc.record({
            braille: fc.constantFrom(...BRAILLE_LINES),
            text: fc.constantFrom(undefined, ...LINES),
          }),
          fc.tuple(denseSettings, textSettings),
          fc.tuple(denseSettings, textSettings),
          async (preset, lines, [settings, texts], [places, heights]) => {
            const held = { ...settings, base: 'disc', posts: true, layers: [2, 3] } as const;
            const before = { ...held, ...(lines.text !== undefined && texts), ...lines };
            const changes = { ...places, ...(lines.text !== undefined && heights) };
            // A disc without room for it is refused, which here is no fault of the spec.
            const sizes = { ...before, ...changes };
            fc.pre(sizes.mode === 'flat' || (sizes.baseRadius ?? 0) > 75 || sizes.base === 'none');
            const written = attempt(inputOf(before), preset);
            fc.pre(written !== undefined);
            await expectTuned(written, { engine, preset, before, changes });
          },
        ),
        {
          numRuns,
          examples: [
            // On a foot that is longer for it, that is deeper for it, and that has room as it is.
            ['desk', { braille: BRAILLE_LINES[1], text: LINES[0] }, [{ mode: 'flat' }, {}], [{}, {}]],
            [
              'desk',
              { braille: BRAILLE_LINES[0], text: LINES[1] },
              [{ mode: 'flat', layerSpacing: 60 }, {}],
              [{}, { textHeight: 30 }],
            ],
            [
              'desk',
              { braille: BRAILLE_LINES[0], text: undefined },
              [{ mode: 'flat', nodeRadius: 6 }, {}],
              [{ nodeSpacing: 30 }, {}],
            ],
          ],
        },
      ),
    );
  }

  it('is put together with its foot', async () => {
    const scene = sceneOf({ ...SMALL, mode: 'flat', braille: BRAILLE_LINES[1] });
    const defines = { show: '"assembled"' };
    const { primitives } = await openScadTree(await sourceOf(scene), { engine: 'wasm', defines });
    expectSame(primitives, scene, { isAssembled: true });
  });

  it('is refused on a disc without room for it', async () => {
    const scene = sceneOf({ ...SMALL, layers: [2, 3, 2], braille: BRAILLE_LINES[0] });
    const { complaints, primitives } = await openScadTree(await sourceOf(scene), {
      engine: 'wasm',
      defines: { base_radius: '20' },
    });
    expect(complaints[0]).toContain(
      'base_radius must be at least 24.3675, to leave room for Braille, but is 20.',
    );
    expect(primitives).toEqual([]);
  });
});

describe('rendered lines', () => {
  const CASES = (['upright', 'flat'] as const).flatMap((mode) =>
    [false, true].map((engraved): [Mode, boolean] => [mode, engraved]),
  );

  for (const [engine, asks] of ENGINES) {
    for (const [mode, engraved] of CASES) {
      asks(`is what Neurofab fuses, ${mode}, ${engraved ? 'cut in' : 'raised'}, in ${engine}`, async () => {
        const written = sceneOf({ ...SMALL, mode, text: LINES[0] });
        const wanted = sceneOf({ ...SMALL, mode, text: LINES[0], textHeight: 8, engraved });
        const defines = { text_height: '8', engraved: String(engraved) };
        await expectRendered(written, wanted, { engine, defines });
      });
    }
    asks(`are what Neurofab fuses, with Braille, in ${engine}`, async () => {
      for (const mode of ['upright', 'flat'] as const) {
        const scene = sceneOf({
          ...SMALL,
          mode,
          text: LINES[0],
          base: { radius: 50 },
          braille: BRAILLE_LINES[0],
        });
        await expectRendered(scene, scene, { engine });
      }
    });
  }
});
