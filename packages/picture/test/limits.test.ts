import { type BodyMaker, collect, SpecError } from '@neurofab/core';
import { describe, expect, it } from 'vitest';
import { gif, png } from '../src/index.ts';
import { SMALL, sceneOf } from './scenes.ts';

const scene = sceneOf(SMALL);

describe.each([
  ['PNG', png({ size: 64 })],
  ['GIF', gif({ size: 32 })],
] as const)('a %s', (_, backend) => {
  it('of more triangles than are drawn is refused before any body is asked for', async () => {
    const bodies: BodyMaker = async () => ({
      triangles: 20_000_001,
      parts: [],
      [Symbol.asyncIterator]: () => {
        throw new Error('asked');
      },
    });
    const rendering = collect(backend.render(scene, { bodies }));
    await expect(rendering).rejects.toThrow(SpecError);
    await expect(rendering).rejects.toThrow(
      /^A picture shows at most 20,000,000 triangles, but this network has 20,000,001\..*/,
    );
  });

  it('of a network of 200 million connections is refused without walking them', async () => {
    const huge = sceneOf({ layers: [10_000, 10_000, 10_000] });
    await expect(collect(backend.render(huge))).rejects.toThrow(/^A picture shows at most /);
  });

  it('of nothing is blank', async () => {
    const pieces = scene.pieces.map((piece) => ({ ...piece, nodes: [], rods: [], others: [] }));
    expect((await collect(backend.render({ ...scene, pieces }))).length).toBeGreaterThan(50);
  });

  it('can be stopped while it is drawn', async () => {
    const controller = new AbortController();
    const onProgress = (done: number) => {
      if (done > 0.5) controller.abort(new Error('enough'));
    };
    const rendering = collect(backend.render(scene, { signal: controller.signal, onProgress }));
    await expect(rendering).rejects.toThrow('enough');
  });
});
