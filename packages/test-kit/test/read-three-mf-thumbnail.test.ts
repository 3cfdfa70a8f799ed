import { deflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { readThumbnail } from '../src/read-three-mf-thumbnail.ts';
import { chunk, toyPng } from './toy-png.ts';

it('reads a picture', () => {
  const { width, height, pixels } = readThumbnail(toyPng());
  expect([width, height, pixels.length]).toEqual([256, 256, 256 * 256 * 4]);
  expect([...pixels.subarray(0, 4), ...pixels.subarray(-4)]).toEqual([0, 0, 0, 0, 192, 0, 0, 255]);
});

it.each([
  ['another size', toyPng({ size: 128 })],
  ['nothing in the picture', toyPng({ lower: [0, 0, 0, 0] })],
  ['a background', toyPng({ upper: [255, 255, 255, 255] })],
  ['rows that are filtered', toyPng({ filter: 1 })],
  ['a further chunk', toyPng({ further: [chunk('tIME', new Uint8Array(7))] })],
  ['two chunks of data', toyPng({ further: [chunk('IDAT', deflateSync(new Uint8Array(1)))] })],
  ['bytes after the end', Buffer.concat([toyPng(), Buffer.alloc(1)])],
  ['a picture without end', toyPng().subarray(0, -12)],
])('throws at %s', (_, bytes) => {
  expect(() => readThumbnail(bytes)).toThrow(/^3MF: /);
});

it('throws wherever a byte is changed or missing', () => {
  const sound = toyPng();
  for (let i = 0; i < sound.length; i++) {
    const broken = Uint8Array.from(sound);
    broken[i]! ^= 0xff;
    expect(() => readThumbnail(broken), `byte ${i}`).toThrow();
    expect(() => readThumbnail(sound.filter((_, k) => k !== i)), `without byte ${i}`).toThrow();
  }
});
