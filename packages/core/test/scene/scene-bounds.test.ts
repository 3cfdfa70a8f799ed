import { expect, it, vi } from 'vitest';
import { layout, parseNetworkSpec, type Rod, type Rods } from '../../src/index.ts';
import { unitCircle } from '../../src/mesh/unit-circle.ts';

vi.mock('../../src/mesh/unit-circle.ts', async (importOriginal) => {
  const original = await importOriginal<typeof import('../../src/mesh/unit-circle.ts')>();
  return { ...original, unitCircle: vi.fn(original.unitCircle) };
});

it('lays out a network of 109,184 connections with a few circles', () => {
  const layers = [784, 128, 64, 10];
  const scene = layout(parseNetworkSpec({ layers }));
  expect(vi.mocked(unitCircle).mock.calls.length).toBeLessThan(20);

  const [connections] = scene.pieces[0]!.rods;
  const walk = connections![Symbol.iterator]();
  let count = 0;
  for (let step = walk.next(); !step.done; step = walk.next()) count++;
  expect(count).toBe(784 * 128 + 128 * 64 + 64 * 10);
});

it('lays out the largest of networks without walking its connections', () => {
  const layers = Array.from({ length: 100 }, () => 10_000);
  const { bounds } = layout(parseNetworkSpec({ layers, base: { shape: 'none' } }));
  // 10¹⁰ connections would take most of an hour. The nodes' spacings are 16 and 32 mm, their radius 4 mm.
  expect(bounds).toStrictEqual({ min: [0, 0, 0], max: [99 * 32 + 8, 8, 9999 * 16 + 8] });
});

it('makes no connection of a scene before it is asked for, and keeps none', () => {
  const [piece] = layout(parseNetworkSpec({ layers: [784, 128, 64, 10] })).pieces;
  const first = (rods: Rods) => rods[Symbol.iterator]().next().value as Rod;
  expect(piece!.rods).toHaveLength(1);
  for (const rods of piece!.rods) {
    expect(Array.isArray(rods)).toBe(false);
    expect(first(rods)).toStrictEqual(first(rods));
    expect(first(rods)).not.toBe(first(rods));
  }
});
