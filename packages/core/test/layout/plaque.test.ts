import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Bar,
  type Cylinder,
  layout,
  meshBounds,
  type NetworkSpecInput,
  parseNetworkSpec,
  type Rods,
  type Scene,
  tessellate,
  type Vec3,
} from '../../src/index.ts';
import { joinBounds, partSolids, place } from '../../src/internal.ts';
import { networkInputs } from '../arbitraries.ts';

const plaques = fc
  .tuple(networkInputs, fc.constantFrom(0.05, 0.1, 0.15, 0.2, 0.3), fc.boolean())
  .map(([{ base, ...input }, layerHeight, hangingHole]): NetworkSpecInput => {
    const hasPlate = base?.shape !== 'none';
    const own = hasPlate ? { hangingHole } : { base: { shape: 'none' as const } };
    return { ...input, ...own, mode: 'plaque', layerHeight };
  });

function sceneOf(input: NetworkSpecInput): Scene {
  return layout(parseNetworkSpec({ mode: 'plaque', ...input }));
}

function boxesOf({ parts, pieces: [piece] }: Scene) {
  return parts.map((_, part) => [...partSolids(piece!, part)].map((solid) => meshBounds(tessellate(solid))));
}

function tops(scene: Scene): number[] {
  return boxesOf(scene).map((boxes) => Math.max(...boxes.map(({ max }) => max[2])));
}

/** Wide ones and narrow ones, and where they go. */
const WEIGHTED: NetworkSpecInput = { layers: [2, 1], weights: [[[1, -0.25]]], signShape: true };

describe('a plaque', () => {
  it('of the usual network is 146 × 98 × 7 mm: a plate of 2 mm, bars 1 mm above it, and discs a step of 0.8 mm higher each', () => {
    const scene = sceneOf({});
    expect(scene.bounds.max.map(Math.round)).toStrictEqual([146, 98, 7]);
    const heights = tops(scene).map((height) => Number(height.toFixed(3)));
    expect(heights).toStrictEqual([2, 3, 3.8, 4.6, 5.4, 6.2, 7]);
  });

  it('lies on the bed from the corner on, and says how large that is', () => {
    fc.assert(
      fc.property(plaques, (input) => {
        const { bounds, ...scene } = sceneOf(input);
        const { min, max } = boxesOf({ bounds, ...scene })
          .flat()
          .reduce(joinBounds);
        const slack = 1e-5 * Math.max(...bounds.max);
        for (const axis of [0, 1, 2] as const) {
          expect(bounds.min[axis]).toBe(0);
          expect(Math.abs(min[axis])).toBeLessThan(slack);
          expect(Math.abs(max[axis] - bounds.max[axis])).toBeLessThan(slack);
        }
      }),
    );
  });

  it('has all heights at whole layers, its plate at least 2 mm thick, bars 1 mm and steps 0.8 mm', () => {
    fc.assert(
      fc.property(plaques, (input) => {
        const scene = sceneOf(input);
        const [plate, bars, ...discs] = input.base === undefined ? tops(scene) : [0, ...tops(scene)];
        for (const height of [plate!, bars!, ...discs]) {
          const layers = height / input.layerHeight!;
          expect(Math.abs(layers - Math.round(layers))).toBeLessThan(1e-3);
        }
        const slack = 1e-4;
        if (input.base === undefined) expect(plate).toBeGreaterThan(2 - slack);
        expect(bars! - plate!).toBeGreaterThan(1 - slack);
        discs.forEach((top, i) => {
          expect(top - (discs[i - 1] ?? bars!)).toBeGreaterThan(0.8 - slack);
        });
      }),
    );
  });

  it('gives the ninth layer the step of the first, so that discs are no towers', () => {
    const [, , ...discs] = tops(sceneOf({ layers: Array(10).fill(1) }));
    expect(discs.slice(8)).toStrictEqual(discs.slice(0, 2));
    expect(new Set(discs).size).toBe(8);
  });

  it('has bars as wide as connections are thick, which end inside the discs of their nodes', () => {
    const radius = 4;
    const scene = sceneOf({ layers: [2, 1], weights: [[[1, 0.25]]] });
    const [piece] = scene.pieces;
    const [bars] = piece!.rods as readonly Rods<Bar>[];
    const discs = piece!.others.filter(
      (other): other is Cylinder & { part: number } => other.kind === 'cylinder',
    );
    const widths = [...bars!].map(({ from }) => {
      const [one, other] = from as [Bar['from'][0], Bar['from'][0]];
      return Math.hypot(one[0] - other[0], one[1] - other[1]);
    });
    expect(widths.map((width) => Number(width.toFixed(6)))).toStrictEqual([4, 2]);
    for (const { from, to } of bars!) {
      for (const end of [from, to]) {
        const [x, y] = [0, 1].map((axis) => end.reduce((sum, corner) => sum + corner[axis]!, 0) / end.length);
        const distance = Math.min(...discs.map(({ from: [u, v] }) => Math.hypot(u - x!, v - y!)));
        expect(distance).toBeLessThan(radius);
        expect(distance).toBeGreaterThan(radius / 2);
      }
    }
  });

  it('has gabled bars for negative connections where they are to differ in shape', () => {
    const corners = (input: NetworkSpecInput) =>
      sceneOf(input).pieces[0]!.rods.map((some) => [...(some as Rods<Bar>)].map(({ from }) => from.length));
    expect(corners(WEIGHTED)).toStrictEqual([[4], [5]]);
    expect(corners({ ...WEIGHTED, signShape: false })).toStrictEqual([[4], [4]]);
  });

  it('hangs by a hole above its plate, in its middle, clear of nodes', () => {
    fc.assert(
      fc.property(plaques, (input) => {
        fc.pre(input.base === undefined);
        const [plain, hung] = [false, true].map((hangingHole) => sceneOf({ ...input, hangingHole }));
        // A plate may be smaller than what it hangs by.
        expect(hung!.bounds.max[0]).toBeLessThan(Math.max(plain!.bounds.max[0], 14) + 1e-6);
        expect(hung!.bounds.max[1]).toBeGreaterThan(plain!.bounds.max[1] + 9.8);
        const ring = hung!.pieces[0]!.others.filter((other) => other.kind === 'prism').slice(1);
        const holes = ring.flatMap(({ from }) => [from[0]!, from[3]!]);
        expect(Math.min(...holes.map(([, y]) => y))).toBeGreaterThan(plain!.bounds.max[1] + 0.9);
        const middle = holes.reduce((sum, [x]) => sum + x, 0) / holes.length;
        expect(Math.abs(middle - hung!.bounds.max[0] / 2)).toBeLessThan(1e-6 * hung!.bounds.max[0] + 1e-3);
      }),
    );
  });

  it('has a plate as thick as was asked for, and none without a base', () => {
    expect(tops(sceneOf({ base: { thickness: 3.1 } }))[0]).toBeCloseTo(3.2, 4);
    const bare = sceneOf({ base: { shape: 'none' } });
    expect(bare.parts.map(({ name }) => name)).not.toContain('base');
    expect(tops(bare)[0]).toBeCloseTo(1, 4);
    expect(() => sceneOf({ base: { shape: 'none' }, hangingHole: true })).toThrow('There is no plate');
  });

  it('stands upright to be looked at, its first node at the bottom left, in front of its plate', () => {
    const [piece] = sceneOf({ layers: [2, 1] }).pieces;
    const raised = piece!.others
      .filter((other): other is Cylinder & { part: number } => other.kind === 'cylinder')
      .map(({ to }) => place(to, piece!.assembled!));
    const [first, second, last] = raised as [Vec3, Vec3, Vec3];
    expect(first[2]).toBeLessThan(second[2]);
    expect(first[0]).toBeLessThan(last[0]);
    expect(last[1]).toBeLessThan(first[1]);
    expect(last[1]).toBeCloseTo(0, 9);
  });

  it('is turned where a bed holds it better so', () => {
    const size = (bed: readonly [number, number]) =>
      layout(parseNetworkSpec({ mode: 'plaque' }), { bed })
        .bounds.max.slice(0, 2)
        .map(Math.round);
    expect(size([200, 100])).toStrictEqual([146, 98]);
    expect(size([100, 200])).toStrictEqual([98, 146]);
  });
});
