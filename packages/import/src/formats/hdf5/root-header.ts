import { damaged, ImportError } from '../../import-error.ts';
import { addressAt, type Hdf5Source } from './hdf5-source.ts';

/** Where the header of the root group lies, out of the superblock (II.A). Throws an ImportError where the file is cut off, or of a kind that is not read. */
export function rootHeader(source: Hdf5Source): number {
  const { view, bytes } = source;
  if (bytes.length < SMALLEST) throw cutOff();
  const version = view.getUint8(8);
  const places = PLACES[version];
  if (places === undefined) throw unread(`version ${version}`);
  if (view.getUint8(places.sizes) !== 8 || view.getUint8(places.sizes + 1) !== 8)
    throw unread('short addresses');
  if (addressAt(source, places.end) > bytes.length) throw cutOff();
  return addressAt(source, places.root);
}

const SMALLEST = 96;

/** By version: where the sizes of addresses stand, the address of the file's end, that of the root's header. */
const PLACES: Readonly<Record<number, { sizes: number; end: number; root: number }>> = {
  0: { sizes: 13, end: 40, root: 64 },
  1: { sizes: 13, end: 44, root: 68 },
  2: { sizes: 9, end: 28, root: 36 },
  3: { sizes: 9, end: 28, root: 36 },
};

function cutOff(): ImportError {
  return damaged('the end of the HDF5 file is missing');
}

function unread(what: string): ImportError {
  return new ImportError('unsupported', `It is an HDF5 file of a kind that is not read (${what}).`);
}
