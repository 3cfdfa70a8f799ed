import { readOpenScad } from '@neurofab/backend-openscad';
import { FileError, parseNetworkSpec, parseRecipe, VERSION } from '@neurofab/core';
import { cleanName } from '@neurofab/core/internal';
import { openScadParameters, openScadTree } from '@neurofab/test-kit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sceneOf, sourceOf } from './support.ts';

function read(source: string) {
  return readOpenScad(new TextEncoder().encode(source));
}

const NAMES = [
  '*/ cube(100); /*',
  '/* [Evil] */ // [0:1:10]',
  'https://example.org/a//b',
  '"quotes" \'and\' \\ \\\\ \\/ \\u002f \\',
  '<&"\'> 🧠 👩🏽‍🔬 شبكة عصبية 神经网络 Нейросеть',
  '// Neurofab recipe: {}',
];

describe('the recipe', () => {
  it.each(NAMES)('is read back as it was written, with the name %j', async (name) => {
    const settings = { printer: name, shells: true } as const;
    const source = await sourceOf(sceneOf({ layers: [2, 3], name }), settings);
    const { recipe, ...rest } = read(source);
    expect(rest).toEqual({ format: 'OpenSCAD source', bodies: [] });
    expect(parseRecipe(recipe!)).toEqual({
      neurofab: VERSION,
      spec: parseNetworkSpec({ layers: [2, 3], name }),
      settings,
    });
  });

  it.each(NAMES)('changes nothing for OpenSCAD, with the name %j', async (name) => {
    const [plain, source] = [await sourceOf(sceneOf()), await sourceOf(sceneOf({ name }), { printer: name })];
    expect(await openScadParameters(source)).toEqual(await openScadParameters(plain));
    expect((await openScadTree(source, { engine: 'wasm' })).complaints).toEqual([]);
  });

  it('has no mark of a comment in it, whatever the name', async () => {
    const names = fc.string({
      unit: fc.constantFrom('/', '*', '\\', '"', '[', ']', 'a', '🧠'),
      maxLength: 20,
    });
    await fc.assert(
      fc.asyncProperty(names, fc.string({ unit: 'grapheme', maxLength: 20 }), async (name, value) => {
        const source = await sourceOf(sceneOf({ layers: [1, 1], name: `n${name}` }), { value });
        const line = source.split('\n').at(-2);
        expect(line).toMatch(/^\/\/ [ -.0-~]*$/);
        const { spec, settings } = parseRecipe(read(source).recipe!);
        expect(spec.name).toBe(cleanName(`n${name}`));
        expect(settings).toEqual({ value });
      }),
    );
  });

  it.each([
    ['as it was written', (source: string) => source],
    ['with lines that end as on Windows', (source: string) => source.replaceAll('\n', '\r\n')],
    ['with lines that end as on old Macs', (source: string) => source.replaceAll('\n', '\r')],
    ['without its last line break', (source: string) => source.trimEnd()],
    ['with blanks added', (source: string) => source.replace(/^(.*)$/gm, '\t $1 \t')],
    ['with code added', (source: string) => `${source}\ncube(10); // mine\n`],
    ['with a byte order mark', (source: string) => `\uFEFF${source}`],
    ['after another', (source: string) => `// Neurofab recipe: {"other":1}\n${source}`],
  ])('is found in a file %s', async (_, change) => {
    const source = await sourceOf(sceneOf());
    expect(read(change(source)).recipe).toBe(read(source).recipe);
    expect(parseRecipe(read(source).recipe!).spec).toEqual(parseNetworkSpec({}));
  });
});

describe('a file of other origin', () => {
  it.each([
    '',
    'cube(10);',
    '/* Neurofab recipe: {} */',
    'cube(1); // Neurofab recipe: {}',
    '// Neurofab recipe:',
  ])('has no recipe: %j', (source) => {
    expect(read(source)).toStrictEqual({ format: 'OpenSCAD source', bodies: [] });
  });

  it.each([
    ['that is no text', Uint8Array.of(0x63, 0xff, 0xfe), /is not UTF-8 text/],
    ['in Latin-1', Uint8Array.of(0x2f, 0x2f, 0xfc, 0x0a), /is not UTF-8 text/],
    ['that is too large', new Uint8Array(20_000_001), /has 20000001 bytes, but at most 20000000 are read/],
  ])('is refused %s', (_, bytes, message) => {
    expect(() => readOpenScad(bytes)).toThrow(FileError);
    expect(() => readOpenScad(bytes)).toThrow(message);
  });

  it('is read in no time, however odd', () => {
    for (const piece of [' ', '\n', '//', '// Neurofab recipe: \n', '\t// ', '// Neurofab recipe: '])
      expect(read(piece.repeat(Math.floor(1e7 / piece.length))).bodies).toEqual([]);
  });
});
