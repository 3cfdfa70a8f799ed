import type { NamedArray } from '../../chain/arrays/named-array.ts';
import { stepsOfArrays } from '../../chain/arrays/steps-of-arrays.ts';
import { IMPORT_LIMITS } from '../../limits.ts';
import type { FoundModel } from '../format.ts';
import type { Hdf5 } from '../hdf5/open-hdf5.ts';
import type { LayerTensors } from './keras-layer.ts';
import { containerOf, listedNames, listedTensors } from './layer-tensors.ts';

/** Where weights are, and in which order. */
export interface WeightsAloneOptions {
  /** The group with a group a layer. */
  readonly path: string;
  readonly layerOrder?: readonly string[] | undefined;
}

/** The layers of a file that keeps weights without a configuration; `undefined` where it is none of Keras. */
export function weightsAlone(
  hdf5: Hdf5,
  { path, layerOrder }: WeightsAloneOptions,
): Pick<FoundModel, 'steps' | 'notes'> | undefined {
  const listed = listedNames(hdf5, { path, attribute: 'layer_names' });
  const arrays = listed === undefined ? countedArrays(hdf5) : listedArrays(hdf5, { path, names: listed });
  if (arrays.length === 0) return undefined;
  return stepsOfArrays(arrays, {
    layout: 'input-output',
    isOrdered: listed !== undefined,
    layerOrder,
  });
}

/** Keras 1 and 2 list the layers in their order. */
function listedArrays(
  hdf5: Hdf5,
  { path, names }: { path: string; names: readonly string[] },
): readonly NamedArray[] {
  return names.flatMap((name) => namedArrays(name, listedTensors(hdf5, { path: `${path}/${name}`, name })));
}

/** Keras 3 numbers them by class. */
function countedArrays(hdf5: Hdf5): readonly NamedArray[] {
  const container = containerOf(hdf5);
  if (container === undefined) return [];
  return hdf5.names(container).flatMap((key) => {
    const path = `${container}/${key}/vars`;
    const [name = key] = hdf5.texts(path, 'name') ?? [];
    return namedArrays(name, tensorsByRole(hdf5, path));
  });
}

/** What numbered variables are, by their shapes: a matrix is a kernel, four lists of numbers are those of a batch normalisation. */
function tensorsByRole(hdf5: Hdf5, path: string): LayerTensors {
  const count = Math.min(hdf5.names(path).length, IMPORT_LIMITS.maxTensors);
  const tensors = Array.from({ length: count }, (_, i) => hdf5.tensor(`${path}/${i}`));
  const roles = tensors[0]?.shape.length === 1 ? NORMALISATION : DENSE;
  return new Map(
    tensors.flatMap((tensor, i) => (tensor === undefined ? [] : [[roles[i] ?? `${i}`, tensor] as const])),
  );
}

const DENSE = ['kernel', 'bias'];
const NORMALISATION = ['gamma', 'beta', 'moving_mean', 'moving_variance'];

function namedArrays(layer: string, tensors: LayerTensors): readonly NamedArray[] {
  return [...tensors].map(([name, tensor]) => ({ ...tensor, name: `${layer}/${KERAS_1.get(name) ?? name}` }));
}

const KERAS_1: ReadonlyMap<string, string> = new Map([
  ['W', 'kernel'],
  ['b', 'bias'],
  ['running_mean', 'moving_mean'],
  ['running_std', 'moving_variance'],
]);
