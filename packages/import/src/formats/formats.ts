import { isCsv } from './csv/is-csv.ts';
import type { ReadModel } from './format.ts';
import { isJsonNetwork } from './json/is-json-network.ts';
import { isHdf5, isKeras } from './keras/keras-file.ts';
import { isNumpy } from './numpy/is-numpy.ts';
import { isOnnx } from './onnx/is-onnx.ts';
import { isPyTorch } from './pytorch/is-pytorch.ts';
import { isSafetensors } from './safetensors/is-safetensors.ts';
import { isScikitLearn } from './scikit-learn/is-scikit-learn.ts';
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
  /** Whether it reads all files that are given, and not those alone that the first one names. */
  readonly readsAll?: true;
}

/**
 * The formats that are read, in the order in which a file is asked whether it is one: what has no mark of its own comes last.
 * Safetensors comes before pickles: the length that it begins with may look like their mark, or like that of zlib.
 */
export const TRAINED_FORMATS: readonly Format[] = [
  {
    label: 'Keras (HDF5)',
    extensions: ['.h5', '.hdf5'],
    recognises: isHdf5,
    load: async () => (await import('./keras/read-h5.ts')).readH5,
  },
  {
    label: 'TFLite',
    extensions: ['.tflite'],
    recognises: isTflite,
    load: async () => (await import('./tflite/read-tflite.ts')).readTflite,
  },
  {
    label: 'Keras',
    extensions: ['.keras'],
    recognises: isKeras,
    load: async () => (await import('./keras/read-keras.ts')).readKeras,
  },
  {
    label: 'safetensors',
    extensions: ['.safetensors'],
    recognises: isSafetensors,
    readsAll: true,
    load: async () => (await import('./safetensors/read-safetensors.ts')).readSafetensors,
  },
  {
    label: 'PyTorch',
    extensions: ['.pt', '.pth'],
    recognises: isPyTorch,
    load: async () => (await import('./pytorch/read-pytorch.ts')).readPyTorch,
  },
  {
    label: 'scikit-learn',
    extensions: ['.pkl', '.joblib'],
    recognises: isScikitLearn,
    load: async () => (await import('./scikit-learn/read-scikit-learn.ts')).readScikitLearn,
  },
  {
    label: 'NumPy',
    extensions: ['.npz', '.npy'],
    recognises: isNumpy,
    load: async () => (await import('./numpy/read-numpy.ts')).readNumpy,
    readsAll: true,
  },
  {
    label: 'TensorFlow.js',
    extensions: ['.json'],
    recognises: isTfjs,
    load: async () => (await import('./tfjs/read-tfjs.ts')).readTfjs,
  },
  {
    label: 'JSON',
    extensions: ['.json'],
    recognises: isJsonNetwork,
    load: async () => (await import('./json/read-json.ts')).readJson,
  },
  {
    label: 'CSV',
    extensions: ['.csv', '.tsv', '.txt'],
    recognises: isCsv,
    load: async () => (await import('./csv/read-csv.ts')).readCsv,
    readsAll: true,
  },
  {
    label: 'ONNX',
    extensions: ['.onnx'],
    recognises: isOnnx,
    load: async () => (await import('./onnx/read-onnx.ts')).readOnnx,
  },
];
