import { openScad } from '@neurofab/backend-openscad';
import {
  collect,
  type LayoutOptions,
  layout,
  type NetworkSpecInput,
  type PresetName,
  parseNetworkSpec,
  type Scene,
  type Settings,
} from '@neurofab/core';
import { partSolids } from '@neurofab/core/internal';
import type { OpenScadPrimitive } from '@neurofab/test-kit';
import { expect } from 'vitest';

export function sceneOf(
  input: NetworkSpecInput = {},
  { preset, ...options }: LayoutOptions & { preset?: PresetName } = {},
): Scene {
  return layout(parseNetworkSpec(input, { preset }), options);
}

export async function sourceOf(scene: Scene, settings?: Settings): Promise<string> {
  const bytes = await collect(openScad().render(scene, { settings }));
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
}

/** Expects the same primitives, in the same places, colours and order, as the scene has. */
export function expectSame(primitives: readonly OpenScadPrimitive[], scene: Scene): void {
  const size = Math.max(...scene.bounds.max.map((most, axis) => most - scene.bounds.min[axis]!));
  const flat = (values: readonly (readonly number[] | number | undefined)[]) => values.flat().map(Number);
  const expected = scene.parts.flatMap(({ color }, part) =>
    scene.pieces
      .flatMap((piece) => [...partSolids(piece, part)])
      .filter((solid) => solid.kind !== 'prism')
      .map((solid) => {
        const { kind, radius, segments } = solid;
        const places = solid.kind === 'sphere' ? [solid.center] : [solid.from, solid.to];
        const rgb = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255);
        const rings = solid.kind === 'sphere' ? [solid.rings] : [];
        return { kind, numbers: flat([radius, segments, rings, rgb, ...places]) };
      }),
  );
  expect(primitives.map(({ kind }) => kind)).toEqual(expected.map(({ kind }) => kind));
  primitives.forEach(({ radius, segments, rings, color, from, to }, i) => {
    const numbers = flat([radius, segments, rings ?? [], color ?? [], from, to ?? []]);
    expect(numbers).toHaveLength(expected[i]!.numbers.length);
    const off = Math.max(...numbers.map((number, at) => Math.abs(number - expected[i]!.numbers[at]!)));
    // OpenSCAD writes its tree with six digits.
    expect(off).toBeLessThan(1e-5 * Math.max(1, size));
  });
}
