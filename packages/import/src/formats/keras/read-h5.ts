import { parseJson } from '../../bytes/parse-json.ts';
import { ImportError } from '../../import-error.ts';
import type { FoundModel, ReadContext, ReadModel } from '../format.ts';
import { type Hdf5, openHdf5 } from '../hdf5/open-hdf5.ts';
import { kerasSteps } from './keras-steps.ts';
import { listedTensors } from './layer-tensors.ts';
import { layersOfModel } from './layers-of-model.ts';
import { weightsAlone } from './weights-alone.ts';

/** Reads HDF5 files as Keras 1 and 2 write them, and Keras 3 where it is asked to: whole models, and weights alone. */
export const readH5: ReadModel = async ([file], context) => {
  const hdf5 = openHdf5(file!.bytes);
  const [config] = hdf5.texts('', 'model_config') ?? [];
  return {
    format: 'Keras',
    producer: producerOf(hdf5),
    ...(config === undefined ? weightsOf(hdf5, context) : modelOf(hdf5, config)),
  };
};

/** Whole models have their weights in a group of its own, weights alone at the root. */
const WEIGHTS = 'model_weights';

function modelOf(hdf5: Hdf5, config: string): Pick<FoundModel, 'steps'> {
  const layers = layersOfModel(parseJson(new TextEncoder().encode(config)));
  const steps = kerasSteps(layers, ({ name }) => listedTensors(hdf5, { path: `${WEIGHTS}/${name}`, name }));
  return { steps };
}

function weightsOf(hdf5: Hdf5, context: ReadContext): Pick<FoundModel, 'steps' | 'notes'> {
  const path = hdf5.names('').includes(WEIGHTS) ? WEIGHTS : '';
  const found = weightsAlone(hdf5, { path, ...context });
  if (found !== undefined) return found;
  throw new ImportError(
    'unsupported',
    'It is an HDF5 file, but holds no network of Keras. Save the whole network with model.save("model.keras").',
  );
}

function producerOf(hdf5: Hdf5): string | undefined {
  const [version] = hdf5.texts('', 'keras_version') ?? hdf5.texts(WEIGHTS, 'keras_version') ?? [];
  return version === undefined ? undefined : `keras ${version}`;
}
