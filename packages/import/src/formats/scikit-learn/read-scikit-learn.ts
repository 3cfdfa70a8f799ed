import { inflate } from '../../bytes/inflate.ts';
import { ImportError } from '../../import-error.ts';
import { IMPORT_LIMITS } from '../../limits.ts';
import type { ReadModel } from '../format.ts';
import { isPickle } from '../pickle/is-pickle.ts';
import { pickleWork, readPickle } from '../pickle/read-pickle.ts';
import { foundEstimator } from './found-estimator.ts';
import { joblibArray } from './joblib-array.ts';
import { packingOf } from './packing-of.ts';

/** Reads what pickle and joblib write of an estimator of scikit-learn. */
export const readScikitLearn: ReadModel = async ([file], { layerOrder }) => {
  const bytes = unpacked(file!.bytes);
  const work = pickleWork();
  const { value } = readPickle(bytes, {
    work,
    onBuilt: (object, cursor) => joblibArray(object, { bytes, cursor, work }),
  });
  return foundEstimator(value, layerOrder);
};

function unpacked(bytes: Uint8Array): Uint8Array {
  const packing = packingOf(bytes);
  if (packing === undefined) return bytes;
  if (packing !== 'gzip' && packing !== 'zlib') {
    const message = `It is packed with ${packing}, which cannot be read. Save it by joblib.dump(model, 'model.joblib'), or with compress='zlib'.`;
    throw new ImportError('unsupported', message);
  }
  const result = inflate(bytes, packing, IMPORT_LIMITS.maxMemberBytes);
  if (isPickle(result)) return result;
  throw new ImportError(
    'unsupported',
    `It is packed with ${packing}, and what is in it is no model. Unpack it first.`,
  );
}
