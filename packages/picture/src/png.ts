import type { Backend } from '@neurofab/core';
import { isPng } from './marks.ts';
import { type PictureOptions, picture } from './picture.ts';

/** Of the usual picture: sharp where a page shows it half as wide, and a file of 200 kB. */
const SIZE = 1024;

/** A PNG: the network from the front, a little from the right and from above, or from straight above, with its recipe as a text. */
export function png({ size = SIZE, isFromAbove }: PictureOptions = {}): Backend {
  return picture({
    id: 'png',
    label: 'PNG',
    extensions: ['.png'],
    mediaType: 'image/png',
    size,
    isFromAbove,
    recognises: isPng,
    read: async (bytes) => (await import('./read/read-png.ts')).readPng(bytes),
    load: async () => (await import('./png/png-chunks.ts')).pngChunks,
  });
}
