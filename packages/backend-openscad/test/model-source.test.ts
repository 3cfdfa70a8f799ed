import {
  baseRadiusFor,
  checkMesh,
  type NetworkSpec,
  type NetworkSpecInput,
  type PresetName,
  type Scene,
  SpecError,
  volume,
} from '@neurofab/core';
import { fused } from '@neurofab/solid';
import { itAsks, type OpenScadEngine, openScadTree, renderOpenScad } from '@neurofab/test-kit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectSame, sceneOf, sourceOf } from './support.ts';

describe('the tuned source', () => {
  const engines: [OpenScadEngine, (name: string, test: () => Promise<void>) => void, number][] = [
    ['wasm', it, 15],
    ['openscad', itAsks('openscad'), 100],
  ];
  for (const [engine, asks, numRuns] of engines) {
    asks(`lays out what Neurofab does, or refuses what it refuses, as ${engine} evaluates it`, () =>
      fc.assert(
        fc.asyncProperty(presets, settings, settings, async (preset, before, changes) => {
          const written = attempt(inputOf(before), preset);
          fc.pre(written !== undefined && keepsItsRule(written.source, preset));
          const after = { ...(before.base === 'none' ? withoutDisc(before) : before), ...changes };
          const tuned = attempt(inputOf(after), preset);
          const defines = definesOf(changes, after);
          const tree = await openScadTree(await sourceOf(written), { engine, defines });
          if (tuned === undefined) {
            expect(tree.complaints[0]).toMatch(/^ERROR: Assertion .* (must be|must have) /);
          } else {
            expect(tree.complaints).toEqual([]);
            expectSame(tree.primitives, tuned);
          }
        }),
        { numRuns },
      ),
    );
  }

  it('keeps what was written in force when something else is tuned', async () => {
    const source = await sourceOf(sceneOf({ connectionRadius: 1.5, nodeSpacing: 20 }));
    const { primitives } = await openScadTree(source, { engine: 'wasm', defines: { node_radius: '6' } });
    expectSame(primitives, sceneOf({ connectionRadius: 1.5, nodeSpacing: 20, nodeRadius: 6 }));
  });

  it('keeps the coordinates of the model on request', async () => {
    const source = await sourceOf(sceneOf({}, { origin: 'model' }));
    const { primitives } = await openScadTree(source, { engine: 'wasm' });
    expectSame(primitives, sceneOf({}, { origin: 'model' }));
  });

  it('grows a base for a network written without one', async () => {
    const source = await sourceOf(sceneOf({ base: { shape: 'none' } }));
    const { primitives } = await openScadTree(source, { engine: 'wasm', defines: { base: '"disc"' } });
    expectSame(primitives, sceneOf());
  });

  it('reads layers with spaces, and as a list of numbers', async () => {
    const source = await sourceOf(sceneOf());
    for (const layers of ['" 2,  12 ,3 "', '[2, 12, 3]']) {
      const { complaints, primitives } = await openScadTree(source, {
        engine: 'wasm',
        defines: { layers },
      });
      expect(complaints).toEqual([]);
      expectSame(primitives, sceneOf({ layers: [2, 12, 3] }));
    }
  });

  it.each([
    ['""', 'layers must be 2 to 100 numbers, such as "3,6,6,4,2", but is "".'],
    ['"3"', 'layers must be 2 to 100 numbers, such as "3,6,6,4,2", but is "3".'],
    ['7', 'layers must be 2 to 100 numbers, such as "3,6,6,4,2", but is "7".'],
    ['"3,,2"', 'Layer 2 must have a whole number of nodes from 1 to 10000, but layers is "3,,2".'],
    ['"3,0"', 'Layer 2 must have a whole number of nodes from 1 to 10000, but layers is "3,0".'],
    ['"3,2,"', 'Layer 3 must have'],
    ['"3,4 5"', 'Layer 2 must have'],
    ['"3,4.5"', 'Layer 2 must have'],
    ['"-3,4"', 'Layer 1 must have'],
    ['"three,4"', 'Layer 1 must have'],
    ['"3;4,2"', 'Layer 1 must have'],
    ['"3,99999999999999999999999"', 'Layer 2 must have'],
    ['[3, 2.5]', 'Layer 2 must have'],
  ])('refuses the layers %s', async (layers, message) => {
    const source = await sourceOf(sceneOf());
    const { complaints, primitives } = await openScadTree(source, { engine: 'wasm', defines: { layers } });
    expect(complaints[0]).toMatch(/^ERROR: Assertion/);
    expect(complaints[0]).toContain(message);
    expect(primitives).toEqual([]);
  });
});

describe('the rendered source', () => {
  it('is the default network, without a warning', async () => {
    await expectRendered('wasm', sceneOf(), sceneOf(), {});
  });

  it('is what Neurofab makes of the tuned values', async () => {
    const tuned = sceneOf({
      layers: [2, 5, 3],
      nodeRadius: 6,
      connectionRadius: 1.2,
      layerSpacing: 40,
      nodeSpacing: 15,
    });
    await expectRendered('wasm', sceneOf(), tuned, {
      layers: '"2,5,3"',
      node_radius: '6',
      connection_radius: '1.2',
      layer_spacing: '40',
      node_spacing: '15',
    });
  });

  it('is what Neurofab makes of small networks', () =>
    fc.assert(
      fc.asyncProperty(settings, async (values) => {
        const scene = attempt(
          inputOf({ ...values, layers: values.layers ?? [2, 3], resolution: { tolerance: 0.05 } }),
        );
        fc.pre(scene !== undefined);
        await expectRendered('wasm', scene, scene, {});
      }),
      { numRuns: 6, examples: [[{ layerSpacing: 45.1913, baseRadius: 20.0013, posts: false }]] },
    ));

  itAsks('openscad')('is the same in 2021.01, without a warning', async () => {
    const small = { layers: [2, 3], resolution: { segments: 12 } };
    await expectRendered('openscad', sceneOf(small), sceneOf(small), {});
    await expectRendered(
      'openscad',
      sceneOf(small),
      sceneOf({ ...small, layers: [1, 2, 1], nodeRadius: 5, connectionRadius: 2 }),
      {
        layers: '"1,2,1"',
        node_radius: '5',
        connection_radius: '2',
      },
    );
  });
});

/** What a person may set in Neurofab and in OpenSCAD alike. */
interface Settings {
  readonly layers?: number[] | undefined;
  readonly nodeRadius?: number | undefined;
  readonly connectionRadius?: number | undefined;
  readonly nodeSpacing?: number | undefined;
  readonly layerSpacing?: number | undefined;
  readonly base?: 'disc' | 'none' | undefined;
  readonly baseRadius?: number | undefined;
  readonly baseThickness?: number | undefined;
  readonly posts?: boolean | undefined;
  readonly baseSegments?: number | undefined;
  readonly resolution?: { readonly segments: number } | { readonly tolerance: number } | undefined;
}

function hundredths(min: number, max: number): fc.Arbitrary<number> {
  return fc.integer({ min: min * 100, max: max * 100 }).map((n) => n / 100);
}

/** Never what follows from a node radius in hundredths: a spec does not tell the two apart. */
function notAutomatic(min: number, max: number): fc.Arbitrary<number> {
  return hundredths(min, max).map((size) => size + 0.0013);
}

const presets = fc.constantFrom<PresetName>('desk', 'seed');

const settings: fc.Arbitrary<Settings> = fc.record(
  {
    layers: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 4 }),
    nodeRadius: hundredths(2, 6),
    connectionRadius: notAutomatic(0.3, 2.5),
    nodeSpacing: notAutomatic(9, 30),
    layerSpacing: notAutomatic(10, 60),
    base: fc.constantFrom('disc' as const, 'none' as const),
    baseRadius: notAutomatic(20, 90),
    baseThickness: notAutomatic(0.5, 5),
    posts: fc.boolean(),
    baseSegments: fc.integer({ min: 3, max: 200 }),
    resolution: fc.oneof(
      // Multiples of four: other polygons of a node stand on the bed within the resolution only.
      fc.record({ segments: fc.integer({ min: 2, max: 20 }).map((quarter) => 4 * quarter) }),
      fc.record({ tolerance: hundredths(0.01, 0.3) }),
    ),
  },
  { requiredKeys: [] },
);

function inputOf(values: Settings): NetworkSpecInput {
  const { base, baseRadius, baseThickness, posts, baseSegments, ...rest } = values;
  const disc = { radius: baseRadius, thickness: baseThickness, posts, segments: baseSegments };
  return { ...rest, base: base === 'none' ? { shape: 'none' } : disc };
}

/** What the source of a network without a base remembers. */
function withoutDisc(values: Settings): Settings {
  return {
    ...values,
    baseRadius: undefined,
    baseThickness: undefined,
    posts: undefined,
    baseSegments: undefined,
  };
}

/** Whether a source can know the preset's rule for the base from the spec. */
function keepsItsRule(spec: NetworkSpec, preset: PresetName): boolean {
  if (preset === 'desk') return true;
  return spec.base.shape === 'disc' && baseRadiusFor(spec, true) !== baseRadiusFor(spec, false);
}

function definesOf(changes: Settings, after: Settings): Record<string, string> {
  const { layers, base, resolution } = changes;
  const values = {
    layers: layers && `"${layers.join(', ')}"`,
    node_radius: changes.nodeRadius,
    connection_radius: changes.connectionRadius,
    node_spacing: changes.nodeSpacing,
    layer_spacing: changes.layerSpacing,
    base: base && `"${base}"`,
    base_radius: changes.baseRadius,
    base_thickness: changes.baseThickness,
    posts: changes.posts,
    // A resolution that is asked for replaces the sides that a preset gives its disc.
    base_segments: changes.baseSegments ?? (resolution && after.baseSegments === undefined ? 0 : undefined),
    ...(resolution && { segments: 0, ...resolution }),
  };
  const set = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(set.map(([name, value]) => [name, String(value)]));
}

function attempt(input: NetworkSpecInput, preset?: PresetName): Scene | undefined {
  try {
    return sceneOf(input, { ...(preset && { preset }) });
  } catch (error) {
    if (error instanceof SpecError) return undefined;
    throw error;
  }
}

/** Expects OpenSCAD to render the source of a scene, tuned, as the solid that Neurofab fuses of another, within 1 %. */
async function expectRendered(
  engine: OpenScadEngine,
  written: Scene,
  wanted: Scene,
  defines: Record<string, string>,
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
  expect(Math.abs(shape!.volumeMm3 / volumeMm3 - 1)).toBeLessThan(0.01);
  for (const axis of [0, 1, 2] as const) {
    const hundredth = (max[axis] - min[axis]) / 100;
    expect(Math.abs(shape!.min[axis] - min[axis])).toBeLessThan(hundredth);
    expect(Math.abs(shape!.max[axis] - max[axis])).toBeLessThan(hundredth);
  }
}
