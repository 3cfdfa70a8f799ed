import { field } from '../../bytes/json-fields.ts';
import type { Tensor } from '../../bytes/tensor.ts';
import type { Hdf5 } from '../hdf5/open-hdf5.ts';
import type { KerasLayer, LayerTensors } from './keras-layer.ts';

/** The tensors of a layer in an HDF5 file of Keras 1 or 2, or of Keras 3 where it writes such a file: listed in an attribute. */
export function listedTensors(hdf5: Hdf5, { path, name }: { path: string; name: string }): LayerTensors {
  const listed = listedNames(hdf5, { path, attribute: 'weight_names' });
  const tensors: Iterable<readonly [string, Tensor | undefined]> =
    listed?.map((weight) => [weight, hdf5.tensor(`${path}/${weight}`)]) ?? hdf5.tensorsUnder(path);
  return new Map(
    [...tensors].flatMap(([weight, tensor]) =>
      tensor === undefined ? [] : [[plainName(weight, name), tensor] as const],
    ),
  );
}

/** A list of names in an attribute; Keras splits long ones into `layer_names0`, `layer_names1` and so on. */
export function listedNames(
  hdf5: Hdf5,
  { path, attribute }: { path: string; attribute: string },
): readonly string[] | undefined {
  const whole = hdf5.texts(path, attribute);
  if (whole !== undefined) return whole;
  const names: string[] = [];
  for (let i = 0; ; i++) {
    const piece = hdf5.texts(path, `${attribute}${i}`);
    if (piece === undefined) return i === 0 ? undefined : names;
    names.push(...piece);
  }
}

/** `kernel` of `dense_1/kernel:0`; `W` of the `dense_1_W` of Keras 1. */
function plainName(weight: string, layer: string): string {
  const name = weight.slice(weight.lastIndexOf('/') + 1).replace(/:\d+$/, '');
  return name.startsWith(`${layer}_`) ? name.slice(layer.length + 1) : name;
}

/** The tensors of a layer in the weights of Keras 3, which have numbers in place of names, and for layers a class and a count. */
export function countedTensors(hdf5: Hdf5): (layer: KerasLayer) => LayerTensors {
  const container = containerOf(hdf5) ?? '';
  const keys = hdf5.names(container);
  const keyByName = new Map(keys.map((key) => [hdf5.texts(`${container}/${key}/vars`, 'name')?.[0], key]));
  const known = new Set(keys);
  return (layer) => {
    const key = keyByName.get(layer.name) ?? (known.has(layer.key) ? layer.key : layer.name);
    return new Map(
      variableNames(layer).flatMap((name, i) => {
        const tensor = hdf5.tensor(`${container}/${key}/vars/${i}`);
        return tensor === undefined ? [] : [[name, tensor]];
      }),
    );
  };
}

/** The group of all layers in the weights of Keras 3 (in those of 2.12 another one); `undefined` in other files. */
export function containerOf(hdf5: Hdf5): string | undefined {
  return ['layers', '_layer_checkpoint_dependencies'].find((name) => hdf5.names(name).length > 0);
}

/** A layer's variables in the order in which Keras makes them. */
function variableNames({ className, config }: KerasLayer): readonly string[] {
  if (className === 'Dense') return ['kernel', 'bias'];
  return [
    ...(field(config, 'scale') === false ? [] : ['gamma']),
    ...(field(config, 'center') === false ? [] : ['beta']),
    'moving_mean',
    'moving_variance',
  ];
}
