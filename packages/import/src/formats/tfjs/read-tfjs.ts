import { field, textField } from '../../bytes/json-fields.ts';
import { parseJson } from '../../bytes/parse-json.ts';
import { ImportError } from '../../import-error.ts';
import { printable } from '../../text/printable.ts';
import type { ReadModel } from '../format.ts';
import { kerasSteps } from '../keras/keras-steps.ts';
import { layersOfModel } from '../keras/layers-of-model.ts';
import { columnNames } from './column-names.ts';
import { manifestTensors } from './manifest-tensors.ts';
import { shardsOf } from './shards-of.ts';

/** Reads layers models of TensorFlow.js, and ml5's, which are such a model with a description of inputs and outputs beside it. */
export const readTfjs: ReadModel = async ([file], { beside }) => {
  const json = parseJson(file!.bytes);
  const topology = field(json, 'modelTopology');
  if (textField(json, 'format') === 'graph-model' || field(topology, 'node') !== undefined)
    throw graphModel();
  // The converter of Keras' files puts the configuration one level deeper.
  const layers = layersOfModel(field(topology, 'model_config') ?? topology);
  const manifest = field(json, 'weightsManifest');
  const tensors = manifestTensors(manifest, await shardsOf(manifest, beside));
  const meta = await beside(metaName(file!.name));
  const description = meta && parseJson(meta);
  return {
    format: description === undefined ? 'TensorFlow.js' : 'ml5',
    producer: producerOf(json, topology),
    steps: kerasSteps(layers, ({ name }) => tensors.get(name) ?? new Map()),
    inputNames: columnNames(field(description, 'inputs')),
    outputNames: columnNames(field(description, 'outputs')),
  };
};

/** ml5 writes `model.json`, `model_meta.json` and `model.weights.bin`. */
function metaName(name: string): string {
  return `${name.replace(/\.json$/i, '')}_meta.json`;
}

function producerOf(json: unknown, topology: unknown): string | undefined {
  const text = textField(json, 'generatedBy') ?? textField(topology, 'keras_version');
  return text && printable(text);
}

function graphModel(): ImportError {
  return new ImportError(
    'unsupported',
    'It is a graph model of TensorFlow.js, which has operations in place of layers. Convert the network with --output_format=tfjs_layers_model, or give the Keras file that it was made from.',
  );
}
