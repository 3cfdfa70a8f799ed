import { isPickle } from '../pickle/is-pickle.ts';
import { packingOf } from './packing-of.ts';

/** Whether bytes look like a pickle, or something packed as joblib packs pickles; what they hold is seen when they are read. */
export function isScikitLearn(bytes: Uint8Array): boolean {
  return isPickle(bytes) || packingOf(bytes) !== undefined;
}
