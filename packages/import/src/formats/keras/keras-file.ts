import { hasMark } from '../../bytes/has-mark.ts';
import { zipNames } from '../../bytes/zip-directory.ts';

/** Whether bytes begin as an HDF5 file does. */
export function isHdf5(bytes: Uint8Array): boolean {
  return hasMark(bytes, '\x89HDF\r\n\x1a\n');
}

/** Whether bytes are a zip archive as Keras 3 writes it; of one that is cut off the first name says it. */
export function isKeras(bytes: Uint8Array): boolean {
  return zipNames(bytes).some((name) => KERAS_NAMES.includes(name));
}

const KERAS_NAMES = ['metadata.json', 'config.json', 'model.weights.h5'];
