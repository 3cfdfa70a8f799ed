import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Lettering,
  layout,
  MODES,
  meshBounds,
  type NetworkSpecInput,
  type Prism,
  parseNetworkSpec,
  type Scene,
  type Solid,
  tessellate,
} from '../../src/index.ts';
import { drawnTextHeight, isCut } from '../../src/internal.ts';
import { networkInputs } from '../arbitraries.ts';

/** A letter as wide as it is high, and one that is half as wide and goes below the baseline. */
const SQUARE = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
] as const;

/** So many square letters, side by side. */
function letteringOf(text: string): Lettering {
  const polygons = [...text].map((_, i) => SQUARE.map(([x, y]) => [x + 1.2 * i, y] as const));
  const width = 1.2 * text.length - 0.2;
  return {
    lines: { [text]: { width, bottom: 0, top: 1, polygons, rings: polygons, stroke: 0.2, missing: [] } },
  };
}

function sceneOf(input: NetworkSpecInput): Scene {
  return layout(parseNetworkSpec(input, { lettering: letteringOf(input.text ?? '') }));
}

const texts = fc.integer({ min: 1, max: 30 }).map((length) => 'x'.repeat(length));

const named = fc
  .tuple(networkInputs, texts, fc.constantFrom(...MODES), fc.boolean())
  .map(([{ base: _, ...input }, text, mode, engraved]): NetworkSpecInput => {
    return { ...input, text, mode, engraved };
  });

/** Corners of text, and whether it rises. */
function letters({ parts, pieces }: Scene): readonly Prism[] {
  const text = parts.findIndex(({ name }) => name === 'text');
  return pieces
    .flatMap(({ others }) => others)
    .filter((solid): solid is Prism & typeof solid => solid.part === text && solid.kind === 'prism');
}

function boundsOf(solid: Solid) {
  return meshBounds(tessellate(solid));
}

describe('a line of text', () => {
  it('is as high as it is to be where there is room, and smaller where there is none', () => {
    const height = (text: string, input: NetworkSpecInput = {}) =>
      drawnTextHeight(parseNetworkSpec({ text, ...input }, { lettering: letteringOf(text) }))!;
    for (const mode of MODES) {
      expect(height('xxxx', { mode })).toBe(6);
      expect(height('xxxx', { mode, textHeight: 7 })).toBe(7);
      expect(height('x'.repeat(60), { mode })).toBeLessThan(3);
    }
    const tiny = { base: { radius: 3, posts: false } };
    expect(height('x', tiny)).toBe(0);
    expect(sceneOf({ text: 'x', ...tiny }).bounds.max.every(Number.isFinite)).toBe(true);
  });

  it('stands on the base alone, off all else', () => {
    fc.assert(
      fc.property(named, (input) => {
        const scene = sceneOf({ ...input, engraved: false });
        for (const letter of letters(scene)) {
          const { min, max } = boundsOf(letter);
          for (const piece of scene.pieces) {
            const { others, nodes } = piece;
            const base = scene.parts.findIndex(({ name }) => name === 'base');
            const plates = others.filter(({ part }) => part === base).map(boundsOf);
            const around = plates.filter((box) => Math.abs(box.max[2] - min[2]) < 1e-4);
            for (const box of nodes.map(boundsOf)) {
              const isApart = [0, 1, 2].some(
                (axis) => box.min[axis]! > max[axis]! || box.max[axis]! < min[axis]!,
              );
              expect(isApart).toBe(true);
            }
            // Pegs may end as high as the foot is thick.
            if (around.length === 0 || piece !== scene.pieces.at(-1)) continue;
            const [plate] = around;
            for (const axis of [0, 1] as const) {
              expect(min[axis]).toBeGreaterThan(plate!.min[axis]);
              expect(max[axis]).toBeLessThan(plate!.max[axis]);
            }
          }
        }
      }),
    );
  });

  it('rises by three layers and 0.4 mm at least, or is cut in as deep', () => {
    const heights = [
      [0.3, 0.9],
      [0.2, 0.6],
      [0.1, 0.4],
      [0.05, 0.4],
    ] as const;
    for (const mode of MODES) {
      for (const [layerHeight, rise] of mode === 'upright' ? [[undefined, 0.6] as const] : heights) {
        const [letter] = letters(sceneOf({ mode, text: 'x', layerHeight }));
        const { min, max } = boundsOf(letter!);
        expect(max[2] - min[2]).toBeCloseTo(rise, 4);

        const engraved = sceneOf({ mode, text: 'x', engraved: true, layerHeight });
        expect(engraved.parts.map(({ name }) => name)).not.toContain('text');
        expect(isCut(engraved)).toBe(true);
        expect(deepest(engraved).some((z) => Math.abs(z - (min[2] - rise)) < 1e-4)).toBe(true);
      }
    }
  });

  it('is cut in by whole layers, and by no more than half of what is there where that has more than one', () => {
    for (const [thickness, depth] of [
      [0.6, 0.2],
      [1, 0.4],
      [1.2, 0.6],
      [3, 0.6],
    ] as const) {
      const base = { thickness } as const;
      const engraved = sceneOf({ mode: 'plaque', text: 'x', engraved: true, base, layerHeight: 0.2 });
      expect(Math.min(...deepest(engraved))).toBeCloseTo(thickness - depth, 4);
    }
  });

  it('is a part of its own, in the colour of the first layer, or on a plate in that of connections', () => {
    const colorOf = (input: NetworkSpecInput) =>
      sceneOf({ text: 'x', ...input }).parts.find(({ name }) => name === 'text')?.color;
    expect(colorOf({ mode: 'flat' })).toBe('#D55E00');
    expect(colorOf({ mode: 'plaque' })).toBe('#444C56');
    expect(colorOf({ colors: { text: 'red' } })).toBe('#FF0000');
  });

  it('takes no slot of its own where a layer has its colour', () => {
    fc.assert(
      fc.property(named, fc.integer({ min: 1, max: 6 }), (input, slots) => {
        const options = { lettering: letteringOf(input.text!) };
        const without = layout(parseNetworkSpec({ ...input, text: undefined, engraved: undefined }), {
          slots,
        });
        const { parts } = layout(parseNetworkSpec({ ...input, engraved: false }, options), { slots });
        const most = (of: Scene['parts']) => Math.max(...of.map(({ slot }) => slot));
        expect(most(parts)).toBe(most(without.parts));
      }),
    );
  });

  it('is refused where nothing could bear it', () => {
    for (const base of [{ shape: 'none' }] as const) {
      expect(() => parseNetworkSpec({ text: 'x', base })).toThrow('There is nothing to put text on');
    }
    expect(() => parseNetworkSpec({ text: 'x', mode: 'flat', base: { posts: false } })).toThrow('the foot');
    expect(() => parseNetworkSpec({ engraved: true })).toThrow('There is no text');
    expect(parseNetworkSpec({ text: ' ' }).text).toBeUndefined();
  });
});

/** The lowest points of all that is cut in from above. */
function deepest({ pieces }: Scene): number[] {
  return pieces
    .flatMap(({ voids = [] }) => voids)
    .map((solid) => boundsOf(solid).min[2])
    .filter((z) => z > 0);
}
