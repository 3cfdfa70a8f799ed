import { deflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { readPng } from '../src/index.ts';
import { chunk, textChunk, toyPng } from './toy-png.ts';

it('reads a picture and its texts', () => {
  const { width, height, pixels, texts } = readPng(toyPng({ size: 4, further: [textChunk('a\0b c')] }));
  expect([width, height, pixels.length]).toEqual([4, 4, 4 * 4 * 4]);
  expect([...pixels.subarray(0, 4), ...pixels.subarray(-4)]).toEqual([0, 0, 0, 0, 192, 0, 0, 255]);
  expect(texts).toEqual({ a: 'b c' });
});

it.each([
  ['rows that are filtered', toyPng({ filter: 1 })],
  ['a further chunk', toyPng({ further: [chunk('tIME', new Uint8Array(7))] })],
  ['two chunks of data', toyPng({ further: [chunk('IDAT', deflateSync(new Uint8Array(1)))] })],
  ['a text without keyword', toyPng({ further: [textChunk('\0b')] })],
  ['a keyword without text', toyPng({ further: [textChunk('a')] })],
  ['bytes after the end', Buffer.concat([toyPng(), Buffer.alloc(1)])],
  ['a picture without end', toyPng().subarray(0, -12)],
])('throws at %s', (_, bytes) => {
  expect(() => readPng(bytes)).toThrow(/^The PNG /);
});

it('throws wherever a byte is changed or missing', () => {
  const sound = toyPng({ further: [textChunk('a\0b')] });
  for (let i = 0; i < sound.length; i++) {
    const broken = Uint8Array.from(sound);
    broken[i]! ^= 0xff;
    expect(() => readPng(broken), `byte ${i}`).toThrow();
    expect(() => readPng(sound.filter((_, k) => k !== i)), `without byte ${i}`).toThrow();
  }
});
