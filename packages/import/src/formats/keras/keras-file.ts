import { zipNames } from '../../bytes/zip-directory.ts';

/** Whether bytes begin as an HDF5 file does. */
export function isHdf5(bytes: Uint8Array): boolean {
  return bytes.length >= HDF5_MARK.length && HDF5_MARK.every((byte, i) => bytes[i] === byte);
}

const HDF5_MARK = [0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a];

/** Whether bytes are a zip archive as Keras 3 writes it; of one that is cut off the first name says it. */
export function isKeras(bytes: Uint8Array): boolean {
  return zipNames(bytes).some((name) => KERAS_NAMES.includes(name));
}

const KERAS_NAMES = ['metadata.json', 'config.json', 'model.weights.h5'];
