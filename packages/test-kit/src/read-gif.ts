/** A film of one palette. */
export interface Gif {
  readonly width: number;
  readonly height: number;
  /** 0xRRGGBB by number. */
  readonly colors: readonly number[];
  /** Texts that no program shows. */
  readonly comments: readonly string[];
  readonly frames: readonly GifFrame[];
}

export interface GifFrame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** How long it is seen, in hundredths of a second. */
  readonly delay: number;
  /** The number of each pixel's colour, row by row from the top; 0 is none. */
  readonly pixels: Uint8Array;
}

/**
 * Reads a GIF whose frames are shown for ever, each alone, before nothing, in colours of one palette. Throws unless it is made of just
 * the blocks that this takes, in their order, and unless each frame has just as many pixels as it says.
 */
export function readGif(bytes: Uint8Array): Gif {
  const source = sourceOf(bytes);
  equal(source.text(6), 'GIF89a', 'signature');
  const [width, height] = [source.short(), source.short()];
  const flags = source.byte();
  must((flags & 0x88) === 0x80, 'has no palette, or a sorted one');
  equal(source.byte(), 0, 'background');
  equal(source.byte(), 0, 'shape of a pixel');
  const colors = Array.from({ length: 2 << (flags & 7) }, () => source.number(3));
  equal(source.number(2), 0x21ff, 'extension after the palette');
  equal(source.text(source.byte()), 'NETSCAPE2.0', 'name of the extension');
  equal([...source.blocks()].join(' '), '1 0 0', 'number of times that it is shown');
  const comments: string[] = [];
  const frames: GifFrame[] = [];
  for (;;) {
    const kind = source.byte();
    if (kind === 0x3b) break;
    equal(kind, 0x21, 'kind of block');
    if (source.byte() === 0xfe) comments.push(Buffer.from(source.blocks()).toString('latin1'));
    else frames.push(readFrame(source, { width, height, colors: colors.length }));
  }
  equal(source.left(), 0, 'number of bytes behind the end');
  must(frames.length > 0, 'has no frames');
  return { width, height, colors, comments, frames };
}

interface Screen {
  readonly width: number;
  readonly height: number;
  readonly colors: number;
}

/** A frame behind the introducer of its extension. */
function readFrame(source: Source, screen: Screen): GifFrame {
  const [cleared, transparent] = [2 << 2, 1];
  equal(source.byte(), 4, 'length of an extension');
  equal(source.byte(), cleared | transparent, 'ways of a frame');
  const delay = source.short();
  equal(source.byte(), 0, 'number of the colour that is none');
  equal(source.byte(), 0, 'end of an extension');
  equal(source.byte(), 0x2c, 'block of an image');
  const [left, top, width, height] = [source.short(), source.short(), source.short(), source.short()];
  must(width > 0 && height > 0, 'has a frame of nothing');
  must(left + width <= screen.width && top + height <= screen.height, 'has a frame that is not within it');
  equal(source.byte(), 0, 'ways of an image');
  const bits = source.byte();
  equal(1 << bits, Math.max(4, screen.colors), 'number of colours of a frame');
  const pixels = decompress(source.blocks(), { bits, length: width * height });
  must(
    pixels.every((pixel) => pixel < screen.colors),
    'has a pixel without colour',
  );
  return { left, top, width, height, delay, pixels };
}

/** What strings of pixels codes stand for. Throws unless there are as many pixels, and nothing but zero bits behind the end. */
function decompress(
  bytes: Uint8Array,
  { bits, length }: { readonly bits: number; readonly length: number },
): Uint8Array {
  const [clear, end] = [1 << bits, (1 << bits) + 1];
  const singles = Array.from({ length: clear }, (_, pixel) => [pixel]);
  const pixels = new Uint8Array(length);
  let strings: number[][] = [];
  let last: number[] | undefined;
  let width = bits + 1;
  let count = 0;
  let at = 0;
  for (;;) {
    let code = 0;
    for (let bit = 0; bit < width; bit++, at++) {
      must(at < 8 * bytes.length, 'has a frame without end');
      code |= ((bytes[at >> 3]! >> (at & 7)) & 1) << bit;
    }
    must(at > width || code === clear, 'has a frame that does not begin by clearing');
    if (code === end) break;
    if (code === clear) {
      strings = [...singles, [], []];
      last = undefined;
      width = bits + 1;
      continue;
    }
    must(code <= strings.length && (code < strings.length || last !== undefined), 'has an unknown code');
    const string: number[] = strings[code] ?? [...last!, last![0]!];
    must(count + string.length <= length, 'has a frame of too many pixels');
    pixels.set(string, count);
    count += string.length;
    if (last !== undefined && strings.length < 4096) strings.push([...last, string[0]!]);
    last = string;
    if (strings.length === 1 << width && width < 12) width++;
  }
  equal(count, length, 'number of pixels of a frame');
  equal(Math.ceil(at / 8), bytes.length, 'number of bytes of a frame');
  must(at % 8 === 0 || bytes.at(-1)! >> (at & 7) === 0, 'has something behind the end of a frame');
  return pixels;
}

/** Bytes that are taken one after the other. */
interface Source {
  readonly left: () => number;
  readonly byte: () => number;
  readonly short: () => number;
  /** Of so many bytes, the highest first. */
  readonly number: (length: number) => number;
  readonly text: (length: number) => string;
  /** What blocks hold, all but the last full. */
  readonly blocks: () => Uint8Array;
}

function sourceOf(bytes: Uint8Array): Source {
  let at = 0;
  const left = () => bytes.length - at;
  const byte = () => {
    must(left() > 0, 'ends too early');
    return bytes[at++]!;
  };
  const list = (length: number) => Array.from({ length }, byte);
  return {
    left,
    byte,
    short: () => byte() + 256 * byte(),
    number: (length) => list(length).reduce((number, one) => 256 * number + one),
    text: (length) => String.fromCharCode(...list(length)),
    blocks() {
      const parts: number[] = [];
      for (let length = byte(); length > 0; length = byte()) {
        must(parts.length % 255 === 0, 'has a short block before another');
        parts.push(...list(length));
      }
      return Uint8Array.from(parts);
    },
  };
}

function equal<Value>(actual: Value, expected: Value, what: string): void {
  must(actual === expected, `has ${actual} as ${what} instead of ${expected}`);
}

function must(right: boolean, fault: string): asserts right {
  if (!right) throw new Error(`The GIF ${fault}.`);
}
