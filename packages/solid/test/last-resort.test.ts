import { checkMesh, layout, parseNetworkSpec, SpecError, weldMesh } from '@neurofab/core';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { arrange } from '../src/arrange/arrange.ts';
import { solids } from '../src/bodies.ts';
import { booleans } from '../src/booleans/booleans.ts';
import { loadKernel } from '../src/booleans/kernel.ts';
import { AIR } from '../src/surface.ts';

vi.mock('../src/arrange/arrange.ts', { spy: true });
vi.mock('../src/booleans/booleans.ts', { spy: true });
vi.mock('../src/booleans/kernel.ts', { spy: true });

const SCENE = layout(parseNetworkSpec({ layers: [2, 3, 2], resolution: { segments: 8 } }));

async function bodies() {
  const found = [];
  for await (const { mesh } of await solids(SCENE)) found.push(checkMesh(weldMesh(mesh)));
  return found;
}

beforeEach(() => {
  vi.mocked(arrange).mockReset();
  vi.mocked(booleans).mockReset();
});

describe('bodies', () => {
  it('are made without the kernel', async () => {
    await bodies();
    expect(loadKernel).not.toHaveBeenCalled();
    expect(arrange).toHaveBeenCalledTimes(1);
  });

  it('are made with the solids moved in another way if findings disagree', async () => {
    const before = await bodies();
    vi.mocked(arrange).mockResolvedValueOnce(undefined);
    const after = await bodies();
    const [first, failed, other] = vi.mocked(arrange).mock.calls.map(([{ points }]) => points);
    expect(failed).toEqual(first);
    expect(other).not.toEqual(first);
    expect(booleans).not.toHaveBeenCalled();
    after.forEach(({ closed, volume }, i) => {
      expect(closed).toBe(true);
      expect(volume / before[i]!.volume).toBeCloseTo(1, 6);
    });
  });

  it('are made by booleans if they always do', async () => {
    const before = await bodies();
    vi.mocked(arrange).mockResolvedValue(undefined);
    const after = await bodies();
    expect(booleans).toHaveBeenCalledTimes(1);
    expect(after).toHaveLength(before.length);
    after.forEach(({ closed, volume }, i) => {
      expect(closed).toBe(true);
      // For booleans solids move by some lattice units.
      expect(volume / before[i]!.volume).toBeCloseTo(1, 3);
    });
  });

  it('are refused rather than handed on with a fault', async () => {
    vi.mocked(arrange).mockResolvedValue(undefined);
    vi.mocked(booleans).mockResolvedValue({
      unit: 1,
      mirror: undefined,
      points: Int32Array.from([0, 0, 0, 9000, 0, 0, 0, 9000, 0]),
      facets: Int32Array.from([0, 1, 2, 0, AIR]),
    });
    await expect(bodies()).rejects.toThrow(SpecError);
    await expect(bodies()).rejects.toThrow('Another number of sides will do, or thinner connections.');
  });
});
