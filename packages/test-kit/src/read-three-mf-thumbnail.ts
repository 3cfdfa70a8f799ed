import { type Png, readPng } from './read-png.ts';
import { equal, must } from './three-mf-rules.ts';

const SIZE = 256;

/** Reads `Metadata/thumbnail.png`. Throws unless it is a PNG of 256 × 256 pixels that shows something before nothing. */
export function readThumbnail(bytes: Uint8Array): Png {
  const thumbnail = readPng(bytes);
  equal(`${thumbnail.width} ${thumbnail.height}`, `${SIZE} ${SIZE}`, 'size of the thumbnail');
  equal(Object.keys(thumbnail.texts).length, 0, 'number of texts in the thumbnail');
  checkPicture(thumbnail.pixels);
  return thumbnail;
}

function checkPicture(pixels: Uint8Array): void {
  let opaque = 0;
  let clear = 0;
  for (let i = 3; i < pixels.length; i += 4) {
    if (pixels[i] === 255) opaque++;
    if (pixels[i] === 0) clear++;
  }
  const hundredth = (SIZE * SIZE) / 100;
  must(opaque > hundredth, 'the thumbnail is blank');
  must(clear > hundredth, 'the thumbnail has a background');
}
