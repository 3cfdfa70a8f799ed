import { describe, expect, it } from 'vitest';
import { readPickle } from '../../src/formats/pickle/read-pickle.ts';
import { ImportError } from '../../src/index.ts';

const bytesOf = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const read = (text: string) => readPickle(bytesOf(text)).value;
const kindOf = (text: string) => {
  try {
    return readPickle(bytesOf(text)).value;
  } catch (error) {
    return error instanceof ImportError ? error.kind : error;
  }
};

describe('a pickle', () => {
  it.each([
    ['None', 'N.', null],
    ['truths', '(I00\nI01\n\x88\x89t.', [false, true, true, false]],
    ['numbers in digits', '(I-12\nL5L\nF1.5\nt.', [-12, 5, 1.5]],
    [
      'numbers in bytes',
      '(K\xffM\x00\x01J\xff\xff\xff\xffG?\xf8\x00\x00\x00\x00\x00\x00t.',
      [255, 256, -1, 1.5],
    ],
    ['long numbers', '(\x8a\x00\x8a\x01\xff\x8b\x02\x00\x00\x00\x00\x01t.', [0, -1, 256]],
    ['very long numbers', '\x8a\x09\x00\x00\x00\x00\x00\x00\x00\x00\x01.', 2n ** 64n],
    [
      'texts',
      "(S'a\\x41\\n'\nVb\\u00e9\nU\x01cT\x01\x00\x00\x00dX\x02\x00\x00\x00\xc3\xa9\x8c\x01et.",
      ['aA\n', 'bé', 'c', 'd', 'é', 'e'],
    ],
    [
      'bytes',
      '(C\x01aB\x01\x00\x00\x00b\x8e\x01\x00\x00\x00\x00\x00\x00\x00ct.',
      [bytesOf('a'), bytesOf('b'), bytesOf('c')],
    ],
    [
      'lists and tuples',
      '(]K\x01a(K\x02K\x03e)K\x04\x85K\x05K\x06\x86K\x07K\x08K\x09\x87(K\x0alt.',
      [[1, 2, 3], [], [4], [5, 6], [7, 8, 9], [10]],
    ],
    [
      'dictionaries',
      '(}U\x01aK\x01s(U\x01bK\x02u(U\x01cK\x03dt.',
      [
        new Map([
          ['a', 1],
          ['b', 2],
        ]),
        new Map([['c', 3]]),
      ],
    ],
    ['sets', '(\x8f(K\x01\x90(K\x02\x91t.', [[1], [2]]],
    ['what it remembers', '(K\x07p1\nq\x02r\x03\x00\x00\x00g1\nh\x02j\x03\x00\x00\x00\x94h\x0320t.', null],
    ['a class', 'ca\nb\n.', { kind: 'global', name: 'a.b' }],
    ['a class by the stack', 'U\x01aU\x01b\x93.', { kind: 'global', name: 'a.b' }],
    [
      'an object of a call',
      'ca\nb\nK\x01\x85RK\x02b.',
      { kind: 'object', of: { kind: 'global', name: 'a.b' }, args: [1], state: 2 },
    ],
    [
      'an object with items',
      'ca\nb\n)\x81(K\x01eU\x01aK\x02s.',
      {
        kind: 'object',
        of: { kind: 'global', name: 'a.b' },
        args: [],
        items: [1],
        entries: new Map([['a', 2]]),
      },
    ],
    [
      'objects of old protocols',
      '((ia\nb\n(ca\nb\nK\x01ot.',
      [
        { kind: 'object', of: { kind: 'global', name: 'a.b' }, args: [] },
        { kind: 'object', of: { kind: 'global', name: 'a.b' }, args: [1] },
      ],
    ],
    ['a value after another that was dropped', '\x80\x02(K\x011K\x020K\x03.', 3],
  ])('gives %s', (name, text, value) => {
    if (name === 'what it remembers') expect(read(text)).toEqual([7, 7, 7, 7, 7]);
    else expect(read(text)).toEqual(value);
  });

  it('ends where it says, and others may follow', () => {
    const bytes = bytesOf('K\x01.K\x02.');
    const { end } = readPickle(bytes);
    expect(readPickle(bytes, { at: end })).toEqual({ value: 2, end: 6 });
  });

  it('shares the work that is done for a file with the others in it', () => {
    const bytes = bytesOf('K\x01.K\x02.');
    const work = { left: 2 };
    expect(readPickle(bytes, { work }).end).toBe(3);
    expect(readPickle(bytes, { at: 3, work }).value).toBe(2);
    expect(() => readPickle(bytes, { work })).toThrow('more objects than any network');
    const texts = bytesOf('(\x8c\x01a\x8c\x01bt.');
    expect(() => readPickle(texts, { work: { left: 10 } })).toThrow('more objects than any network');
  });

  it('hands out what it keeps elsewhere', () => {
    const onPersistent = (id: unknown) => `<${id}>`;
    expect(readPickle(bytesOf('(Pa\nU\x01bQt.'), { onPersistent }).value).toEqual(['<a>', '<b>']);
  });

  it('takes the key __proto__ as any other', () => {
    expect(read('}U\x09__proto__}U\x01aK\x01ss.')).toEqual(new Map([['__proto__', new Map([['a', 1]])]]));
    expect(Object.hasOwn(Object.prototype, 'a')).toBe(false);
  });

  it('may hold itself', () => {
    const value = read(']q\x00h\x00a.') as unknown[];
    expect(value[0]).toBe(value);
  });

  it.each([
    ['an operation that there is none of', '\xff.'],
    ['a newer protocol', '\x80\x06N.'],
    ['nothing to end with', '.'],
    ['a mark that is missing', 'K\x01t.'],
    ['a mark in the way', 'K\x01(0a.'],
    ['something that it never put', 'h\x01.'],
    ['an item for what is no list', 'K\x01K\x02a.'],
    ['an entry for what is no dictionary', ']K\x01K\x02s.'],
    ['a key without a value', '}(K\x01u.'],
    ['state for a class', 'ca\nb\n}b.'],
    ['a class without a name', 'K\x01K\x02\x93.'],
    ['a length beyond its end', 'B\xfb\xff\xff\xff.'],
    ['a length of more bytes than there are', '\x8e\xff\xff\xff\xff\xff\xff\xff\xff.'],
    ['a number of very many digits', `L${'9'.repeat(5000)}L\n.`],
    ['a number of very many bytes', '\x8b\xff\xff\x00\x00.'],
    ['a number of more bytes than any generator of random numbers keeps', `\x8a\xff${'a'.repeat(255)}.`],
    ['no number where one should be', 'Iabc\n.'],
    ['a line without an end', 'Iabc'],
    ['buffers outside', '\x97.'],
  ])('with %s is damaged', (_, text) => {
    expect(kindOf(text)).toBe('damaged');
  });

  it('of very many objects is too large', () => {
    expect(kindOf(`${'N'.repeat(1_000_001)}.`)).toBe('too-large');
    expect(kindOf(`${']0'.repeat(833_334)}.`)).toBe('too-large');
  });
});
