import type { PresetName } from '@neurofab/core';
import { itAsks, type OpenScadEngine, openScadTree } from '@neurofab/test-kit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attempt, expectTuned } from '../attempts.ts';
import { expectRendered } from '../rendered.ts';
import { denseSettings, inputOf, textSettings } from '../settings.ts';
import { expectSame, LINES, NAMES, sceneOf, sourceOf } from '../support.ts';

const ENGINES: [OpenScadEngine, (name: string, test: () => Promise<void>) => void, number][] = [
  ['wasm', it, 30],
  ['openscad', itAsks('openscad'), 30],
];

const NAMED = {
  layers: [2, 3, 2],
  inputs: NAMES.slice(0, 2),
  outputs: NAMES.slice(1),
} as const;

describe('names', () => {
  for (const [engine, asks, numRuns] of ENGINES) {
    asks(`stand where Neurofab puts them, and are as large, as ${engine} evaluates them`, () =>
      fc.assert(
        fc.asyncProperty(
          fc.constantFrom<PresetName>('desk', 'seed'),
          fc.constantFrom('layers', 'inputs', 'outputs', 'all'),
          fc.constantFrom(undefined, ...LINES),
          fc.tuple(denseSettings, textSettings),
          fc.tuple(denseSettings, textSettings),
          async (preset, labels, text, [settings, texts], [places, heights]) => {
            const held = { ...settings, base: 'disc', posts: true, mode: 'flat' } as const;
            const before = { ...held, ...texts, ...NAMED, text, labels };
            const written = attempt(inputOf(before), preset);
            fc.pre(written !== undefined);
            // Upright text alone is drawn, which has a test of its own.
            const changes = { ...places, ...heights, mode: 'flat' } as const;
            await expectTuned(written, { engine, preset, before, changes });
          },
        ),
        { numRuns },
      ),
    );

    asks(`are what Neurofab fuses, in ${engine}`, async () => {
      const small = { ...NAMED, mode: 'flat', labels: 'all', resolution: { segments: 8 } } as const;
      const written = sceneOf({ ...small, text: LINES[0] });
      const wanted = sceneOf({ ...small, text: LINES[0], engraved: true });
      await expectRendered(written, wanted, { engine, defines: { engraved: 'true' } });
    });
  }

  it('go with layers and nodes that are taken away, and are not there upright', async () => {
    const named = { ...NAMED, mode: 'flat', labels: 'all', resolution: { segments: 12 } } as const;
    const source = await sourceOf(sceneOf(named));
    const treeOf = (defines: Record<string, string>) => openScadTree(source, { engine: 'wasm', defines });
    const fewer = await treeOf({ layers: '"2,2"' });
    expect(fewer.complaints).toEqual([]);
    expectSame(fewer.primitives, sceneOf({ ...named, layers: [2, 2] }));
    const upright = await treeOf({ mode: '"upright"' });
    expect(upright.complaints).toEqual([]);
    expect(upright.primitives.some(({ kind }) => kind === 'extrusion')).toBe(false);
  });
});
