import { stepsOfArrays } from '../../chain/steps-of-arrays.ts';
import type { Step } from '../../chain/step.ts';
import { ImportError } from '../../import-error.ts';
import type { FoundModel } from '../format.ts';
import { attributesOf, describe, entriesOf, madeBy, nameOf, type PickleValue, short } from '../pickle/pickle-value.ts';
import { type Attributes, linearModel, multilayerPerceptron } from './estimator-steps.ts';
import { numbersOf, numpyArray, textsOf } from './numpy-array.ts';

/** The network in what was pickled: an estimator, alone, found by a search, or at the end of a Pipeline; or matrices in a dictionary. Throws an ImportError for all else, which it names. */
export function foundEstimator(root: PickleValue): FoundModel {
  const { estimator, transformers } = unwrapped(root);
  const isPlain = entriesOf(estimator)?.has('coefs_') === true;
  const attributes = isPlain ? entriesOf(estimator)! : attributesOf(estimator);
  const steps = stepsOf(className(estimator), attributes);
  if (steps === undefined) return foundArrays(root);
  ...
}
