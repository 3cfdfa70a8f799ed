import { openScad } from '@neurofab/backend-openscad';
import {
  type Braille,
  collect,
  type HexColor,
  type LayoutOptions,
  type Lettering,
  layout,
  type NetworkScene,
  type NetworkSpecInput,
  type Outline,
  type Placement,
  type PresetName,
  parseNetworkSpec,
  type Settings,
  type Solid,
  type Vec3,
} from '@neurofab/core';
import { IDENTITY, type LabelKind, nameLines, partSolids, place, textOutline } from '@neurofab/core/internal';
import type { OpenScadPrimitive } from '@neurofab/test-kit';
import { expect } from 'vitest';

/** A short line and one that is too long for most, in letters of an O with a hole and a comma below the baseline. */
export const LINES = ['O,', 'O,O,O,O,O,O,O,O,O,O,O,O,'] as const;

/** Names of nodes, and those that layers have where nobody names them. */
export const NAMES = ['O,', 'O,O,', 'O,O,O,'] as const;
const LAYERS = ['layer 1', 'layer 2', 'layer 3'];

/** Braille of one cell, and of so many that the longest foot is longer for it. */
export const BRAILLE_LINES = ['b', 'bbbbbbbbbbbb'] as const;

const LETTERING: Lettering = {
  lines: Object.fromEntries([...LINES, ...NAMES, ...LAYERS].map((line) => [line, outlineOf(line)])),
  braille: Object.fromEntries(BRAILLE_LINES.map((line) => [line, brailleOf(line)])),
};

/** Cells of dots 1, 2 and 6. */
function brailleOf(line: string): Braille {
  const sizes = { dotSpacing: 2.5, cellSpacing: 6, dotDiameter: 1.5, dotHeight: 0.5 };
  const shifts = Array.from(line, (_, i) => 6 * i);
  return {
    cells: shifts.map(() => [1, 2, 6]),
    dots: shifts.flatMap((by) => [
      [by + 0.75, 5.75] as const,
      [by + 0.75, 3.25] as const,
      [by + 3.25, 0.75] as const,
    ]),
    width: 4 + shifts.at(-1)!,
    height: 6.5,
    sizes,
    missing: [],
  };
}

function outlineOf(line: string): Outline {
  const shifts = Array.from({ length: line.length / 2 }, (_, i) => 2 * i);
  const shifted = (polygons: Outline['rings']) =>
    shifts.flatMap((by) => polygons.map((polygon) => polygon.map(([x, y]) => [x + by, y] as const)));
  const comma = [
    [1.2, -0.3],
    [1.5, -0.3],
    [1.6, 0.2],
    [1.3, 0.2],
  ] as const;
  const sides = [
    [
      [0, 0],
      [1, 0],
      [0.7, 0.3],
      [0.3, 0.3],
    ],
    [
      [1, 0],
      [1, 1],
      [0.7, 0.7],
      [0.7, 0.3],
    ],
    [
      [1, 1],
      [0, 1],
      [0.3, 0.7],
      [0.7, 0.7],
    ],
    [
      [0, 1],
      [0, 0],
      [0.3, 0.3],
      [0.3, 0.7],
    ],
  ] as const;
  const edges = [sides.map(([corner]) => corner), sides.map(([, , , corner]) => corner).reverse()];
  return {
    width: 1.6 + shifts.at(-1)!,
    bottom: -0.3,
    top: 1,
    polygons: shifted([...sides, comma]),
    rings: shifted([...edges, comma]),
    stroke: 0.2,
    missing: [],
  };
}

export function sceneOf(
  input: NetworkSpecInput = {},
  { preset, ...options }: LayoutOptions & { preset?: PresetName } = {},
): NetworkScene {
  return layout(parseNetworkSpec(input, { preset, lettering: LETTERING }), options);
}

export async function sourceOf(scene: NetworkScene, settings?: Settings): Promise<string> {
  const bytes = await collect(openScad().render(scene, { settings }));
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
}

/**
 * Expects the same primitives, in the same places and colours, as the scene has, on the plate or put together: piece by piece,
 * each part after part and then what is taken away. A line of text, of many prisms, is one primitive that fills the same area.
 */
export function expectSame(
  primitives: readonly OpenScadPrimitive[],
  scene: NetworkScene,
  { isAssembled = false }: { readonly isAssembled?: boolean } = {},
): void {
  const size = Math.max(...scene.bounds.max.map((most, axis) => most - scene.bounds.min[axis]!));
  // OpenSCAD writes its tree with six digits.
  const tolerance = 1e-5 * Math.max(1, size);
  const solids = expectedOf(scene, isAssembled);
  const expected = solids.filter(({ isText }) => !isText);
  expectSameLines(
    primitives.filter((primitive) => primitive.kind === 'extrusion'),
    solids.filter(({ isText }) => isText),
    { lines: linesOf(scene).flat(), tolerance },
  );
  const others = primitives.filter((primitive) => primitive.kind !== 'extrusion');
  expect(others.map(({ kind }) => kind)).toEqual(expected.map(({ solid }) => solid.kind));
  others.forEach((primitive, i) => {
    const { solid, color, placement, difference, isTakenAway } = expected[i]!;
    // Upright, text is cut out of the base alone.
    if (scene.source.mode !== 'upright') expect(primitive.difference).toBe(difference);
    expect(primitive.isTakenAway).toBe(isTakenAway);
    expectSameColor(primitive, color, tolerance);
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

interface Expected {
  readonly solid: Solid;
  readonly placement: Placement;
  readonly difference: number | undefined;
  readonly color: HexColor | undefined;
  readonly isTakenAway: true | undefined;
  readonly isText: boolean;
}

/** How many prisms each line has, piece by piece. */
function linesOf({ pieces, source }: NetworkScene): number[][] {
  const ofNames = (kind: LabelKind) =>
    (nameLines(source, kind)?.lines ?? []).map(({ polygons }) => polygons.length);
  const text = textOutline(source);
  const hasFoot = pieces.length > 1;
  return [
    ...(hasFoot ? [[...ofNames('inputs'), ...ofNames('outputs')]] : []),
    [...ofNames('layers'), ...(text === undefined ? [] : [text.polygons.length])],
  ];
}

function expectedOf(scene: NetworkScene, isAssembled: boolean): Expected[] {
  const { pieces, parts, source } = scene;
  const letters = linesOf(scene).map((lines) => lines.reduce((sum, count) => sum + count, 0));
  return pieces.flatMap((piece, number) => {
    const { voids, assembled = IDENTITY } = piece;
    const placement = isAssembled ? assembled : IDENTITY;
    const common = { placement, difference: voids && number + 1 };
    const solids = parts.flatMap(({ name, color }, part) =>
      Array.from(partSolids(piece, part), (solid) => ({
        ...common,
        solid,
        color,
        isTakenAway: undefined,
        isText: name === 'text',
      })),
    );
    // The last of each piece.
    const firstLetter = (voids ?? []).length - (source.engraved ? (letters[number] ?? 0) : 0);
    const away = (voids ?? []).map((solid, i) => ({
      ...common,
      solid,
      color: undefined,
      isTakenAway: true as const,
      isText: i >= firstLetter,
    }));
    return [...solids, ...away];
  });
}

function expectSameColor(
  { color }: OpenScadPrimitive,
  wanted: HexColor | undefined,
  tolerance: number,
): void {
  if (wanted === undefined) return;
  const rgb = [1, 3, 5].map((at) => Number.parseInt(wanted.slice(at, at + 2), 16) / 255);
  expect(distance(color ?? [], rgb)).toBeLessThan(tolerance);
}

type Extrusion = Extract<OpenScadPrimitive, { kind: 'extrusion' }>;

function expectSameLines(
  texts: readonly Extrusion[],
  letters: readonly Expected[],
  { lines, tolerance }: { readonly lines: readonly number[]; readonly tolerance: number },
): void {
  expect(texts).toHaveLength(letters.length === 0 ? 0 : lines.length);
  let first = 0;
  for (const [i, text] of texts.entries()) {
    expectSameText(text, letters.slice(first, first + lines[i]!), tolerance);
    first += lines[i]!;
  }
  expect(first).toBe(letters.length);
}

/** Expects what stands on outlines to fill the area of prisms between the same heights, or, where it rises, to begin below them. */
function expectSameText(text: Extrusion, letters: readonly Expected[], tolerance: number): void {
  const { isTakenAway, color } = letters[0]!;
  expect(text.isTakenAway).toBe(isTakenAway);
  expectSameColor(text, color, tolerance);
  const ends = letters.map(({ solid, placement }) => placed(shapeOf(solid), placement).ends);
  const [lower, upper] = [ends.map(([end]) => end!), ends.map(([, end]) => end!)];
  const [one, other] = [text.outlines, lower].map((outlines) => extentOf(outlines.flat()));
  expect(distance(one!.slice(0, 4), other!.slice(0, 4))).toBeLessThan(tolerance);
  const [from, to] = [text.outlines[0]![0]![2]!, upper[0]![0]![2]!];
  expect(Math.abs(from + text.height - to)).toBeLessThan(tolerance);
  if (isTakenAway) expect(Math.abs(from - lower[0]![0]![2]!)).toBeLessThan(tolerance);
  else expect(from).toBeLessThan(lower[0]![0]![2]! - 0.01);
  const [area, wanted] = [areaOf(text.outlines), areaOf(lower)];
  expect(Math.abs(area / wanted - 1)).toBeLessThan(1e-3);
}

/** Where points are least and most along x, then along y. */
function extentOf(points: readonly (readonly number[])[]): number[] {
  return [0, 1].flatMap((axis) => {
    const values = points.map((point) => point[axis]!);
    return [Math.min(...values), Math.max(...values)];
  });
}

/** Of polygons in the plane, less that of those that are clockwise. */
function areaOf(polygons: readonly (readonly (readonly number[])[])[]): number {
  return polygons
    .flatMap((polygon) =>
      polygon.map(([x, y], i) => {
        const [nextX, nextY] = polygon[(i + 1) % polygon.length]!;
        return (x! * nextY! - nextX! * y!) / 2;
      }),
    )
    .reduce((sum, part) => sum + part, 0);
}

interface Shape {
  readonly sizes: readonly number[];
  /** Points in any order, for the corners of a prism may begin anywhere. */
  readonly ends: readonly (readonly (readonly number[])[])[];
}

function shapeOf(solid: Exclude<OpenScadPrimitive, { kind: 'extrusion' }> | Solid): Shape {
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
