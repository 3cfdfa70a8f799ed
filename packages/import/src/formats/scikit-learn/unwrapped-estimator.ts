import { ImportError } from '../../import-error.ts';
import { printable } from '../../text/printable.ts';
import {
  attributesOf,
  describe,
  entriesOf,
  firstOf,
  isObject,
  lastName,
  madeBy,
  type PickleValue,
} from '../pickle/pickle-value.ts';

/** An estimator without what it is wrapped in. */
export interface UnwrappedEstimator {
  readonly estimator: PickleValue;
  /** What the inputs go through before it, in this order. */
  readonly before: readonly PickleValue[];
  /** What the outputs go through behind it. */
  readonly behind: readonly PickleValue[];
  /** Objects that were saved together with it. */
  readonly beside: readonly PickleValue[];
}

/** As many wrappers may lie in each other. */
const MOST_WRAPPERS = 16;

/** The estimator that a search found to be the best, that stands at the end of a Pipeline, or that is the only one in a dictionary. Throws an ImportError where there is none. */
export function unwrappedEstimator(root: PickleValue): UnwrappedEstimator {
  let estimator = root;
  const before: PickleValue[] = [];
  const behind: PickleValue[] = [];
  const beside: PickleValue[] = [];
  for (let depth = 0; depth < MOST_WRAPPERS; depth++) {
    const name = classNameOf(estimator);
    const attributes = attributesOf(estimator);
    if (name.endsWith('SearchCV')) estimator = inner(name, attributes.get('best_estimator_'));
    else if (name === 'TransformedTargetRegressor') {
      behind.unshift(estimator);
      estimator = inner(name, attributes.get('regressor_'));
    } else if (name === 'Pipeline') {
      const parts = partsOf(attributes.get('steps'));
      before.push(...parts.slice(0, -1));
      estimator = inner(name, parts.at(-1));
    } else {
      const all = Array.isArray(estimator) ? estimator : (entriesOf(estimator)?.values() ?? []);
      const parts = firstOf(all, MOST_PARTS);
      const [model, ...more] = parts.filter((part) => MODEL.test(classNameOf(part)));
      if (model === undefined || more.length > 0) break;
      beside.push(...parts.filter((part) => part !== model && madeBy(part).startsWith('sklearn.')));
      estimator = model;
    }
  }
  return { estimator, before, behind, beside };
}

const MOST_PARTS = 64;
const MODEL = /^MLP(Classifier|Regressor)$|^Pipeline$|SearchCV$/;

/** The class of an estimator without its package; what a person would call it for all else. */
export function classNameOf(value: PickleValue): string {
  const name = madeBy(value);
  return name === '' ? describe(value) : printable(lastName(name));
}

/** The parts of a Pipeline, which is a list of names with parts; a part that passes everything on is a text. */
function partsOf(steps: PickleValue | undefined): readonly PickleValue[] {
  const pairs = Array.isArray(steps) ? steps : [];
  return pairs.flatMap((pair) => (Array.isArray(pair) && isObject(pair[1]) ? [pair[1]] : []));
}

function inner(name: string, value: PickleValue | undefined): PickleValue {
  if (isObject(value)) return value;
  const message = `It holds a ${name} without a trained model. Call fit before you save it.`;
  throw new ImportError('unsupported', message);
}
