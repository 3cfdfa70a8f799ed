import { checkMesh, type NetworkScene, volume } from '@neurofab/core';
import { fused } from '@neurofab/solid';
import { type OpenScadEngine, renderOpenScad } from '@neurofab/test-kit';
import { expect } from 'vitest';
import { sourceOf } from './support.ts';

export interface Rendering {
  readonly engine: OpenScadEngine;
  readonly defines?: Record<string, string>;
}

/** Expects OpenSCAD to render the source of a scene, tuned, as the solid that Neurofab fuses of another. */
export async function expectRendered(
  written: NetworkScene,
  wanted: NetworkScene,
  { engine, defines }: Rendering,
): Promise<void> {
  const { complaints, shape } = await renderOpenScad(await sourceOf(written), { engine, defines });
  expect(complaints).toEqual([]);
  let volumeMm3 = 0;
  let components = 0;
  for await (const { mesh } of await fused(wanted)) {
    volumeMm3 += volume(mesh);
    components += checkMesh(mesh).components;
  }
  const { min, max } = wanted.bounds;
  // A small disc without posts may touch no node.
  expect(shape!.components).toBe(components);
  expect(Math.abs(shape!.volumeMm3 / volumeMm3 - 1)).toBeLessThan(0.002);
  for (const axis of [0, 1, 2] as const) {
    const thousandth = (max[axis] - min[axis]) / 1000;
    expect(Math.abs(shape!.min[axis] - min[axis])).toBeLessThan(thousandth);
    expect(Math.abs(shape!.max[axis] - max[axis])).toBeLessThan(thousandth);
  }
}
