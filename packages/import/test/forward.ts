import type { DenseLayer, TrainedNetwork } from '../src/index.ts';

/** What a network gives for one input. `activations` stand in for those that the file does not say. */
export function forward(
  { layers }: Pick<TrainedNetwork, 'layers'>,
  input: readonly number[],
  activations: readonly (string | undefined)[] = [],
): number[] {
  return layers.reduce(
    (values, layer, i) => activate(layer.activation ?? activations[i] ?? 'linear', affine(layer, values)),
    [...input],
  );
}

function affine({ inputs, outputs, weights, bias }: DenseLayer, values: readonly number[]): number[] {
  return Array.from({ length: outputs }, (_, row) => {
    let sum = bias?.[row] ?? 0;
    for (let column = 0; column < inputs; column++) sum += weights[row * inputs + column]! * values[column]!;
    return sum;
  });
}

function activate(activation: string, values: readonly number[]): number[] {
  const each = EACH[activation];
  if (each !== undefined) return values.map(each);
  if (activation !== 'softmax') throw new Error(`No such activation here: ${activation}`);
  const most = Math.max(...values);
  const powers = values.map((value) => Math.exp(value - most));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

const EACH: Readonly<Record<string, (value: number) => number>> = {
  linear: (value) => value,
  relu: (value) => Math.max(0, value),
  leakyrelu: (value) => (value < 0 ? 0.3 * value : value),
  sigmoid: (value) => 1 / (1 + Math.exp(-value)),
  tanh: Math.tanh,
  relu6: (value) => Math.min(6, Math.max(0, value)),
  elu: (value) => (value < 0 ? Math.expm1(value) : value),
  softplus: (value) => Math.log1p(Math.exp(value)),
  swish: (value) => value / (1 + Math.exp(-value)),
  mish: (value) => value * Math.tanh(Math.log1p(Math.exp(value))),
  hardswish: (value) => (value * Math.min(6, Math.max(0, value + 3))) / 6,
  gelu: (value) => value * normalDistribution(value),
};

/** The share of a normal distribution that lies below a value, by adding up its density (Simpson's rule). */
function normalDistribution(value: number): number {
  const density = (x: number) => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
  const step = value / 400;
  let sum = density(0) + density(value);
  for (let i = 1; i < 400; i++) sum += density(i * step) * (i % 2 === 0 ? 2 : 4);
  return 0.5 + (sum * step) / 3;
}
