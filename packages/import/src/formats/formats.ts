import type { ReadModel } from './format.ts';
import { isPyTorch } from './pytorch/is-pytorch.ts';
import { isScikitLearn } from './scikit-learn/is-scikit-learn.ts';

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
];
