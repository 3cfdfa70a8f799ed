import { hasMark } from '../../bytes/has-mark.ts';
import { zipNames } from '../../bytes/zip-directory.ts';

/** Whether bytes are an archive of arrays of NumPy, or one such array. */
export function isNumpy(bytes: Uint8Array): boolean {
  const names = zipNames(bytes);
  return isNpy(bytes) || (names.length > 0 && names.every((name) => name.endsWith('.npy')));
}

/** Whether bytes begin as an array of NumPy. */
export function isNpy(bytes: Uint8Array): boolean {
  return hasMark(bytes, '\x93NUMPY');
}
