import { collect, type HexColor, parseRecipe, VERSION } from '@neurofab/core';
import { solids } from '@neurofab/solid';
import { describeBackend, readGif } from '@neurofab/test-kit';
import { describe, expect, it } from 'vitest';
import { gif } from '../src/index.ts';
import { ballOf, margins, pngOf, SMALL, sceneOf, shares, stillsOf } from './scenes.ts';

describeBackend({
  backend: gif({ size: 48 }),
  bodies: solids,
  read: (bytes) => {
    readGif(bytes);
    return {};
  },
});

it('describes itself', () => {
  const { render: _, read: __, recognises: ___, ...metadata } = gif();
  expect(metadata).toEqual({
    id: 'gif',
    label: 'GIF',
    extensions: ['.gif'],
    mediaType: 'image/gif',
    holds: 'picture',
    isToShow: true,
  });
});

it('turns once in 36 frames of a tenth of a second, 480 pixels wide, in less than 500 kB for the usual network', async () => {
  const bytes = await collect(gif().render(sceneOf({})));
  expect(bytes.length).toBeLessThan(500_000);
  const { width, height, frames } = readGif(bytes);
  expect([width, height, frames.length]).toEqual([480, 480, 36]);
  expect(new Set(frames.map(({ delay }) => delay))).toEqual(new Set([10]));
});

it('keeps the network and the settings as a comment', async () => {
  const settings = { size: '32', note: '<&>"\' 🧠' };
  const scene = sceneOf({ ...SMALL, name: 'Größe 🧠' });
  const { comments } = readGif(await collect(gif({ size: 32 }).render(scene, { settings })));
  expect(comments.map(parseRecipe)).toEqual([{ neurofab: VERSION, spec: scene.source, settings }]);
});

describe('the turn', () => {
  it('shows what is round from above alike in all frames', async () => {
    const stills = await stillsOf(ballOf(), { size: 107 });
    for (const still of stills) {
      for (const margin of Object.values(margins(still))) expect(Math.abs(margin - 2.5)).toBeLessThan(1);
    }
  });

  it('comes as near to the edges as it can and goes beyond in no frame', async () => {
    const stills = await stillsOf(sceneOf(SMALL), { size: 200 });
    const all = stills.map(margins);
    const least = (side: 'left' | 'right' | 'top' | 'bottom') => Math.min(...all.map((each) => each[side]));
    expect(Math.min(least('left'), least('right'), least('top'), least('bottom'))).toBeGreaterThanOrEqual(4);
    expect(Math.min(least('left') + least('right'), least('top') + least('bottom'))).toBeLessThanOrEqual(12);
    expect(Math.abs(least('left') - least('right'))).toBeLessThanOrEqual(1);
  });

  it('goes counter-clockwise as seen from above: what stands on the left comes to the front', async () => {
    const [orange, blue] = [0xe69f00, 0x56b4e9];
    const stills = await stillsOf(sceneOf({ ...SMALL, base: { shape: 'none' } }), { size: 100 });
    const leftOf = (still: (typeof stills)[number]) => {
      const half = still.pixels.filter((_, i) => (i >> 2) % 100 < 50);
      return shares({ ...still, pixels: half }, [orange, blue, 0xd0d7de]);
    };
    const [orangeFirst, blueFirst] = leftOf(stills[0]!);
    expect(orangeFirst).toBeGreaterThan(10 * blueFirst!);
    const [orangeThen, blueThen] = leftOf(stills[18]!);
    expect(blueThen).toBeGreaterThan(10 * orangeThen!);
    const lowest = (still: (typeof stills)[number], color: number) => {
      const rows = Array.from({ length: 100 }, (_, row) => row).filter((row) => {
        const pixels = still.pixels.subarray(400 * row, 400 * (row + 1));
        const share = shares({ ...still, pixels }, [orange, blue, 0xd0d7de]);
        return share[color === orange ? 0 : 1]! > 0.2;
      });
      return Math.max(...rows);
    };
    expect(lowest(stills[9]!, orange)).toBeGreaterThan(lowest(stills[27]!, orange));
  });
});

describe('colours', () => {
  it('are those of a PNG', async () => {
    const colors = [0x444c56, 0xe69f00, 0x56b4e9];
    const scene = sceneOf({ ...SMALL, colors: { ...SMALL.colors, connections: '#444C56' } });
    const [still] = await stillsOf(scene, { size: 300 });
    const png = shares(await pngOf(scene, { size: 300 }), colors);
    for (const [i, share] of shares(still!, colors).entries()) expect(share).toBeCloseTo(png[i]!, 1);
  });

  it('of eight layers are all told apart', async () => {
    const layers = ['#D55E00', '#56B4E9', '#F0E442', '#A55AFF', '#D2FFE1', '#771122', '#00FF66', '#112288'];
    const wide = { layers: layers.map(() => 2), colors: { layers }, base: { shape: 'none' } } as const;
    const [still] = await stillsOf(sceneOf(wide));
    const numbers = layers.map((color) => Number.parseInt(color.slice(1), 16));
    for (const share of shares(still!, [...numbers, 0x444c56]).slice(0, 8))
      expect(share).toBeGreaterThan(0.005);
  });

  it('of a hundred layers share the palette that there is', async () => {
    const colors = Array.from(
      { length: 100 },
      (_, i): HexColor => `#${(0x400000 + 120_000 * i).toString(16).toUpperCase()}`,
    );
    const scene = sceneOf({ layers: colors.map(() => 1), colors: { layers: colors }, layerSpacing: 9 });
    const { colors: palette, frames } = readGif(await collect(gif({ size: 512 }).render(scene)));
    expect(palette).toHaveLength(256);
    expect(new Set(frames[0]!.pixels).size).toBeGreaterThan(100);
  });
});
