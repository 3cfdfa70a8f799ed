import { zipNames } from '../../bytes/zip-directory.ts';

/** Whether bytes are an archive of arrays of NumPy, or one such array. */
export function isNumpy(bytes: Uint8Array): boolean {
  const names = zipNames(bytes);
  return isNpy(bytes) || (names.length > 0 && names.every((name) => name.endsWith('.npy')));
}

const MARK = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59];

/** Whether bytes begin as an array of NumPy. */
export function isNpy(bytes: Uint8Array): boolean {
  return MARK.every((byte, i) => bytes[i] === byte);
}
