import { hasMark } from '../../bytes/has-mark.ts';

/** Whether bytes look like TensorFlow Lite, whose mark stands behind the place of the model. */
export function isTflite(bytes: Uint8Array): boolean {
  return hasMark(bytes, 'TFL3', 4);
}
