import { type HexColor, layout, type Mesh, parseNetworkSpec, shells, tessellate } from '@neurofab/core';
import { readPng } from '@neurofab/test-kit';
import { describe, expect, it } from 'vitest';
import { type PicturePart, thumbnail } from '../src/thumbnail.ts';

const PIXELS = Array.from({ length: 256 * 256 }, (_, i) => [i % 256, Math.floor(i / 256)] as const);

/** The picture of some parts: the colour and opacity at each pixel. */
function pictureOf(...parts: readonly PicturePart[]): (x: number, y: number) => number[] {
  const { pixels } = readPng([...thumbnail(parts)].at(-1)!);
  return (x, y) => [...pixels.subarray(4 * (256 * y + x), 4 * (256 * y + x) + 4)];
}

function ball(x: number, y: number, z: number, radius: number): Mesh {
  return tessellate({ kind: 'sphere', center: [x, y, z], radius, segments: 24, rings: 12 });
}

function body(color: HexColor, mesh: Mesh): PicturePart {
  return { color, meshes: [mesh] };
}

const [RED, GREEN]: HexColor[] = ['#C00000', '#00C000'];

/** Which of red, green and blue there is most of, or `undefined` where there is nothing. */
function hue([red, green, blue, opacity]: readonly number[]): 'red' | 'green' | 'blue' | undefined {
  if (opacity === 0) return undefined;
  const most = Math.max(red!, green!, blue!);
  if (most === red) return 'red';
  return most === green ? 'green' : 'blue';
}

describe('the picture', () => {
  it('fills the square up to a margin', async () => {
    const meshes: Mesh[] = [];
    for await (const { mesh } of await shells(layout(parseNetworkSpec({ layers: [2, 3] }))))
      meshes.push(mesh);
    const at = pictureOf({ color: RED!, meshes });
    const seen = PIXELS.filter((pixel) => at(...pixel)[3]! > 0);
    const [x, y] = [seen.map(([x]) => x), seen.map(([, y]) => y)];
    const [left, right, top, bottom] = [
      Math.min(...x),
      255 - Math.max(...x),
      Math.min(...y),
      255 - Math.max(...y),
    ];
    expect(Math.min(left, right, top, bottom)).toBeGreaterThanOrEqual(5);
    expect(Math.min(left + right, top + bottom)).toBeLessThanOrEqual(13);
    expect(Math.abs(left - right)).toBeLessThanOrEqual(1);
    expect(Math.abs(top - bottom)).toBeLessThanOrEqual(1);
  });

  it('shows what is above above, what is to the right on the right, and what is nearer in front', () => {
    const above = pictureOf(body(RED!, ball(0, 0, 10, 4)), body(GREEN!, ball(0, 0, 0, 4)));
    expect([hue(above(128, 40)), hue(above(128, 216))]).toEqual(['red', 'green']);
    const beside = pictureOf(body(RED!, ball(10, 0, 0, 4)), body(GREEN!, ball(0, 0, 0, 4)));
    expect([hue(beside(30, 110)), hue(beside(226, 146))].toSorted()).toEqual(['green', 'red']);
    expect(hue(beside(226, 110)) ?? hue(beside(226, 146))).toBe('red');
    // The front has the lowest y.
    const behind = pictureOf(body(RED!, ball(0, -10, 0, 4)), body(GREEN!, ball(0, 0, 0, 6)));
    const inFront = pictureOf(body(GREEN!, ball(0, 0, 0, 6)), body(RED!, ball(0, -10, 0, 4)));
    const differing = PIXELS.filter(([x, y]) => String(inFront(x, y)) !== String(behind(x, y)));
    expect(differing).toEqual([]);
    const reds = PIXELS.filter(([x, y]) => hue(behind(x, y)) === 'red');
    expect(reds.length).toBeGreaterThan(256 * 256 * 0.1);
  });

  it('leaves nothing out between triangles, and smooths the outline', () => {
    const at = pictureOf(body(RED!, ball(1, 2, 3, 5)));
    const opacity = ([x, y]: readonly [number, number]) => at(x, y)[3]!;
    const radius = ([x, y]: readonly [number, number]) => Math.hypot(x - 127.5, y - 127.5);
    expect(PIXELS.filter((pixel) => radius(pixel) < 115 && opacity(pixel) < 255)).toEqual([]);
    expect(PIXELS.filter((pixel) => radius(pixel) > 124 && opacity(pixel) > 0)).toEqual([]);
    expect(new Set(PIXELS.map(opacity)).size).toBeGreaterThan(3);
  });

  it.each(['#D55E00', '#56B4E9', '#F0E442', '#444C56', '#FFFFFF', '#000000'] as const)(
    'keeps %s recognisable',
    (color) => {
      const at = pictureOf(body(color, ball(0, 0, 0, 5)));
      const wanted = [1, 3, 5].map((i) => Number.parseInt(color.slice(i, i + 2), 16));
      for (const [x, y] of [
        [128, 128],
        [100, 100],
        [150, 90],
      ] as const) {
        const shown = at(x, y);
        for (const [i, channel] of wanted.entries()) expect(Math.abs(shown[i]! - channel)).toBeLessThan(32);
      }
    },
  );

  it('draws nothing that faces away', () => {
    const { positions, indices } = ball(0, 0, 0, 5);
    const insideOut = { positions, indices: indices.toReversed() };
    const at = pictureOf(body(RED!, ball(0, 0, 0, 3)), body(GREEN!, insideOut));
    const [red, green] = at(128, 128);
    expect(red).toBeGreaterThan(150);
    expect(green).toBeLessThan(50);
  });

  it('tells how much is done, part by part', () => {
    const told: number[] = [];
    const parts = [RED!, GREEN!].map((color) => ({ color, meshes: [ball(0, 0, 0, 1)] }));
    expect([...thumbnail(parts, { onProgress: (done) => told.push(done) })]).toHaveLength(1);
    expect(told).toEqual([0.5, 1]);
  });

  it('lets a caller see to other things while it draws many triangles, and tells how far it is', () => {
    const told: number[] = [];
    const fine = tessellate({ kind: 'sphere', center: [0, 0, 0], radius: 1, segments: 400, rings: 200 });
    const chunks = [
      ...thumbnail([{ color: RED!, meshes: [fine, fine] }], { onProgress: (done) => told.push(done) }),
    ];
    expect(chunks.slice(0, -1).every((chunk) => chunk.length === 0)).toBe(true);
    expect(chunks.length).toBeGreaterThan(8);
    expect(told.length).toBeGreaterThan(8);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect(told.at(-1)).toBe(1);
  });

  it('is blank, not a failure, where there is nothing but a point', () => {
    const mesh = { positions: new Float32Array(9), indices: new Uint32Array([0, 1, 2]) };
    expect([...thumbnail([{ color: RED!, meshes: [mesh] }])]).toHaveLength(1);
  });
});
