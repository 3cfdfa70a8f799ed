import { openScad } from '@neurofab/backend-openscad';
import {
  collect,
  type LayoutOptions,
  layout,
  type NetworkSpecInput,
  type Placement,
  type PresetName,
  parseNetworkSpec,
  type Scene,
  type Settings,
  type Solid,
  type Vec3,
} from '@neurofab/core';
import { IDENTITY, partSolids, place } from '@neurofab/core/internal';
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

/**
 * Expects the same primitives, in the same places and colours, as the scene has, on the plate or put together: piece by piece,
 * each part after part and then what is taken away.
 */
export function expectSame(
  primitives: readonly OpenScadPrimitive[],
  scene: Scene,
  { isAssembled = false }: { readonly isAssembled?: boolean } = {},
): void {
  const size = Math.max(...scene.bounds.max.map((most, axis) => most - scene.bounds.min[axis]!));
  // OpenSCAD writes its tree with six digits.
  const tolerance = 1e-5 * Math.max(1, size);
  const expected = scene.pieces.flatMap((piece, number) => {
    const { voids, assembled = IDENTITY } = piece;
    const placement = isAssembled ? assembled : IDENTITY;
    const common = { placement, difference: voids && number + 1 };
    const solids = scene.parts.flatMap(({ color }, part) =>
      Array.from(partSolids(piece, part), (solid) => ({ ...common, solid, color, isTakenAway: undefined })),
    );
    const away = (voids ?? []).map((solid) => ({ ...common, solid, color: undefined, isTakenAway: true }));
    return [...solids, ...away];
  });
  expect(primitives.map(({ kind }) => kind)).toEqual(expected.map(({ solid }) => solid.kind));
  primitives.forEach((primitive, i) => {
    const { solid, color, placement, difference, isTakenAway } = expected[i]!;
    expect([primitive.difference, primitive.isTakenAway]).toEqual([difference, isTakenAway]);
    if (color !== undefined) {
      const rgb = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255);
      expect(distance(primitive.color ?? [], rgb)).toBeLessThan(tolerance);
    }
    const [one, other] = [shapeOf(primitive), placed(shapeOf(solid), placement)];
    expect(one.sizes).toHaveLength(other.sizes.length);
    expect(distance(one.sizes, other.sizes)).toBeLessThan(tolerance);
    expect(one.ends.map((end) => end.length)).toEqual(other.ends.map((end) => end.length));
    one.ends.forEach((end, at) => {
      for (const point of end) {
        const nearest = Math.min(...other.ends[at]!.map((another) => distance(point, another)));
        expect(nearest).toBeLessThan(tolerance);
      }
    });
  });
}

interface Shape {
  readonly sizes: readonly number[];
  /** Points in any order, for the corners of a prism may begin anywhere. */
  readonly ends: readonly (readonly (readonly number[])[])[];
}

function shapeOf(solid: OpenScadPrimitive | Solid): Shape {
  switch (solid.kind) {
    case 'sphere':
      return { sizes: [solid.radius, solid.segments, solid.rings], ends: [[solid.center]] };
    case 'cylinder':
      return { sizes: [solid.radius, solid.segments], ends: [[solid.from], [solid.to]] };
    case 'prism':
      return { sizes: [], ends: [solid.from, solid.to] };
  }
}

function placed({ sizes, ends }: Shape, placement: Placement): Shape {
  return { sizes, ends: ends.map((end) => end.map((point) => place(point as Vec3, placement))) };
}

/** The largest difference of two lists of numbers. */
function distance(one: readonly number[], other: readonly number[]): number {
  return one.reduce((most, value, i) => Math.max(most, Math.abs(value - other[i]!)), 0);
}
