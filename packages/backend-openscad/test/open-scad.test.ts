import { openScad } from '@neurofab/backend-openscad';
import { type NetworkSpecInput, VERSION } from '@neurofab/core';
import {
  describeBackend,
  type OpenScadParameter,
  openScadParameters,
  openScadTree,
} from '@neurofab/test-kit';
import { beforeAll, describe, expect, it } from 'vitest';
import { expectSame, sceneOf, sourceOf } from './support.ts';

describeBackend({
  backend: openScad(),
  read: async (bytes) => {
    const source = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    expect((await openScadTree(source, { engine: 'wasm' })).complaints).toEqual([]);
    return {};
  },
});

const WEIGHTED = {
  name: 'Three digits',
  layers: [{ name: 'pixels', size: 784, shown: 3 }, 2, { name: 'digits', size: 3 }],
  weights: [
    [
      [0.5, -1, 2],
      [0.01, 0.02, null],
    ],
    [
      [1, -0.25],
      [0.5, 0.05],
      [-2, 0],
    ],
  ],
} satisfies NetworkSpecInput;

describe('openScad', () => {
  it.each([
    ['network', {}],
    ['weighted', WEIGHTED],
  ])('writes source that a person can review: %s', async (name, input) => {
    const source = await sourceOf(sceneOf(input));
    const lasting = source
      .replace(`Neurofab ${VERSION}.`, 'Neurofab VERSION.')
      .replace(`"neurofab":"${VERSION}"`, '"neurofab":"VERSION"');
    await expect(lasting).toMatchFileSnapshot(`golden/${name}.scad`);
  });

  it('writes the preset of the seed as its few differences', async () => {
    const desk = (await sourceOf(sceneOf())).split('\n');
    const seed = (await sourceOf(sceneOf({}, { preset: 'seed', origin: 'model' }))).split('\n');
    const isRecipe = (line: string) => line.startsWith('// Neurofab recipe: ');
    expect(seed.filter((line) => !desk.includes(line) && !isRecipe(line))).toEqual([
      'node_radius = 2; // [0.5:0.1:20]',
      '// Radius of the disc; 0 = 0.5 node radii times the square of the number of layers',
      'posts = false;',
      'segments = 100; // [0:1:200]',
      '// Bands of a node from pole to pole, while segments is not 0; 0 = half as many as its sides',
      'rings = 100; // [0:1:200]',
      'base_segments = 10000;',
      'on_bed = false;',
      'disc_radius = in_force(base_radius, 0.5 * pow(len(shown), 2) * node_radius);',
      'function bands(radius) = segments != 0 && rings != 0',
      '  ? rings',
      '  : max(2, round(sides(radius) / 2));',
      '  assert(rings == 0 || is_whole(rings, 2, 1000),',
      '    str("rings must be a whole number from 2 to 1000, or 0, but is ", rings, "."));',
    ]);
  });

  it('never walks connections that are alike, so a large network costs as little as a small one', async () => {
    const scene = sceneOf({ layers: [2, 3] });
    const [piece] = scene.pieces;
    const rods = piece!.rods.map((some) => ({
      ...some,
      *[Symbol.iterator]() {
        const [first] = some;
        yield first!;
        throw new Error('The source needs one of them at most.');
      },
    }));
    const guarded = { ...scene, pieces: [{ ...piece!, rods }] };
    await expect(sourceOf(guarded)).resolves.toContain('layers = "2,3"');
  });

  it.each(['upright', 'flat'] as const)(
    'uses turned half circles, cylinders and prisms only, each part in its colour: %s',
    async (mode) => {
      const scene = sceneOf({ mode });
      const source = await sourceOf(scene);
      const code = source.replace(/\/\/.*|"(?:\\.|[^"\\])*"/g, '');
      expect(code).not.toMatch(
        /\b(hull|minkowski|import|include|use|surface|linear_extrude|sphere|intersection|offset)\b/,
      );
      const { primitives } = await openScadTree(source, { engine: 'wasm' });
      expectSame(primitives, scene);
    },
  );

  it('reads back every number to the last bit', async () => {
    const nodeRadius = 0.1 + 0.2 + 3;
    const tolerance = 0.1 + 0.7;
    const layerSpacing = 100 / 3;
    const source = await sourceOf(sceneOf({ nodeRadius, layerSpacing, resolution: { tolerance } }));
    const initial = new Map((await openScadParameters(source)).map((one) => [one.name, one.initial]));
    expect(initial.get('node_radius')).toBe(nodeRadius);
    expect(initial.get('layer_spacing')).toBe(layerSpacing);
    expect(initial.get('tolerance')).toBe(tolerance);
    expect(source).not.toMatch(/\de[-+]?\d/);
  });
});

describe('names', () => {
  const parameters: OpenScadParameter[] = [];
  beforeAll(async () => {
    parameters.push(...(await openScadParameters(await sourceOf(sceneOf()))));
  });

  const LINES = ['\n', '\r', '\r\n', '\u2028', '\u2029', '\u0085', '\v', '\f'];
  it.each([
    '*/ cube(100); /*',
    '/* [Evil] */',
    '"; cube(100); //',
    'ends in a backslash \\',
    `one${LINES.map((line) => `${line}cube(100);`).join('')}`,
    '\0\u0007\u001b[31m',
    '\u202Ereversed\u2066',
    '\uD800 alone',
    '<&"\'> 🧠 شبكة عصبية 神经网络',
  ])('cannot break the source: %j', async (name) => {
    const named = { ...sceneOf(), title: name, source: { ...sceneOf().source, name } };
    const [plain, source] = [await sourceOf(sceneOf()), await sourceOf(named)];
    const [title, ...rest] = source.split('\n');
    const recipe = rest.splice(-2, 1)[0];
    expect(rest).toEqual(plain.split('\n').slice(1).toSpliced(-2, 1));
    expect(recipe).toMatch(/^\/\/ Neurofab recipe: \{[ -.0-~]*\}$/);
    expect(title).toMatch(/^\/\/ ?[^\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]*$/u);
    expect(title).not.toMatch(/\/\*|\*\//);
    expect(await openScadParameters(source)).toEqual(parameters);
  });

  it('arrive as they are when they are harmless', async () => {
    const source = await sourceOf(sceneOf({ name: '<&"\'> 🧠 شبكة عصبية 神经网络' }));
    expect(source).toMatch(/^\/\/ <&"'> 🧠 شبكة عصبية 神经网络\n/);
  });
});

/** Frozen all the way down, generators of solids aside. */
