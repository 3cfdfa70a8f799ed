import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Braille,
  type Lettering,
  layout,
  MODES,
  meshBounds,
  type NetworkScene,
  type NetworkSpecInput,
  parseNetworkSpec,
  type Solid,
  scaleSpec,
  tessellate,
  type Vec3,
} from '../../src/index.ts';
import { brailleFit, brailleLine, described, drawnTextHeight, touchSentences } from '../../src/internal.ts';
import { networkInputs } from '../arbitraries.ts';

/** Cells of all six dots, one a character. */
function brailleOf(text: string): Braille {
  const sizes = { dotSpacing: 2.5, cellSpacing: 6, dotDiameter: 1.5, dotHeight: 0.5 };
  const cells = Array.from(text, () => [1, 2, 3, 4, 5, 6]);
  return {
    cells,
    dots: cells.flatMap((cell, i) =>
      cell.map((dot) => [6 * i + (dot > 3 ? 3.25 : 0.75), 5.75 - 2.5 * ((dot - 1) % 3)] as const),
    ),
    width: 6 * cells.length - 2,
    height: 6.5,
    sizes,
    missing: [],
  };
}

/** Square letters side by side, and below the baseline. */
function letteringOf({ text = '', braille = '' }: NetworkSpecInput): Lettering {
  const polygons = Array.from(text, (_, i) =>
    [
      [0, -0.3],
      [1, -0.3],
      [1, 1],
      [0, 1],
    ].map(([x, y]) => [x! + 1.2 * i, y!] as const),
  );
  const outline = {
    width: 1.2 * text.length - 0.2,
    bottom: -0.3,
    top: 1,
    polygons,
    rings: polygons,
    stroke: 1,
    missing: [],
  };
  return { lines: { [text]: outline }, braille: { [braille]: brailleOf(braille) } };
}

function specOf(input: NetworkSpecInput) {
  return parseNetworkSpec(input, { lettering: letteringOf(input) });
}

function sceneOf(input: NetworkSpecInput): NetworkScene {
  return layout(specOf(input));
}

/** Networks with Braille that there is room for, with text and without. */
const named = fc
  .record({
    input: networkInputs
      .map(({ base: _, resolution: __, ...input }) => input)
      .filter(({ nodeRadius }) => nodeRadius! > 0.1 && nodeRadius! < 12),
    resolution: fc.constantFrom({ tolerance: 0.02 }, { segments: 5 }),
    braille: fc.integer({ min: 1, max: 14 }).map((length) => 'b'.repeat(length)),
    text: fc.option(
      fc.integer({ min: 1, max: 12 }).map((length) => 'x'.repeat(length)),
      { nil: undefined },
    ),
    mode: fc.constantFrom(...MODES),
    engraved: fc.boolean(),
  })
  .map(({ input, text, engraved, ...lines }): NetworkSpecInput => {
    return { ...input, ...lines, ...(text !== undefined && { text, engraved }) };
  })
  .filter((input) => {
    const fit = brailleFit(specOf(input), 0);
    return fit === undefined || fit.fitting >= fit.cells;
  });

interface Dot {
  /** Of its foot. */
  readonly center: Vec3;
  readonly diameter: number;
  readonly height: number;
}

/** The dots of a scene, as they are in meshes: each begins with what is sunk. */
function dotsOf({ pieces, source }: NetworkScene): Dot[] {
  const count = 5 * (brailleLine(source)?.dots.length ?? 0);
  const others = pieces.at(-1)!.others;
  const first = others.findIndex((solid) => solid.kind === 'prism' && isSunk(solid));
  const solids = others.slice(first, first + count);
  return Array.from({ length: count / 5 }, (_, i) => {
    const [foot, ...rings] = solids.slice(5 * i, 5 * i + 5).map((solid) => boundsOf(solid));
    const { min, max } = foot!;
    return {
      center: [(min[0] + max[0]) / 2, (min[1] + max[1]) / 2, max[2]],
      diameter: max[0] - min[0],
      height: rings.at(-1)!.max[2] - max[2],
    };
  });
}

function isSunk(solid: Solid): boolean {
  const { min, max } = boundsOf(solid);
  return Math.abs(max[2] - min[2] - 0.01) < 1e-3 && Math.abs(max[0] - min[0] - 1.5) < 1e-3;
}

function boundsOf(solid: Solid) {
  return meshBounds(tessellate(solid));
}

/** How far apart dots and a box are, seen from above. */
function gap(dots: readonly Dot[], { min, max }: ReturnType<typeof boundsOf>): number {
  return Math.min(
    ...dots.map(({ center, diameter }) => {
      const [x, y] = [0, 1].map((axis) =>
        Math.max(0, min[axis]! - center[axis]!, center[axis]! - max[axis]!),
      ) as [number, number];
      return Math.hypot(x, y) - diameter / 2;
    }),
  );
}

/** How far inside a convex solid that stands upright dots are, seen from above; less than 0 where they stick out. */
function inside(dots: readonly Dot[], plate: Solid): number {
  const { positions } = tessellate(plate, { start: 0 });
  const corners = Array.from({ length: positions.length / 6 }, (_, i) => [
    positions[3 * i]!,
    positions[3 * i + 1]!,
  ]);
  const sides = corners.map(([x, y], i) => {
    const [nextX, nextY] = corners[(i + 1) % corners.length]! as [number, number];
    const [alongX, alongY] = [nextX - x!, nextY - y!];
    const length = Math.hypot(alongX, alongY);
    return ({ center, diameter }: Dot) =>
      (alongX * (center[1] - y!) - alongY * (center[0] - x!)) / length - diameter / 2;
  });
  return Math.min(...dots.flatMap((dot) => sides.map((side) => side(dot))));
}

/** A float32 has so much less to tell in large models. */
const CLOSE = 0.005;

describe('a line of Braille', () => {
  it('has dots of the same size and in the same places in every network, however it is scaled', () => {
    fc.assert(
      fc.property(named, fc.constantFrom(0.7, 1, 2.5), (input, factor) => {
        const spec = specOf(input);
        const scene = layout(factor === 1 ? spec : scaleSpec(spec, factor));
        const dots = dotsOf(scene);
        const { dots: wanted } = brailleOf(input.braille!);
        expect(dots).toHaveLength(wanted.length);
        const isTurned = Math.abs(dots[0]!.center[0] - dots[1]!.center[0]) > 1;
        const along = (i: number) => (isTurned ? dots[i]!.center[1] : dots[i]!.center[0]);
        const up = (i: number) => (isTurned ? -dots[i]!.center[0] : dots[i]!.center[1]);
        for (const [i, [x, y]] of wanted.entries()) {
          expect(Math.abs(along(i) - along(0) - x + wanted[0]![0])).toBeLessThan(CLOSE);
          expect(Math.abs(up(i) - up(0) - y + wanted[0]![1])).toBeLessThan(CLOSE);
          expect(Math.abs(dots[i]!.diameter - 1.5)).toBeLessThan(CLOSE);
          expect(Math.abs(dots[i]!.height - 0.5)).toBeLessThan(CLOSE);
        }
      }),
    );
  });

  it('is on what bears it, some 3 mm from its edge, and 9.5 mm off all else that can be felt', () => {
    fc.assert(
      fc.property(named, (input) => {
        const scene = sceneOf(input);
        const dots = dotsOf(scene);
        const { nodes, others } = scene.pieces.at(-1)!;
        const top = dots[0]!.center[2];
        const plate = others.find((solid) => Math.abs(boundsOf(solid).max[2] - top) < CLOSE)!;
        // Round corners have sides, which are a little inside.
        expect(inside(dots, plate)).toBeGreaterThan(2.5);
        const felt = [...nodes, ...others].filter((solid) => {
          const { max, min } = boundsOf(solid);
          return (
            max[2] > top + CLOSE &&
            !(min[2] > top - 0.02 && max[2] < top + 0.5 + CLOSE && max[0] - min[0] < 1.6)
          );
        });
        expect(felt.length).toBeGreaterThan(0);
        for (const solid of felt) expect(gap(dots, boundsOf(solid))).toBeGreaterThan(9.5 - CLOSE);
        for (const letter of (input.engraved ? scene.pieces.at(-1)!.voids! : []).map(boundsOf)) {
          if (letter.max[2] > top + 0.9 && letter.min[2] < top)
            expect(gap(dots, letter)).toBeGreaterThan(9.5 - CLOSE);
        }
      }),
    );
  });

  it('leaves all the room to text that it asks for, on bases that grow with it', () => {
    for (const mode of ['flat', 'halves', 'plaque'] as const) {
      for (const textHeight of [4, 6, 15]) {
        const spec = specOf({ mode, text: 'xxx', textHeight, braille: 'bbbb' });
        expect(drawnTextHeight(spec)).toBeCloseTo(textHeight, 9);
      }
    }
    const disc = { text: 'xxx', braille: 'bbbb', base: { radius: 34 } };
    expect(drawnTextHeight(specOf(disc))).toBeLessThan(6);
  });

  it('is raised, in the part and the colour of what it stands on, also where text is cut in', () => {
    for (const mode of MODES) {
      for (const engraved of [false, true]) {
        const scene = sceneOf({ mode, text: 'x', engraved, braille: 'b' });
        const count = (input: NetworkScene, name: string) =>
          input.pieces.at(-1)!.others.filter(({ part }) => input.parts[part]!.name === name).length;
        const without = sceneOf({ mode, text: 'x', engraved });
        expect(scene.parts).toEqual(without.parts);
        expect(count(scene, 'base') - count(without, 'base')).toBe(6 * 5);
      }
    }
  });

  it('is in the colour of its height where colours go by height', () => {
    const scene = layout(specOf({ mode: 'plaque', braille: 'b' }), { colorsByHeight: true, slots: 4 });
    const dots = scene.pieces[0]!.others.filter((solid) => solid.kind === 'prism' && isSunk(solid));
    expect(dots.map(({ part }) => scene.parts[part]!.name)).toEqual(Array(6).fill('connections'));
  });

  it('says how much of it there is room for on a disc, and on which for all', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 20, max: 80 }),
        fc.constantFrom({ tolerance: 0.02 }, { tolerance: 1 }, { segments: 7 }),
        (cells, radius, resolution) => {
          const input = { braille: 'b'.repeat(cells), base: { radius }, resolution };
          const { fitting, radius: enough } = brailleFit(specOf(input), 0)!;
          const fitsAt = (braille: string, at: number) => {
            const fit = brailleFit(specOf({ ...input, braille, base: { radius: at } }), 0)!;
            return fit.fitting >= fit.cells;
          };
          expect(fitsAt(input.braille, radius)).toBe(cells <= fitting);
          if (fitting > 0) expect(fitsAt('b'.repeat(fitting), radius)).toBe(true);
          expect(fitsAt(input.braille, enough + 0.01)).toBe(true);
        },
      ),
    );
    expect(brailleFit(specOf({ braille: 'b', mode: 'flat' }), 0)).toBeUndefined();
  });

  it('is refused where nothing could bear it, and there is none where it is empty', () => {
    expect(() => parseNetworkSpec({ braille: 'b', base: { shape: 'none' } })).toThrow(
      'There is nothing to put',
    );
    expect(() => parseNetworkSpec({ braille: 'b', mode: 'flat', base: { posts: false } })).toThrow(
      'the foot',
    );
    expect(parseNetworkSpec({ braille: ' \t' }).braille).toBeUndefined();
    expect(parseNetworkSpec({ braille: ' Zoe\u0301\n' }).braille).toBe('Zoé');
  });
});

describe('a model with Braille', () => {
  const layers = [
    { size: 9, shown: 2, labels: ['age', 'height'] },
    { name: 'out', size: 1, shown: 1 },
  ];
  const weights = [[[1, -1]]];
  const describedOf = (input: NetworkSpecInput) => described(sceneOf(input));

  it('is described as fingers find it', () => {
    const input = { layers, weights, signShape: true, braille: 'anna', text: 'Anna' };
    const scene = sceneOf(input);
    expect(touchSentences(scene)).toEqual([
      'To be felt: the network stands upright on a disc, with Braille before it',
      'Layers from left to right: layer 1 with 2 of 9 nodes, out with 1 node',
      'Round connections have positive weights, four-sided ones negative weights',
      'Braille: anna',
      'Behind it in raised letters: Anna',
    ]);
    expect(described(scene)).toContain('Nodes of layer 1 from below: age; height');
    expect(described(scene).endsWith(touchSentences(scene).join('. '))).toBe(true);
    const plaque = describedOf({ ...input, mode: 'plaque', engraved: true });
    expect(plaque).toContain('in relief above it');
    expect(plaque).toContain('Flat connections have positive weights, gabled ones negative weights');
    expect(plaque).toContain('letters that are cut in: Anna');
    expect(plaque).not.toContain('the names of');
    const lettering = letteringOf({ text: 'age', braille: 'anna' });
    const spec = parseNetworkSpec({ ...input, mode: 'plaque', labels: 'all' });
    expect(touchSentences(layout({ ...spec, lettering })).at(-1)).toBe(
      'Beside them in raised letters: the names of inputs',
    );
  });

  it('says of shapes nothing that is not there', () => {
    expect(describedOf({ layers, weights, braille: 'anna' })).not.toContain('ositive weights');
    expect(describedOf({ layers, weights: [[[1, 1]]], signShape: true, braille: 'a' })).not.toContain(
      'negative',
    );
    expect(touchSentences(sceneOf({ layers, weights, signShape: true }))).toEqual([]);
  });
});
