import { describe, expect, it } from 'vitest';
import { readTrained, trainedFormatOf } from '../../src/index.ts';
import { describeFixtures, readingOf } from '../fixture-networks.ts';
import { fixture } from '../shared-files.ts';

const read = (...texts: readonly string[]) =>
  readingOf(texts.map((bytes, i) => ({ name: `m${i + 1}.csv`, bytes })));
const network = (text: string) => readTrained([{ name: 'a.csv', bytes: new TextEncoder().encode(text) }]);

describeFixtures('csv');

describe('a text of numbers', () => {
  it.each([
    ['commas', '1,2,3\n4,5,6\n'],
    ['semicolons and decimal commas', '1,0;2,0;3,0\n4,0;5,0;6e0\n'],
    ['tabs and Windows lines', '1\t2\t3\r\n4\t5\t6\r\n'],
    ['blanks, a comment and an empty line', '# weights\n 1  2 3 \n\n 4 5  6'],
    ['quotation marks', '"1","2","3"\n"4","5","6"\n'],
    ['separators at the ends', '1,2,3,\n4,5,6,\n'],
    ['a mark of Unicode', '\ufeff1,2,3\n4,5,6'],
    ['lines of an old Mac', '1,2,3\r4,5,6'],
    ['names of columns', 'a,"b, c",d\n1,2,3\n4,5,6'],
    ['names of rows and numbers of columns', ',0,1,2\nx,1,2,3\ny,4,5,6'],
    ['numbers of rows as R has them', '"V1" "V2" "V3"\n"1" 1 2 3\n"2" 4 5 6'],
    ['names of rows alone', 'x,1,2,3\ny,4,5,6'],
  ])('is a matrix with %s', async (_, text) => {
    const { layers } = await network(text);
    expect(layers[0]).toMatchObject({
      name: 'a',
      inputs: 2,
      outputs: 3,
      weights: Float64Array.of(1, 4, 2, 5, 3, 6),
    });
  });

  it('names inputs and outputs', async () => {
    const { inputNames, outputNames } = await network('"";"cat";"dog"\nears;1;2\ntail;3;4\nfur;5;6\n');
    expect([inputNames, outputNames]).toEqual([
      ['ears', 'tail', 'fur'],
      ['cat', 'dog'],
    ]);
  });

  it('is a layer a file, in the order of the files', async () => {
    expect(await read('1,2,3\n4,5,6', '1\n2\n3')).toBe('m1 2-3, m2 3-1');
    expect(await read('1,2,3\n4,5,6', '1,2,3', '1\n2\n3', '7')).toBe('m1 2-3, m3 3-1');
  });

  it.each([
    ['of one number under two', ['1,2\n3\n'], 'damaged: Its line 2 has 1 numbers, and line 1 has 2.'],
    ['of unequal lines', ['1,2\n3,4\n\n5\n'], 'damaged: Its line 4 has 1 numbers, and line 1 has 2.'],
    ['with a word', ['1,2\n3,x\n5,6'], 'damaged: Its line 2, column 2 is no number (x).'],
    ['with a gap', ['1,2\n,4\n5,6'], 'damaged: Its line 2, column 1 is empty.'],
    ['with no number at all', ['1,2\n3,nan\n'], 'damaged: Its line 2, column 2 is no number (nan).'],
    ['with infinite numbers', ['1,2\n3,1e999\n'], 'damaged: Its line 2, column 2 is no number (1e999).'],
    ['of names', ['a,b\nc,d'], 'unsupported: It is a text without weights.'],
    [
      'that does not fit another',
      ['1,2\n3,4', '1,2,3\n4,5,6\n7,8,9\n1,2,3'],
      'not-a-chain: Its layers do not fit together: m1 (2 → 2), m2 (4 → 3).',
    ],
  ])('is refused %s', async (_, texts, message) => {
    expect(await read(...texts)).toContain(message);
  });

  it('is known by what it holds', () => {
    const label = (text: string) => trainedFormatOf(new TextEncoder().encode(text))?.label;
    expect(label('0.5')).toBe('CSV');
    expect(label('Dear reader,\n1 of 2 is no number.')).toBeUndefined();
    expect(label('solid a\nfacet normal 0 0 1')).toBeUndefined();
    expect(label('# a box\nv 0 0 1\nv 0 1 1')).toBeUndefined();
    expect(label('https://playground.tensorflow.org/#seed=0.1,2')).toBeUndefined();
  });

  it('is read wherever it is cut', async () => {
    const text = new TextDecoder().decode(fixture('csv/named-classes.csv'));
    for (let length = 0; length < text.length; length++) {
      expect(await read(text.slice(0, length))).toMatch(/^(?:m1 \d|damaged|unsupported)/);
    }
  });
});
