import { type NetworkScene, type NetworkSpecInput, type PresetName, SpecError } from '@neurofab/core';
import { type OpenScadEngine, openScadTree } from '@neurofab/test-kit';
import { expect } from 'vitest';
import { changed, definesOf, inputOf, type Settings, type Topology } from './settings.ts';
import { expectSame, sceneOf, sourceOf } from './support.ts';

/** The scene of an input; `undefined` where Neurofab refuses it. */
export function attempt(input: NetworkSpecInput, preset?: PresetName): NetworkScene | undefined {
  try {
    return sceneOf(input, { ...(preset && { preset }) });
  } catch (error) {
    if (error instanceof SpecError) return undefined;
    throw error;
  }
}

export interface Tuning {
  readonly engine: OpenScadEngine;
  readonly preset: PresetName;
  readonly before: Settings & Topology;
  readonly changes: Settings & Topology;
}

/** Expects OpenSCAD to lay out the source of a network, tuned, as Neurofab lays out the changed network, or to refuse it too. */
export async function expectTuned(
  written: NetworkScene,
  { engine, preset, before, changes }: Tuning,
): Promise<void> {
  const after = changed(before, changes);
  const tuned = attempt(inputOf(after), preset);
  const defines = definesOf(changes, after);
  const tree = await openScadTree(await sourceOf(written), { engine, defines });
  if (tuned === undefined) {
    expect(tree.complaints[0]).toMatch(/^ERROR: Assertion .* (must be|must have) /);
  } else {
    expect(tree.complaints).toEqual([]);
    expectSame(tree.primitives, tuned);
  }
}
