import { collect, parseRecipe, shells, VERSION } from '@neurofab/core';
import { solids } from '@neurofab/solid';
import { describeBackend, readPng } from '@neurofab/test-kit';
import { describe, expect, it } from 'vitest';
import { PICTURE_SIZES, png } from '../src/index.ts';
import { ballOf, margins, pngOf, SMALL, sceneOf, shares } from './scenes.ts';

describeBackend({
  backend: png({ size: 100 }),
  bodies: solids,
  read: (bytes) => {
    readPng(bytes);
    return {};
  },
});

it('describes itself', () => {
  const { render: _, read: __, recognises: ___, ...metadata } = png();
  expect(metadata).toEqual({
    id: 'png',
    label: 'PNG',
    extensions: ['.png'],
    mediaType: 'image/png',
    holds: 'picture',
    isToShow: true,
  });
});

it('is a square of 1024 pixels, or of as many as are asked for', async () => {
  const { width, height } = await pngOf(sceneOf(SMALL));
  expect([width, height]).toEqual([1024, 1024]);
  for (const size of [PICTURE_SIZES.min, 333, PICTURE_SIZES.max]) {
    const { width, height } = await pngOf(sceneOf(SMALL), { size });
    expect([width, height]).toEqual([size, size]);
  }
});

it('takes less than 200 kB for the usual network', async () => {
  expect((await collect(png().render(sceneOf({})))).length).toBeLessThan(200_000);
});

it('shows all of the network, in the middle, before nothing', async () => {
  const { left, right, top, bottom } = margins(await pngOf(sceneOf(SMALL), { size: 256 }));
  expect(Math.min(left, right, top, bottom)).toBeGreaterThanOrEqual(5);
  expect(Math.min(left + right, top + bottom)).toBeLessThanOrEqual(14);
  expect(Math.abs(left - right)).toBeLessThanOrEqual(1);
  expect(Math.abs(top - bottom)).toBeLessThanOrEqual(1);
});

it('shows a network from straight above', async () => {
  const scene = sceneOf({ layers: [4, 4], mode: 'plaque' });
  const { left, right, top, bottom } = margins(await pngOf(scene, { size: 256, isFromAbove: true }));
  const [x, y] = scene.bounds.max;
  expect((256 - left - right) / (256 - top - bottom)).toBeCloseTo(x / y, 1);
});

it('keeps the network and the settings as a text', async () => {
  const settings = { size: '64', note: '<&>"\' 🧠' };
  const scene = sceneOf({ ...SMALL, name: 'Größe 🧠' });
  const { texts } = readPng(await collect(png({ size: 64 }).render(scene, { settings })));
  expect(Object.keys(texts)).toEqual(['neurofab']);
  expect(parseRecipe(texts.neurofab!)).toEqual({ neurofab: VERSION, spec: scene.source, settings });
});

describe('circles', () => {
  it('are round at any size, as long as nobody says how many sides they have', async () => {
    for (const size of [64, 512]) {
      const { pixels } = await pngOf(ballOf(), { size });
      const [middle, radius] = [(size - 1) / 2, (size * (1 - 6 / 128)) / 2];
      for (let i = 0; i < size * size; i++) {
        const distance = Math.hypot((i % size) - middle, Math.floor(i / size) - middle);
        if (distance < radius - 1.5) expect(pixels[4 * i + 3]).toBe(255);
        if (distance > radius + 1.5) expect(pixels[4 * i + 3]).toBe(0);
      }
    }
  });

  it('have as many sides as the network says', async () => {
    const { pixels } = await pngOf(ballOf({ resolution: { segments: 4, rings: 2 } }), { size: 256 });
    const seen = pixels.filter((opacity, i) => i % 4 === 3 && opacity > 0).length / 256 ** 2;
    expect(seen).toBeLessThan(0.6);
  });
});

describe('surfaces in one plane', () => {
  const crossing = {
    layers: [2, 2],
    mode: 'plaque',
    weights: [
      [
        [1, -1],
        [-1, 1],
      ],
    ],
    colors: { connections: '#0000FF', negative: '#FF0000', base: '#FFFFFF', layers: ['#FFFFFF'] },
  } as const;

  it('show the one that has the space, whole, as closed bodies do', async () => {
    const scene = sceneOf(crossing);
    const [overlapping, joined] = await Promise.all(
      [shells, solids].map(async (bodies) =>
        shares(
          readPng(await collect(png({ size: 256 }).render(scene, { bodies }))),
          [0x0000ff, 0xff0000, 0xffffff],
        ),
      ),
    );
    for (const [i, share] of overlapping!.entries()) expect(share).toBeCloseTo(joined![i]!, 2);
  });
});
