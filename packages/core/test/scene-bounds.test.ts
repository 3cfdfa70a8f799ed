import { expect, it, vi } from 'vitest';
import { layout, parseNetworkSpec, type Solid } from '../src/index.ts';
import { unitCircle } from '../src/unit-circle.ts';

vi.mock('../src/unit-circle.ts', async (importOriginal) => {
  const original = await importOriginal<typeof import('../src/unit-circle.ts')>();
  return { ...original, unitCircle: vi.fn(original.unitCircle) };
});

it('lays out a network of 109,184 connections with a circle a node and few more', () => {
  const layers = [784, 128, 64, 10];
  const scene = layout(parseNetworkSpec({ layers }));
  const nodes = layers.reduce((sum, count) => sum + count);
  expect(vi.mocked(unitCircle).mock.calls.length).toBeLessThan(nodes + 50);

  const connections = scene.parts.find(({ role }) => role === 'connections')!;
  const walk = connections.solids[Symbol.iterator]();
  let count = 0;
  for (let step = walk.next(); !step.done; step = walk.next()) count++;
  expect(count).toBe(784 * 128 + 128 * 64 + 64 * 10);
});

it('makes no solid of a scene before it is asked for, and keeps none', () => {
  const { parts } = layout(parseNetworkSpec({ layers: [784, 128, 64, 10] }));
  const first = (solids: Iterable<Solid>) => solids[Symbol.iterator]().next().value as Solid;
  for (const { solids } of parts) {
    expect(Array.isArray(solids)).toBe(false);
    expect(first(solids)).toStrictEqual(first(solids));
    expect(first(solids)).not.toBe(first(solids));
  }
});
