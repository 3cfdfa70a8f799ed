import { field, numberField, textField } from '../../bytes/json-fields.ts';
import type { Tensor } from '../../bytes/tensor.ts';
import { countOfShape, shapeText } from '../../bytes/tensor.ts';
import { transposed } from '../../bytes/transposed.ts';
import { activationName } from '../../chain/activation-name.ts';
import { batchNormalisation, KERAS_EPSILON } from '../../chain/affine.ts';
import { DENSE_LAYERS } from '../../chain/refusals.ts';
import type { DenseStep, Step } from '../../chain/step.ts';
import { damaged, ImportError } from '../../import-error.ts';
import { refuseMore } from '../../refuse-more.ts';
import { printable } from '../../text/printable.ts';
import type { KerasLayer, LayerTensors } from './keras-layer.ts';
import { layerKind, refusal } from './refuse-layers.ts';

/** Steps out of the layers of a Keras model and the tensors of each. Throws an ImportError where tensors are missing or do not fit. */
export function kerasSteps(
  layers: readonly KerasLayer[],
  tensorsOf: (layer: KerasLayer) => LayerTensors,
): readonly Step[] {
  refuseMore(layers.filter((layer) => layerKind(layer) === 'dense').length, DENSE_LAYERS);
  return layers.map((layer) => stepOf(layer, tensorsOf));
}

function stepOf(layer: KerasLayer, tensorsOf: (layer: KerasLayer) => LayerTensors): Step {
  const { className } = layer;
  switch (layerKind(layer)) {
    case 'dense':
      return denseStep(layer, tensorsOf(layer));
    case 'activation':
      return { kind: 'activation', activation: activationOfLayer(layer) };
    case 'normalisation':
      return normalisationStep(layer, tensorsOf(layer));
    case 'pass':
      return { kind: 'pass', name: className };
    case 'left-out':
      return { kind: 'left-out', name: className };
    default:
      throw refusal(layer);
  }
}

/** A dense layer; its kernel has a row an input. */
function denseStep({ name, config }: KerasLayer, tensors: LayerTensors): DenseStep {
  const kernel = needed(tensors, { layer: name, names: ['kernel', 'W'] });
  const [inputs = 0, outputs = 0] = kernel.shape;
  if (countOfShape(kernel.shape, `the layer ${printable(name)}`) === 0 || kernel.shape.length !== 2) {
    throw misfit(name, `its weights are ${shapeText(kernel.shape)}, not inputs × outputs`);
  }
  // `bias` and `output_dim` are of Keras 1.
  const units = numberField(config, 'units') ?? numberField(config, 'output_dim');
  if (units !== undefined && units !== outputs) {
    throw misfit(name, `it is to have ${units} outputs, and its weights are ${shapeText(kernel.shape)}`);
  }
  const hasBias = (field(config, 'use_bias') ?? field(config, 'bias')) !== false;
  const bias = hasBias ? needed(tensors, { layer: name, names: ['bias', 'b'] }) : undefined;
  if (bias !== undefined && (bias.shape.length !== 1 || bias.shape[0] !== outputs)) {
    throw misfit(name, `it has ${outputs} outputs, and its biases are ${shapeText(bias.shape)}`);
  }
  return {
    kind: 'dense',
    name,
    inputs,
    outputs,
    weights: transposed(kernel.values(), inputs, outputs),
    bias: bias?.values(),
    activation: activationOf(config),
  };
}

function normalisationStep({ name, config }: KerasLayer, tensors: LayerTensors): Step {
  const read = (...names: readonly string[]) => {
    const tensor = needed(tensors, { layer: name, names });
    if (tensor.shape.length !== 1)
      throw misfit(name, `its values are ${shapeText(tensor.shape)}, not one a node`);
    return tensor.values();
  };
  const mean = read('moving_mean', 'running_mean');
  // Keras 1 calls the variance so.
  const variance = read('moving_variance', 'running_std');
  const gamma = field(config, 'scale') === false ? undefined : read('gamma');
  const beta = field(config, 'center') === false ? undefined : read('beta');
  if ([mean, gamma, beta].some((values) => values !== undefined && values.length !== variance.length)) {
    throw misfit(name, 'its values are not as many of each kind');
  }
  const epsilon = numberField(config, 'epsilon') ?? KERAS_EPSILON;
  return { kind: 'normalisation', name, ...batchNormalisation({ mean, variance, gamma, beta, epsilon }) };
}

function needed(
  tensors: LayerTensors,
  { layer, names }: { layer: string; names: readonly string[] },
): Tensor {
  const found = names.map((name) => tensors.get(name)).find((tensor) => tensor !== undefined);
  if (found !== undefined) return found;
  throw damaged(`the layer ${printable(layer)} has no ${names[0]}`);
}

function misfit(name: string, what: string): ImportError {
  return new ImportError('damaged', `The layer ${printable(name)} contradicts itself: ${what}.`);
}

/** An activation is a name; an object with a class, as a layer; or, in Keras 3, an object with a function's name. */
function activationOf(config: unknown): string {
  const activation = field(config, 'activation');
  if (typeof activation === 'string') return activationName(activation);
  const className = textField(activation, 'class_name');
  if (className === undefined) return 'linear';
  const inner = field(activation, 'config');
  if (className === 'function' && typeof inner === 'string') return activationName(inner);
  return activationOfLayer({ className, config: inner });
}

function activationOfLayer({ className, config }: Pick<KerasLayer, 'className' | 'config'>): string {
  if (className === 'Activation') return activationOf(config);
  if (className === 'ReLU') {
    if (numberField(config, 'max_value') === 6) return 'relu6';
    if ((numberField(config, 'negative_slope') ?? 0) > 0) return 'leakyrelu';
  }
  return activationName(className);
}
