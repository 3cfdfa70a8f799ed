import { expect, it } from 'vitest';
import { readGif } from '../src/index.ts';

const HEAD = [...ascii('GIF89a'), 2, 0, 3, 0, 0x90, 0, 0, 0, 0, 0, 0xff, 0x80, 0x40];
const LOOP = [0x21, 0xff, 11, ...ascii('NETSCAPE2.0'), 3, 1, 0, 0, 0];
const COMMENT = [0x21, 0xfe, 2, ...ascii('ab'), 0];
const WAYS = [0x21, 0xf9, 4, 9, 7, 0, 0, 0];
const PLACE = [0x2c, 1, 0, 2, 0, 1, 0, 1, 0, 0];
/** Clear, the pixel 1 and the end, each of three bits. */
const PIXEL = [2, 2, 0b01_001_100, 0b1, 0];

function ascii(text: string): number[] {
  return [...Buffer.from(text, 'latin1')];
}

interface ToyGif {
  readonly head?: readonly number[];
  readonly loop?: readonly number[];
  readonly comment?: readonly number[];
  readonly ways?: readonly number[];
  readonly place?: readonly number[];
  readonly pixel?: readonly number[];
  readonly end?: readonly number[];
}

/** A film of two by three pixels, of whose one frame the pixel on the lower right is orange. */
function toyGif({
  head = HEAD,
  loop = LOOP,
  comment = COMMENT,
  ways = WAYS,
  place = PLACE,
  pixel = PIXEL,
  end = [0x3b],
}: ToyGif = {}): Uint8Array {
  return Uint8Array.from([...head, ...loop, ...comment, ...ways, ...place, ...pixel, ...end]);
}

it('reads a film', () => {
  expect(readGif(toyGif())).toEqual({
    width: 2,
    height: 3,
    colors: [0, 0xff8040],
    comments: ['ab'],
    frames: [{ left: 1, top: 2, width: 1, height: 1, delay: 7, pixels: Uint8Array.of(1) }],
  });
});

it.each([
  ['another version', toyGif({ head: [...ascii('GIF87a'), ...HEAD.slice(6)] }), 'signature'],
  ['no palette', toyGif({ head: [...HEAD.slice(0, 10), 0, ...HEAD.slice(11)] }), 'no palette'],
  ['a loop that ends', toyGif({ loop: [...LOOP.slice(0, -3), 5, 0, 0] }), 'number of times'],
  ['no loop', toyGif({ loop: [] }), 'extension after the palette'],
  ['a frame that stays', toyGif({ ways: [0x21, 0xf9, 4, 5, 7, 0, 0, 0] }), 'ways of a frame'],
  [
    'another background',
    toyGif({ ways: [0x21, 0xf9, 4, 9, 7, 0, 1, 0] }),
    'number of the colour that is none',
  ],
  ['a frame outside', toyGif({ place: [0x2c, 2, ...PLACE.slice(2)] }), 'not within'],
  ['a frame of nothing', toyGif({ place: [...PLACE.slice(0, 5), 0, ...PLACE.slice(6)] }), 'frame of nothing'],
  ['colours of a frame', toyGif({ place: [...PLACE.slice(0, 9), 0x80] }), 'ways of an image'],
  [
    'too few pixels',
    toyGif({ place: [0x2c, 0, 0, ...PLACE.slice(3, 5), 2, ...PLACE.slice(6)] }),
    'number of pixels',
  ],
  ['too many pixels', toyGif({ pixel: [2, 2, 0b01_001_100, 0b101_00, 0] }), 'too many'],
  ['a colour that is none', toyGif({ pixel: [2, 2, 0b01_011_100, 0b1, 0] }), 'without colour'],
  ['an unknown code', toyGif({ pixel: [2, 2, 0b01_111_100, 0b1, 0] }), 'unknown code'],
  ['pixels without a clear', toyGif({ pixel: [2, 1, 0b00_101_001, 0] }), 'begin by clearing'],
  ['pixels without end', toyGif({ pixel: [2, 1, 0b00_001_100, 0] }), 'without end'],
  [
    'something behind the pixels',
    toyGif({ pixel: [2, 2, 0b01_001_100, 0b11, 0] }),
    'behind the end of a frame',
  ],
  [
    'bytes behind the pixels',
    toyGif({ pixel: [2, 3, 0b01_001_100, 0b1, 0, 0] }),
    'number of bytes of a frame',
  ],
  ['another block', toyGif({ comment: [0x22, ...COMMENT.slice(1)] }), 'kind of block'],
  ['an end too early', toyGif({ end: [] }), 'ends too early'],
  ['bytes behind the end', toyGif({ end: [0x3b, 0] }), 'behind the end'],
  ['no frames', toyGif({ ways: [], place: [], pixel: [] }), 'no frames'],
  ['a short block', toyGif({ comment: [0x21, 0xfe, 1, 97, 1, 98, 0] }), 'short block'],
])('throws at %s', (_, bytes, fault) => {
  expect(() => readGif(bytes)).toThrow(fault);
});
