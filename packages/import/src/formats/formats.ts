import type { ReadModel } from './format.ts';
import { isHdf5, isKeras } from './keras/keras-file.ts';
import { isOnnx } from './onnx/is-onnx.ts';
import { isTfjs } from './tfjs/is-tfjs.ts';
import { isTflite } from './tflite/is-tflite.ts';

/** A format that is read: how its files are known by what they hold, and its reader, loaded when it is used. */
export interface Format {
  /** Such as `ONNX`. */
  readonly label: string;
  /** What its files are usually called. */
  readonly extensions: readonly string[];
  /** Whether bytes look like a file of this format. */
  readonly recognises: (bytes: Uint8Array) => boolean;
  readonly load: () => Promise<ReadModel>;
}

/** The formats that are read, in the order in which a file is asked whether it is one. */
export const TRAINED_FORMATS: readonly Format[] = [
  {
    label: 'Keras (HDF5)',
    extensions: ['.h5', '.hdf5'],
    recognises: isHdf5,
    load: async () => (await import('./keras/read-h5.ts')).readH5,
  },
  {
    label: 'Keras',
    extensions: ['.keras'],
    recognises: isKeras,
    load: async () => (await import('./keras/read-keras.ts')).readKeras,
  },
  {
    label: 'TensorFlow.js',
    extensions: ['.json'],
    recognises: isTfjs,
    load: async () => (await import('./tfjs/read-tfjs.ts')).readTfjs,
  },
  {
    label: 'TensorFlow Lite',
    extensions: ['.tflite'],
    recognises: isTflite,
    load: async () => (await import('./tflite/read-tflite.ts')).readTflite,
  },
  {
    label: 'ONNX',
    extensions: ['.onnx'],
    recognises: isOnnx,
    load: async () => (await import('./onnx/read-onnx.ts')).readOnnx,
  },
];
