import { isShape, numbersIn } from '../../bytes/tensor.ts';
import type { ByteCursor } from '../pickle/byte-cursor.ts';
import { senseless } from '../pickle/pickle-constant.ts';
import { attributesOf, madeBy, type PickleObject, type PickleValue } from '../pickle/pickle-value.ts';
import { type PickleWork, readPickle } from '../pickle/read-pickle.ts';
import { numpyType } from './numpy-array.ts';

/**
 * joblib writes the numbers of an array into the stream, directly behind an object that describes it. Gives the array as numpy
 * itself would have pickled it, and reads on behind it; all other objects stay what they are.
 */
export function joblibArray(object: PickleObject, { bytes, cursor, work }: Stream): PickleValue {
  // Old scikit-learn has a joblib of its own: sklearn.externals.joblib.
  if (!madeBy(object).endsWith('joblib.numpy_pickle.NumpyArrayWrapper')) return object;
  const attributes = attributesOf(object);
  const type = numpyType(attributes.get('dtype'));
  const shape = attributes.get('shape');
  if (type === undefined || !isShape(shape)) throw senseless(cursor);
  if (type.type.startsWith('O')) {
    const { value, end } = readPickle(bytes, { at: cursor.at, work });
    cursor.at = end;
    return value;
  }
  // Since joblib 1.2 a byte says how many follow before the numbers begin at a round address.
  if (attributes.get('numpy_array_alignment_bytes') != null) cursor.bytes(cursor.byte());
  const data = cursor.bytes(numbersIn(shape) * itemBytes(type.type, cursor));
  return {
    kind: 'object',
    of: { kind: 'global', name: 'numpy.core.multiarray._reconstruct' },
    args: [],
    state: [1, [...shape], attributes.get('dtype')!, attributes.get('order') === 'F', data],
  };
}

interface Stream {
  readonly bytes: Uint8Array;
  readonly cursor: ByteCursor;
  readonly work: PickleWork;
}

function itemBytes(type: string, cursor: ByteCursor): number {
  const [, kind, size] = /^([a-zA-Z])(\d+)$/.exec(type) ?? [];
  if (size === undefined) throw senseless(cursor);
  return Number(size) * (kind === 'U' ? 4 : 1);
}
