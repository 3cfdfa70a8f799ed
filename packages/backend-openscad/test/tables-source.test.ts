import { layout, parseNetworkSpec } from '@neurofab/core';
import { openScadParameters, openScadTree } from '@neurofab/test-kit';
import { describe, expect, it } from 'vitest';
import { expectSame, LINES, sceneOf, sourceOf } from './support.ts';

describe('tables', () => {
  it('hold weights, a row a line, in the fewest digits that read back', async () => {
    const weights = [
      [
        [0.1 + 0.2, -3, null],
        [0, -0, 1e-7],
      ],
      [[5e-324, 2 ** -1022]],
    ];
    const source = await sourceOf(sceneOf({ layers: [3, { name: 'middle', size: 2 }, 1], weights }));
    expect(source).toContain(`weights = [
  // From layer 1 to middle
  [
    [0.30000000000000004, -3, undef],
    [0, 0, 1e-7]
  ],
  // From middle to layer 3
  [
    [6.26302612502804e-294 / 1.2676506002282294e+30, 2.2250738585072014e-308]
  ]
];
`);
    expect(source).toContain('layers = "3,2,1";\n');
  });

  it('hold the weights of drawn nodes alone', async () => {
    const row = Array.from({ length: 784 }, (_, i) => i);
    const layers = [{ size: 784, shown: [0, 1, '…', 783] }, 1];
    const source = await sourceOf(sceneOf({ layers, weights: [[row]] }));
    expect(source).toContain('    [0, 1, 783]\n');
  });

  it('hold layers where no text says what is drawn of them', async () => {
    const layers = [3, { size: 20, shown: 4 }, { name: 'odd', size: 9, shown: ['…', 3, '…', 5, 8] }];
    const scene = sceneOf({ layers });
    const source = await sourceOf(scene);
    expect(source).toContain(`layers = [
  // 3 nodes of layer 1
  3,
  // 4 of 20 nodes of layer 2
  "20~4",
  // 3 of 9 nodes of odd
  ["...", 3, "...", 5, 8]
];`);
    const { complaints, primitives } = await openScadTree(source, { engine: 'wasm' });
    expect(complaints).toEqual([]);
    expectSame(primitives, scene);
  });

  it.each(['*/ cube(100); /*', '/* [Evil] */', '\n cube(100);', '", cube(100)', '\u2028cube(100);', '\\'])(
    'cannot be broken by the name of a layer: %j',
    async (name) => {
      const named = (layer: string) => [{ name: layer, size: 9, shown: ['…', 3] }, 2];
      const weights = [[[1], [-1]]];
      const [plain, source] = [
        await sourceOf(sceneOf({ layers: named('plain'), weights })),
        await sourceOf(sceneOf({ layers: named(name), weights })),
      ];
      expect(await openScadParameters(source)).toEqual(await openScadParameters(plain));
      const { complaints, primitives } = await openScadTree(source, { engine: 'wasm' });
      expect(complaints).toEqual([]);
      expectSame(primitives, sceneOf({ layers: named(name), weights }));
    },
  );

  it('hold the outlines of text, a line an outline', async () => {
    expect(await sourceOf(sceneOf({ text: LINES[0] }))).toContain(`
// "O," as outlines of what is filled and of holes in it, in heights of its capitals.
text_outlines = [
  [[0, 0], [1, 0], [1, 1], [0, 1]],
  [[0.3, 0.7], [0.7, 0.7], [0.7, 0.3], [0.3, 0.3]],
  [[1.2, -0.3], [1.5, -0.3], [1.6, 0.2], [1.3, 0.2]]
];
`);
  });

  it.each([
    '*/ cube(100); /*',
    '/* [Evil] */',
    '"quotes"; cube(100); //',
    'ends in a backslash \\',
    '🧠 Юлія שלום',
  ])('name the text without harm: %s', async (text) => {
    const plain = sceneOf({ text: LINES[0] });
    const { lines } = plain.source.lettering!;
    const lettering = { lines: { [text]: lines[LINES[0]]! } };
    const source = await sourceOf(layout(parseNetworkSpec({ text }, { lettering })));
    expect(await openScadParameters(source)).toEqual(await openScadParameters(await sourceOf(plain)));
    const { complaints, primitives } = await openScadTree(source, { engine: 'wasm' });
    expect(complaints).toEqual([]);
    expectSame(primitives, plain);
  });
});
