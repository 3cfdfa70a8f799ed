import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Lettering,
  layout,
  type NetworkScene,
  type NetworkSpec,
  type NetworkSpecInput,
  type Prism,
  parseNetworkSpec,
  type Vec3,
} from '../../src/index.ts';
import { nameLines, textsOf } from '../../src/internal.ts';
import { networkInputs } from '../arbitraries.ts';

/** Letters as wide as high, side by side. */
function letteringOf(texts: readonly string[]): Lettering {
  const lines = texts.map((text) => {
    const polygons = [...text].map((_, i) => {
      const left = 1.2 * i;
      return [[left, 0] as const, [left + 1, 0] as const, [left + 1, 1] as const, [left, 1] as const];
    });
    const width = 1.2 * text.length - 0.2;
    return [text, { width, bottom: 0, top: 1, polygons, rings: polygons, stroke: 0.2, missing: [] }];
  });
  return { lines: Object.fromEntries(lines) };
}

function specOf(input: NetworkSpecInput): NetworkSpec {
  return parseNetworkSpec(input, { lettering: letteringOf(textsOf(parseNetworkSpec(input))) });
}

function drawn(layer: NetworkSpec['layers'][number]): number {
  return typeof layer === 'number' ? layer : layer.shown.filter((entry) => entry !== '…').length;
}

const letters = fc.integer({ min: 1, max: 20 }).map((length) => 'x'.repeat(length));

/** Networks with a name at each node of the first and the last layer. */
const named = fc
  .tuple(
    networkInputs,
    fc.array(letters, { minLength: 4, maxLength: 4 }),
    fc.constantFrom('flat' as const, 'plaque' as const),
    fc.option(letters, { nil: undefined }),
  )
  .map(([{ base: _, ...input }, names, mode, text]): NetworkSpecInput => {
    const { layers } = parseNetworkSpec(input);
    const of = (layer: NetworkSpec['layers'][number]) =>
      Array.from({ length: drawn(layer) }, (_, i) => names[i % names.length]!);
    return { ...input, inputs: of(layers[0]!), outputs: of(layers.at(-1)!), labels: 'all', mode, text };
  });

interface Box {
  readonly min: readonly [number, number];
  readonly max: readonly [number, number];
}

function boxOf(points: readonly Vec3[]): Box {
  const range = (axis: 0 | 1) => points.map((point) => point[axis]);
  return {
    min: [Math.min(...range(0)), Math.min(...range(1))],
    max: [Math.max(...range(0)), Math.max(...range(1))],
  };
}

/** How far boxes are from each other along the axis where that is most. */
function apart(one: Box, other: Box): number {
  return Math.max(
    ...([0, 1] as const).flatMap((axis) => [
      one.min[axis] - other.max[axis],
      other.min[axis] - one.max[axis],
    ]),
  );
}

/** The lines of a scene, piece by piece, each of its letters. */
function linesOf({ pieces, parts, source }: NetworkScene): Prism[][][] {
  const text = parts.findIndex(({ name }) => name === 'text');
  const kinds =
    source.mode === 'flat' ? [['inputs', 'outputs'], ['layers']] : [['inputs', 'outputs', 'layers']];
  return pieces.map(({ others }, piece) => {
    const prisms = others.filter(
      (solid): solid is Prism & typeof solid => solid.part === text && solid.kind === 'prism',
    );
    const counts = kinds[piece]!.flatMap((kind) =>
      (nameLines(source, kind as 'layers')?.lines ?? []).map(({ polygons }) => polygons.length),
    );
    const hasText = source.text !== undefined && piece === pieces.length - 1;
    const all = hasText ? [...counts, source.text!.length] : counts;
    expect(prisms).toHaveLength(all.reduce((sum, count) => sum + count, 0));
    return all.map((count) => prisms.splice(0, count));
  });
}

/** Whether a point is left of all sides of a counter-clockwise polygon. */
function isWithin([x, y]: Vec3, polygon: readonly Vec3[]): boolean {
  return polygon.every(([fromX, fromY], i) => {
    const [toX, toY] = polygon[(i + 1) % polygon.length]!;
    return (toX - fromX) * (y - fromY) - (toY - fromY) * (x - fromX) > 0;
  });
}

describe('names', () => {
  it('stay off each other, off nodes and off the rail, by a share of their height', () => {
    fc.assert(
      fc.property(named, (input) => {
        const scene = layout(specOf(input));
        const lines = linesOf(scene);
        for (const [number, { nodes, others }] of scene.pieces.entries()) {
          const boxes = lines[number]!.map((line) => boxOf(line.flatMap(({ from }) => from)));
          const layers = scene.parts.flatMap(({ rank }, part) => (rank === 0 ? [part] : []));
          const around = ([x, y]: Vec3, radius: number): Box => ({
            min: [x - radius, y - radius],
            max: [x + radius, y + radius],
          });
          const discs = others.flatMap((solid) =>
            layers.includes(solid.part) && solid.kind === 'cylinder'
              ? [around(solid.from, solid.radius)]
              : [],
          );
          const balls = nodes.map(({ center, radius }) => around(center, radius));
          expect(number > 0 || discs.length + balls.length > 1).toBe(true);
          const rails = number === 1 && others[1]!.kind === 'prism' ? [boxOf(others[1]!.from)] : [];
          for (const [i, box] of boxes.entries()) {
            const height = Math.min(box.max[0] - box.min[0], box.max[1] - box.min[1]);
            for (const other of [...discs, ...balls, ...rails, ...boxes.slice(i + 1)]) {
              const least = Math.min(height, other.max[0] - other.min[0], other.max[1] - other.min[1]);
              expect(apart(box, other)).toBeGreaterThan(0.25 * least);
            }
          }
        }
      }),
    );
  });

  it('lie within what they stand on', () => {
    fc.assert(
      fc.property(named, (input) => {
        const scene = layout(specOf(input));
        const base = scene.parts.findIndex(({ name }) => name === 'base');
        for (const [number, lines] of linesOf(scene).entries()) {
          const plates = scene.pieces[number]!.others.flatMap((solid) =>
            solid.part === base && solid.kind === 'prism' && solid.from.every(([, , z]) => z === 0)
              ? [solid.from]
              : [],
          );
          for (const letter of lines.flat()) {
            expect(plates.some((plate) => letter.from.every((point) => isWithin(point, plate)))).toBe(true);
          }
        }
      }),
    );
  });

  it('are cut in where text is', () => {
    const input = { layers: [2, 2], labels: 'outputs', outputs: ['x', 'xx'] } as const;
    for (const mode of ['flat', 'plaque'] as const) {
      const [raised, engraved] = [false, true].map((isEngraved) =>
        layout(specOf({ ...input, mode, engraved: isEngraved })),
      );
      expect(engraved!.parts.map(({ name }) => name)).not.toContain('text');
      const [before, after] = [raised!, engraved!].map(({ pieces }) => pieces[0]!.voids?.length ?? 0);
      expect(after! - before!).toBe(3);
    }
  });

  it('stand at the nodes that are drawn, and where one is empty, not at that', () => {
    const layers = [{ size: 9, shown: [0, '…', 8] }, 2];
    const of = (inputs: readonly string[]) =>
      nameLines(specOf({ layers, labels: 'inputs', inputs, mode: 'plaque' }), 'inputs')!.lines;
    const names = Array.from({ length: 9 }, (_, i) => 'x'.repeat(i + 1));
    expect(of(names).map(({ text, row }) => [text, row])).toEqual([
      ['x', 0],
      ['x'.repeat(9), 2],
    ]);
    expect(of(['x', 'xx']).map(({ text }) => text)).toEqual(['x', 'xx']);
    expect(of(['', 'xx']).map(({ row }) => row)).toEqual([2]);
  });

  it('are those of the layers themselves where nobody gives others', () => {
    const layers = [{ name: 'eyes', size: 2, labels: ['left', 'right'] }, 2];
    const textsFor = (input: NetworkSpecInput) =>
      textsOf(parseNetworkSpec({ layers, labels: 'all', ...input }));
    expect(textsFor({})).toEqual(['eyes', 'layer 2', 'left', 'right']);
    expect(textsFor({ inputs: ['a', 'b'], text: 'Anna' })).toEqual(['Anna', 'eyes', 'layer 2', 'a', 'b']);
    expect(textsFor({ labels: 'outputs' })).toEqual([]);
  });

  it('are refused where they are more or fewer than nodes, with both counts', () => {
    expect(() => parseNetworkSpec({ layers: [3, 2], inputs: ['a'] })).toThrow(
      'inputs: Must have a name for each node (3), but has 1.',
    );
    expect(() => parseNetworkSpec({ layers: [3, { size: 9, shown: 4 }], outputs: ['a'] })).toThrow(
      'outputs: Must have a name for each node (9, or the 4 that are drawn), but has 1.',
    );
  });

  it('are not drawn in modes that do not hold them', () => {
    for (const mode of ['upright', 'halves'] as const) {
      const spec = specOf({ layers: [2, 2], labels: 'layers', mode });
      expect(nameLines(spec, 'layers')).toBeUndefined();
      expect(layout(spec).pieces.length).toBeGreaterThan(0);
    }
  });
});
