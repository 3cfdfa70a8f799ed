import { mapped } from '../bytes/mapped.ts';
import type { Numbers } from '../trained-network.ts';
import type { DenseStep } from './step.ts';

/** What is done to each value: it is multiplied by `scale`, then `shift` is added. */
export interface Affine {
  readonly scale: Numbers;
  readonly shift: Numbers;
}

/** What training leaves of a batch normalisation. */
export interface BatchNormalisation {
  readonly mean: Numbers;
  readonly variance: Numbers;
  /** 1 if left out. */
  readonly gamma?: Numbers | undefined;
  /** 0 if left out. */
  readonly beta?: Numbers | undefined;
  readonly epsilon: number;
}

/** A batch normalisation as it is after training: (x − mean) / √(variance + ε) · γ + β (Ioffe and Szegedy 2015). */
export function batchNormalisation({ mean, variance, gamma, beta, epsilon }: BatchNormalisation): Affine {
  const scale = mapped(variance, (value, i) => (gamma?.[i] ?? 1) / Math.sqrt(value + epsilon));
  return { scale, shift: mapped(scale, (value, i) => (beta?.[i] ?? 0) - mean[i]! * value) };
}

/** What these libraries add to a variance unless told otherwise. */
export const TORCH_EPSILON = 1e-5;
export const KERAS_EPSILON = 1e-3;

/** First one, then the other. */
export function composed(one: Affine, other: Affine): Affine {
  return {
    scale: mapped(one.scale, (value, i) => value * other.scale[i]!),
    shift: mapped(one.shift, (value, i) => value * other.scale[i]! + other.shift[i]!),
  };
}

/** A dense layer with what is done to its outputs: scale · (W x + b) + shift. Where nothing is multiplied, its weights stay as they are. */
export function foldedBehind<Layer extends Foldable>(
  layer: Layer,
  { scale, shift }: Partial<Affine> & Pick<Affine, 'shift'>,
): Layer {
  const { inputs, weights, bias } = layer;
  return {
    ...layer,
    ...(scale && { weights: mapped(weights, (weight, i) => weight * scale[Math.floor(i / inputs)]!) }),
    bias: mapped(shift, (value, row) => (bias?.[row] ?? 0) * (scale?.[row] ?? 1) + value),
  };
}

/** A dense layer with what is done to its inputs: W (scale · x + shift) + b. */
export function foldedInto<Layer extends Foldable>(layer: Layer, { scale, shift }: Affine): Layer {
  const { inputs, outputs, weights } = layer;
  const bias = layer.bias === undefined ? new Float64Array(outputs) : new Float64Array(layer.bias);
  for (let row = 0; row < outputs; row++) {
    for (let column = 0; column < inputs; column++)
      bias[row]! += weights[row * inputs + column]! * shift[column]!;
  }
  return { ...layer, weights: mapped(weights, (weight, i) => weight * scale[i % inputs]!), bias };
}

type Foldable = Pick<DenseStep, 'inputs' | 'outputs' | 'weights' | 'bias'>;
