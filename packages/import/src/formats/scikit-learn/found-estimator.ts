import { transposed } from '../../bytes/transposed.ts';
import type { NamedArray } from '../../chain/arrays/named-array.ts';
import { stepsOfArrays } from '../../chain/arrays/steps-of-arrays.ts';
import type { Step } from '../../chain/step.ts';
import { unknownActivations } from '../../chain/unknown-activations.ts';
import { ImportError } from '../../import-error.ts';
import { IMPORT_LIMITS } from '../../limits.ts';
import { printable } from '../../text/printable.ts';
import type { Note, Numbers } from '../../trained-network.ts';
import type { FoundModel } from '../format.ts';
import {
  attributesOf,
  describe,
  entriesOf,
  firstOf,
  madeBy,
  nameOf,
  type PickleValue,
} from '../pickle/pickle-value.ts';
import { type Attributes, estimatorSteps, perceptronSteps, refuseLarge } from './estimator-steps.ts';
import { type NumpyArray, numbersOf, numpyArray, textsOf } from './numpy-array.ts';
import { classNameOf, unwrappedEstimator } from './unwrapped-estimator.ts';

/** The network in what was pickled: an estimator, alone or in what it is wrapped in, or matrices in a dictionary. Throws an ImportError for all else, which it names. */
export function foundEstimator(root: PickleValue, layerOrder?: readonly string[]): FoundModel {
  const { estimator, before, behind, beside } = unwrappedEstimator(root);
  const attributes = attributesOf(estimator);
  const steps = estimatorSteps(classNameOf(estimator), attributes);
  if (steps === undefined) return foundArrays(estimator, layerOrder);
  const sizes = [...before, estimator].map((part) => attributesOf(part).get('n_features_in_'));
  const version = attributes.get('_sklearn_version');
  return {
    format: 'scikit-learn',
    producer: typeof version === 'string' ? `scikit-learn ${printable(version)}` : undefined,
    steps: [
      ...before.map((part, i): Step => leftOut(transformerName(part, sizes[i], sizes[i + 1]))),
      ...steps,
      ...behind.map((part): Step => leftOut(classNameOf(part))),
    ],
    ...namesOf([...before, estimator], steps),
    notes: [
      ...beside.map((part): Note => ({ code: 'left-out', text: `beside the network: ${classNameOf(part)}` })),
      ...unknownActivations(steps),
    ],
  };
}

function leftOut(name: string): Step {
  return { kind: 'left-out', name };
}

function transformerName(
  part: PickleValue,
  inputs: PickleValue | undefined,
  outputs: PickleValue | undefined,
): string {
  const isChanging = typeof inputs === 'number' && typeof outputs === 'number' && inputs !== outputs;
  return classNameOf(part) + (isChanging ? ` (makes ${outputs} inputs of ${inputs})` : '');
}

/** Names of columns are kept where they came in; those of classes in the estimator. */
function namesOf(
  parts: readonly PickleValue[],
  steps: readonly Step[],
): Pick<FoundModel, 'inputNames' | 'outputNames'> {
  const dense = steps.filter((step) => step.kind === 'dense');
  const inputs = dense[0]?.inputs ?? 0;
  const outputs = dense.at(-1)?.outputs ?? 0;
  const isSameColumns = parts.slice(0, -1).every((part) => KEEPS_COLUMNS.test(classNameOf(part)));
  const attribute = (part: PickleValue | undefined, name: string) => numpyArray(attributesOf(part).get(name));
  return {
    inputNames: isSameColumns ? textsOf(attribute(parts[0], 'feature_names_in_'), inputs) : undefined,
    // Of two classes there is one output.
    outputNames: textsOf(attribute(parts.at(-1), 'classes_'), outputs),
  };
}

const KEEPS_COLUMNS = /Scaler$|^(Normalizer|PowerTransformer|QuantileTransformer)$/;

/** Matrices that somebody put into a dictionary, a list or an object. */
function foundArrays(value: PickleValue, layerOrder: readonly string[] | undefined): FoundModel {
  const entries = namedValues(value);
  if (entries?.has('coefs_')) {
    const steps = perceptronSteps(entries);
    return { format: 'pickle', steps, notes: unknownActivations(steps) };
  }
  const arrays = namedArrays(entries);
  if (arrays.length === 0) throw otherThing(value);
  const options = {
    layout: 'input-output',
    isOrdered: true,
    layerOrder,
  } as const;
  return { format: 'pickle', ...stepsOfArrays(arrays, options) };
}

/** What stands under names in a dictionary, a list, or an object of a class of one's own. */
function namedValues(value: PickleValue): Attributes | undefined {
  if (Array.isArray(value)) return new Map(value.entries());
  return entriesOf(value) ?? (madeBy(value).startsWith('sklearn.') ? undefined : attributesOf(value));
}

function namedArrays(entries: Attributes | undefined): readonly NamedArray[] {
  const arrays = firstOf(entries ?? [], IMPORT_LIMITS.maxTensors + 1).flatMap(([key, value]) => {
    const name = nameOf(key);
    if (!Array.isArray(value)) return namedArray(name, value);
    return firstOf(value, IMPORT_LIMITS.maxLayers + 1).flatMap((item, i) => namedArray(`${name}_${i}`, item));
  });
  refuseLarge(arrays.map(({ array }) => array));
  return arrays.map(({ name, array }) => ({ name, shape: array.shape, values: () => rowsOf(array) }));
}

function namedArray(name: string, value: PickleValue): readonly { name: string; array: NumpyArray }[] {
  const array = numpyArray(value);
  return array === undefined ? [] : [{ name, array }];
}

/** The numbers of a matrix, one row after another. */
function rowsOf(array: NumpyArray): Numbers {
  const [rows = 1, columns = 1] = array.shape;
  return array.isFortran ? transposed(numbersOf(array), columns, rows) : numbersOf(array);
}

function otherThing(value: PickleValue): ImportError {
  const isTorch = [value, ...firstOf(entriesOf(value)?.values() ?? [], 10)].some((part) =>
    madeBy(part).startsWith('torch.'),
  );
  const remedy = isTorch
    ? "Save networks of PyTorch by torch.save(model.state_dict(), 'model.pt')."
    : 'Of scikit-learn, multilayer perceptrons and linear models can be read, such as MLPClassifier.';
  return new ImportError(
    'unsupported',
    `It is a pickle of ${describe(value)}, which is no network of dense layers. ${remedy}`,
  );
}
