/** How many bits the longest code has, and so how many strings a decoder remembers. */
const MAX_BITS = 12;

/** No string goes on with this pixel so far. */
const NONE = 0;

/**
 * Pixels, numbers of so many bits, two or more, as GIF compresses them: a string of them that came before is a code, and codes grow.
 * See https://www.w3.org/Graphics/GIF/spec-gif89a.txt, appendix F.
 */
export function compressPixels(pixels: Uint8Array, bits: number): Uint8Array {
  const clear = 1 << bits;
  const end = clear + 1;
  // A code has less than two bytes, and there is none but for a pixel, for clearing now and then, and for the end.
  const writer = bitWriter(2 * pixels.length + 16);
  // The code of a string and a pixel behind it.
  const longer = new Uint16Array(1 << (MAX_BITS + bits));
  let next = end + 1;
  let width = bits + 1;
  writer.write(clear, width);
  let string = pixels[0]!;
  for (let i = 1; i < pixels.length; i++) {
    const pixel = pixels[i]!;
    const at = (string << bits) | pixel;
    if (longer[at] !== NONE) {
      string = longer[at]!;
      continue;
    }
    writer.write(string, width);
    string = pixel;
    if (next === 1 << MAX_BITS) {
      writer.write(clear, width);
      longer.fill(NONE);
      next = end + 1;
      width = bits + 1;
    } else {
      if (next === 1 << width) width++;
      longer[at] = next++;
    }
  }
  writer.write(string, width);
  if (next === 1 << width && width < MAX_BITS) width++;
  writer.write(end, width);
  return writer.bytes();
}

interface BitWriter {
  readonly write: (code: number, width: number) => void;
  /** All that was written, the last byte filled up with zeros. */
  readonly bytes: () => Uint8Array;
}

/** Puts codes behind each other, the lowest bit first, into so many bytes at most. */
function bitWriter(most: number): BitWriter {
  const bytes = new Uint8Array(most);
  let length = 0;
  let rest = 0;
  let count = 0;
  return {
    write(code, width) {
      rest |= code << count;
      count += width;
      for (; count >= 8; count -= 8) {
        bytes[length++] = rest & 255;
        rest >>= 8;
      }
    },
    bytes() {
      bytes[length] = rest;
      return bytes.subarray(0, count > 0 ? length + 1 : length);
    },
  };
}
