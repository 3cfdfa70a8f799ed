import { joined } from '@neurofab/core/internal';
import { Gunzip, Inflate, Unzlib } from 'fflate';
import { tooMuch } from '../refuse-more.ts';
import { orDamaged } from './or-damaged.ts';

/** How bytes are packed: `deflate` has no header. */
export type Packing = 'deflate' | 'gzip' | 'zlib';

/** As much of packed bytes is looked at in one go: a kilobyte inflates to a megabyte at most. */
const CHUNK = 16_384;

/** What packed bytes inflate to. Throws an ImportError where that is more than `most` bytes, whatever they say of themselves, or they are damaged. */
export function inflate(packed: Uint8Array, packing: Packing, most: number): Uint8Array {
  const pieces: Uint8Array[] = [];
  let size = 0;
  const stream = streamOf(packing, (piece: Uint8Array) => {
    size += piece.length;
    if (size > most) throw tooMuch({ most, of: 'bytes', subject: 'It inflates to' });
    pieces.push(piece);
  });
  orDamaged('what is packed in it does not unpack', () => {
    for (let at = 0; at < packed.length || at === 0; at += CHUNK) {
      stream.push(packed.subarray(at, at + CHUNK), at + CHUNK >= packed.length);
    }
  });
  return joined(pieces);
}

function streamOf(packing: Packing, onPiece: (piece: Uint8Array) => void): Inflate | Gunzip | Unzlib {
  switch (packing) {
    case 'deflate':
      return new Inflate(onPiece);
    case 'gzip':
      return gunzip(onPiece);
    case 'zlib':
      return new Unzlib(onPiece);
  }
}

/** As many as a file of 64 MB has that is packed in blocks; each takes 20 bytes at least, and far more time. */
const MOST_MEMBERS = 1000;

function gunzip(onPiece: (piece: Uint8Array) => void): Gunzip {
  const stream = new Gunzip(onPiece);
  let members = 0;
  stream.onmember = () => {
    if (++members > MOST_MEMBERS) {
      throw tooMuch({ most: MOST_MEMBERS, of: 'pieces', subject: 'It is packed in' });
    }
  };
  return stream;
}
