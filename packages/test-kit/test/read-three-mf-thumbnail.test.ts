import { expect, it } from 'vitest';
import { readThumbnail } from '../src/read-three-mf-thumbnail.ts';
import { textChunk, toyPng } from './toy-png.ts';

it('reads a picture', () => {
  const { width, height } = readThumbnail(toyPng());
  expect([width, height]).toEqual([256, 256]);
});

it.each([
  ['another size', toyPng({ size: 128 })],
  ['nothing in the picture', toyPng({ lower: [0, 0, 0, 0] })],
  ['a background', toyPng({ upper: [255, 255, 255, 255] })],
  ['a text', toyPng({ further: [textChunk('a\0b')] })],
])('throws at %s', (_, bytes) => {
  expect(() => readThumbnail(bytes)).toThrow(/^3MF: /);
});
