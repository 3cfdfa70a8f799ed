import { field } from '../../bytes/parse-json.ts';
import { transposed } from '../../bytes/transposed.ts';
import { activationName } from '../../chain/activation-name.ts';
import { countOfShape, shapeText } from '../../chain/arrays/named-array.ts';
import type { Step } from '../../chain/step.ts';
import { ImportError } from '../../import-error.ts';
import { IMPORT_LIMITS } from '../../limits.ts';
import { printable } from '../../text/printable.ts';
import { numberField, textField } from '../json-fields.ts';
import type { KerasLayer } from './keras-layer.ts';
import { LAYER_KINDS, refusal } from './refuse-layers.ts';
import type { LayerTensors, Tensor } from './tensor.ts';

/** Steps out of the layers of a Keras model and the tensors of each. Throws an ImportError where tensors are missing or do not fit. */
export function kerasSteps(
  layers: readonly KerasLayer[],
  tensorsOf: (layer: KerasLayer) => LayerTensors,
): readonly Step[] {
  const dense = layers.filter(({ className }) => LAYER_KINDS.get(className) === 'dense').length;
  if (dense > IMPORT_LIMITS.maxLayers) {
    const message = `It has ${dense} dense layers, and at most ${IMPORT_LIMITS.maxLayers} can be drawn.`;
    throw new ImportError('too-large', message);
  }
  return layers.map((layer) => stepOf(layer, tensorsOf));
}

function stepOf(layer: KerasLayer, tensorsOf: (layer: KerasLayer) => LayerTensors): Step {
  const { className, name, config } = layer;
  switch (LAYER_KINDS.get(className)) {
    case 'dense':
      return { ...denseStep(name, tensorsOf(layer), optionsOf(config)), activation: activationOf(config) };
    case 'activation':
      return { kind: 'activation', activation: activationOfLayer(layer) };
    case 'normalisation':
      return normalisationStep(name, tensorsOf(layer), optionsOf(config));
    case 'pass':
      return { kind: 'pass', name: className };
    case 'left-out':
      return { kind: 'left-out', name: className };
    default:
      throw refusal(layer);
  }
}

interface LayerOptions {
  readonly hasBias?: boolean;
  readonly units?: number | undefined;
  readonly hasScale?: boolean;
  readonly hasCenter?: boolean;
  readonly epsilon?: number | undefined;
}

function optionsOf(config: unknown): LayerOptions {
  return {
    // `bias` and `output_dim` are of Keras 1.
    hasBias: (field(config, 'use_bias') ?? field(config, 'bias')) !== false,
    units: numberField(config, 'units') ?? numberField(config, 'output_dim'),
    hasScale: field(config, 'scale') !== false,
    hasCenter: field(config, 'center') !== false,
    epsilon: numberField(config, 'epsilon'),
  };
}

/** A dense layer; its kernel has a row an input. */
function denseStep(
  name: string,
  tensors: LayerTensors,
  { hasBias = true, units }: LayerOptions = {},
): Extract<Step, { kind: 'dense' }> {
  const kernel = needed(tensors, { layer: name, names: ['kernel', 'W'] });
  const [inputs = 0, outputs = 0] = kernel.shape;
  if (countOfShape(name, kernel.shape) === 0 || kernel.shape.length !== 2) {
    throw misfit(name, `its weights are ${shapeText(kernel.shape)}, not inputs × outputs`);
  }
  if (units !== undefined && units !== outputs) {
    throw misfit(name, `it is to have ${units} outputs, and its weights are ${shapeText(kernel.shape)}`);
  }
  const bias = hasBias ? needed(tensors, { layer: name, names: ['bias', 'b'] }) : undefined;
  if (bias !== undefined && (bias.shape.length !== 1 || bias.shape[0] !== outputs)) {
    throw misfit(name, `it has ${outputs} outputs, and its biases are ${shapeText(bias.shape)}`);
  }
  return {
    kind: 'dense',
    name,
    inputs,
    outputs,
    weights: transposed(kernel.read(), inputs, outputs),
    ...(bias !== undefined && { bias: bias.read() }),
  };
}

/** A batch normalisation, (x − mean) / √(variance + epsilon) · gamma + beta. */
function normalisationStep(
  name: string,
  tensors: LayerTensors,
  { hasScale = true, hasCenter = true, epsilon = 0.001 }: LayerOptions = {},
): Step {
  const read = (...names: readonly string[]) => {
    const tensor = needed(tensors, { layer: name, names });
    if (tensor.shape.length !== 1)
      throw misfit(name, `its values are ${shapeText(tensor.shape)}, not one a node`);
    return tensor.read();
  };
  const mean = read('moving_mean', 'running_mean');
  // Keras 1 calls the variance so.
  const variance = read('moving_variance', 'running_std');
  const gamma = hasScale ? read('gamma') : variance.map(() => 1);
  const beta = hasCenter ? read('beta') : variance.map(() => 0);
  if ([mean, gamma, beta].some(({ length }) => length !== variance.length)) {
    throw misfit(name, 'its values are not as many of each kind');
  }
  const scale = Float64Array.from(variance, (value, i) => gamma[i]! / Math.sqrt(value + epsilon));
  const shift = Float64Array.from(beta, (value, i) => value - mean[i]! * scale[i]!);
  return { kind: 'normalisation', name, scale, shift };
}

function needed(
  tensors: LayerTensors,
  { layer, names }: { layer: string; names: readonly string[] },
): Tensor {
  const found = names.map((name) => tensors.get(name)).find((tensor) => tensor !== undefined);
  if (found !== undefined) return found;
  throw new ImportError('damaged', `It is damaged: the layer ${printable(layer)} has no ${names[0]}.`);
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
