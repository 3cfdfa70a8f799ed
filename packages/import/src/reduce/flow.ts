import type { DenseLayer, Numbers } from '../trained-network.ts';

/**
 * The share of the flow that runs through each node: of the inputs first, then of the outputs of each layer. The flow through a
 * node is the sum over all paths through it, from any input to any output, of the product of |w| along the path, so it is equal
 * in every layer and the shares of a layer add up to 1; where nothing flows they all are 0. This is the quantity that SynFlow
 * conserves (Tanaka 2020). Found by one pass forwards and one backwards.
 */
export function flowShares(layers: readonly DenseLayer[]): Float64Array[] {
  const ahead: Float64Array[] = [new Float64Array(layers[0]!.inputs).fill(1)];
  for (const layer of layers) ahead.push(scaled(forwards(layer, ahead.at(-1)!)));
  const behind: Float64Array[] = [new Float64Array(layers.at(-1)!.outputs).fill(1)];
  for (const layer of layers.toReversed()) behind.unshift(scaled(backwards(layer, behind[0]!)));
  return ahead.map((flow, number) => {
    const after = behind[number]!;
    for (let node = 0; node < flow.length; node++) flow[node]! *= after[node]!;
    const total = sum(flow);
    if (total > 0) for (let node = 0; node < flow.length; node++) flow[node]! /= total;
    return flow;
  });
}

/** The sum of |w| of all connections of each node, in shares of the largest weight: how strong nodes are where nothing flows. */
export function strengths(layers: readonly DenseLayer[]): Float64Array[] {
  const scale = Math.min(...layers.map(({ weights }) => scaleOf(weights)));
  const result = [
    new Float64Array(layers[0]!.inputs),
    ...layers.map(({ outputs }) => new Float64Array(outputs)),
  ];
  for (const [number, { inputs, outputs, weights }] of layers.entries()) {
    for (let row = 0; row < outputs; row++) {
      for (let column = 0; column < inputs; column++) {
        const weight = scale * Math.abs(weights[row * inputs + column]!);
        result[number]![column]! += weight;
        result[number + 1]![row]! += weight;
      }
    }
  }
  return result;
}

/** The sum of numbers, one after another. */
export function sum(numbers: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < numbers.length; i++) total += numbers[i]!;
  return total;
}

function forwards({ inputs, outputs, weights }: DenseLayer, values: Float64Array): Float64Array {
  const scale = scaleOf(weights);
  const result = new Float64Array(outputs);
  for (let row = 0; row < outputs; row++) {
    for (let column = 0; column < inputs; column++) {
      result[row]! += scale * Math.abs(weights[row * inputs + column]!) * values[column]!;
    }
  }
  return result;
}

function backwards({ inputs, outputs, weights }: DenseLayer, values: Float64Array): Float64Array {
  const scale = scaleOf(weights);
  const result = new Float64Array(inputs);
  for (let row = 0; row < outputs; row++) {
    for (let column = 0; column < inputs; column++) {
      result[column]! += scale * Math.abs(weights[row * inputs + column]!) * values[row]!;
    }
  }
  return result;
}

/** Products of many layers leave the range of numbers, and only ratios within a layer mean something. */
function scaled(values: Float64Array): Float64Array {
  const scale = scaleOf(values);
  for (let i = 0; i < values.length; i++) values[i]! *= scale;
  return values;
}

/** What brings the largest of numbers to about 1. A power of two, since those change no digit: what was equal stays so. */
function scaleOf(numbers: Numbers): number {
  let largest = 0;
  for (let i = 0; i < numbers.length; i++) largest = Math.max(largest, Math.abs(numbers[i]!));
  return largest === 0 ? 1 : 2 ** -Math.max(-1000, Math.floor(Math.log2(largest)));
}
