import { numbersIn, shapeText } from '../../bytes/tensor.ts';
import { transposed } from '../../bytes/transposed.ts';
import { activationName } from '../../chain/activation-name.ts';
import { DENSE_LAYERS } from '../../chain/dense-layers.ts';
import type { DenseStep, Step } from '../../chain/step.ts';
import { damaged, ImportError } from '../../import-error.ts';
import { IMPORT_LIMITS } from '../../limits.ts';
import { refuseMore } from '../../refuse-more.ts';
import type { Numbers } from '../../trained-network.ts';
import type { PickleValue } from '../pickle/pickle-value.ts';
import { type NumpyArray, numbersOf, numpyArray } from './numpy-array.ts';

/** What Python keeps in an object, by its names. */
export type Attributes = ReadonlyMap<PickleValue, PickleValue>;

/** The steps of an estimator by its class; `undefined` for a class that is no network of dense layers. Throws an ImportError where it was not trained. */
export function estimatorSteps(className: string, attributes: Attributes): readonly Step[] | undefined {
  if (/^MLP(Classifier|Regressor)$/.test(className)) return perceptronSteps(attributes);
  return LINEAR_MODELS.has(className) ? linearSteps(className, attributes) : undefined;
}

/** Classes that are one dense layer. */
const LINEAR_MODELS: ReadonlySet<string> = new Set([
  'LogisticRegression',
  'LinearRegression',
  'Ridge',
  'Lasso',
  'ElasticNet',
  'Perceptron',
  'LinearSVC',
]);

/** The layers that lists of matrices and of biases are, with a row for each input. */
export function perceptronSteps(attributes: Attributes): readonly Step[] {
  const weights = arraysOf(attributes, 'coefs_');
  const biases = arraysOf(attributes, 'intercepts_');
  if (biases.length !== weights.length) {
    throw damaged(`${weights.length} matrices have ${biases.length} lists of biases`);
  }
  refuseLarge([...weights, ...biases]);
  return weights.map((weight, i): Step => {
    const name = `coefs_[${i}]`;
    const [inputs, outputs] = weight.shape;
    if (inputs === undefined || outputs === undefined || weight.shape.length !== 2) {
      throw damaged(`${name} has ${shapeText(weight.shape)}`);
    }
    const activation = attributes.get(i === weights.length - 1 ? 'out_activation_' : 'activation');
    return {
      kind: 'dense',
      name,
      inputs,
      outputs,
      // In Fortran's order a row for each output already.
      weights: weight.isFortran ? numbersOf(weight) : transposed(numbersOf(weight), inputs, outputs),
      bias: numbersOf(biases[i]!),
      activation: typeof activation === 'string' ? activationName(activation) : undefined,
    };
  });
}

function arraysOf(attributes: Attributes, name: string): readonly NumpyArray[] {
  const list = attributes.get(name);
  if (list === undefined) throw untrained(name);
  if (!Array.isArray(list)) throw damaged(`${name} is no list`);
  refuseMore(list.length, DENSE_LAYERS);
  return list.map((item, i) => {
    const array = numpyArray(item);
    if (array === undefined) throw damaged(`${name}[${i}] is no array`);
    return array;
  });
}

/** `coef_` has a row for each output, or is the row of the only one; `intercept_` may be one number for all. */
function linearSteps(className: string, attributes: Attributes): readonly Step[] {
  const coefficients = attributes.get('coef_');
  if (coefficients === undefined) throw untrained('coef_');
  const weight = numpyArray(coefficients);
  if (weight?.shape.length !== 1 && weight?.shape.length !== 2) throw damaged('coef_ is no matrix');
  refuseLarge([weight]);
  const [inputs = 1, outputs = 1] = weight.shape.toReversed();
  const numbers = numbersOf(weight);
  const step: DenseStep = {
    kind: 'dense',
    name: 'coef_',
    inputs,
    outputs,
    weights: weight.isFortran && weight.shape.length === 2 ? transposed(numbers, inputs, outputs) : numbers,
    bias: intercepts(attributes.get('intercept_'), outputs),
  };
  if (className !== 'LogisticRegression') return [{ ...step, activation: 'linear' }];
  return logisticSteps(step, attributes);
}

function intercepts(value: PickleValue | undefined, outputs: number): Numbers {
  if (typeof value === 'number') return new Float64Array(outputs).fill(value);
  const array = numpyArray(value);
  if (array === undefined) throw damaged('intercept_ is no array');
  refuseLarge([array]);
  const numbers = numbersOf(array);
  return numbers.length === 1 ? new Float64Array(outputs).fill(numbers[0]!) : numbers;
}

/** As `predict_proba` has it. */
function logisticSteps(step: DenseStep, attributes: Attributes): readonly Step[] {
  const strategy = attributes.get('multi_class') ?? 'auto';
  if (step.outputs === 1) return [strategy === 'multinomial' ? step : { ...step, activation: 'sigmoid' }];
  const isEachAlone = strategy === 'ovr' || (strategy === 'auto' && attributes.get('solver') === 'liblinear');
  if (!isEachAlone) return [{ ...step, activation: 'softmax' }];
  return [
    { ...step, activation: 'sigmoid' },
    { kind: 'left-out', name: 'division by the sum of the outputs' },
  ];
}

/** Throws an ImportError for arrays with too many numbers together: they may be the same one many times. */
export function refuseLarge(arrays: readonly NumpyArray[]): void {
  const bytes = arrays.reduce((sum, { shape }) => sum + 8 * numbersIn(shape), 0);
  refuseMore(bytes, { most: IMPORT_LIMITS.maxBytes, of: 'bytes', subject: 'Its weights have' });
}

function untrained(name: string): ImportError {
  return new ImportError(
    'unsupported',
    `It was not trained: it has no ${name}. Call fit before you save it.`,
  );
}
