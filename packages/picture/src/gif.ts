import type { Backend } from '@neurofab/core';
import { isGif } from './marks.ts';
import { type PictureOptions, picture } from './picture.ts';

/** Of the usual picture: the usual network takes less than 500 kB. */
const SIZE = 480;

/** A GIF: the network in a full turn, again and again, with its recipe as a comment. */
export function gif({ size = SIZE }: PictureOptions = {}): Backend {
  return picture({
    id: 'gif',
    label: 'GIF',
    extensions: ['.gif'],
    mediaType: 'image/gif',
    size,
    recognises: isGif,
    read: async (bytes) => (await import('./read/read-gif.ts')).readGif(bytes),
    load: async () => (await import('./gif/gif-chunks.ts')).gifChunks,
  });
}
