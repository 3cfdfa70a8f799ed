import { expect, it } from 'vitest';
import { layout, type NetworkSpecInput, parseNetworkSpec } from '../../src/index.ts';
import { described } from '../../src/internal.ts';

const sceneOf = (input: NetworkSpecInput) => layout(parseNetworkSpec(input));
const inWords = (input: NetworkSpecInput) => described(sceneOf(input));

it('says no more than the layers of a network that is drawn whole', () => {
  expect(inWords({ layers: [2, 3] })).toBe('Neural network with layers 2,3');
});

it('says which nodes and connections are drawn, layer by layer and gap by gap', () => {
  const layers = [{ size: 784, shown: 2 }, 1, { name: 'out', size: 3, shown: [0, '…'] }];
  const weights = [[[1, -0.5]], [[null]]];
  expect(inWords({ layers, weights })).toBe(
    'Neural network with layers 784,1,3. Nodes drawn: 2 of 784 of layer 1; 1 of 3 of out. ' +
      'Connections drawn: 2 of 2, 0 of 0 (100, 0 % of their weight). ' +
      'Twice the weight is twice the area, compared within one gap; the thickest stand for 1, 0. Nodes without any connection: 1',
  );
});

it('counts what is drawn thicker than its weight asks', () => {
  expect(inWords({ layers: [2, 1], weights: [[[1, 0.01]]] })).toContain(
    '2 of 2 (100 % of their weight). Twice the weight is twice the area, compared within one gap; the thickest stand for 1. ' +
      '1 drawn thicker than the weight asks, so that no node stands alone',
  );
});

it('has numbers also for weights as large as numbers get', () => {
  const weights = [[[1.7e308, 1.7e308, -1.7e308, 1e-308]]];
  expect(inWords({ layers: [4, 1], weights })).toContain('4 of 4 (100 % of their weight)');
});

it('says the same in numbers', () => {
  const layers = [{ size: 784, shown: 2 }, 1, { name: 'out', size: 3, shown: [0, '…'] }];
  expect(sceneOf({ layers, weights: [[[1, -0.0625]], [[null]]] }).share).toEqual({
    layers: [
      { label: 'layer 1', size: 784, drawn: 2 },
      { label: 'layer 2', size: 1, drawn: 1 },
      { label: 'out', size: 3, drawn: 1 },
    ],
    thicknessBy: 'area',
    gaps: [
      {
        ...{ layers: [0, 1], connections: 2, drawn: 2, shareOfWeight: 1 },
        ...{ strongest: 1, atThickest: 1, clamped: 0, spared: 1 },
      },
      {
        ...{ layers: [1, 2], connections: 0, drawn: 0, shareOfWeight: 0 },
        ...{ strongest: 0, atThickest: 0, clamped: 0, spared: 0 },
      },
    ],
    lone: 1,
  });
  expect(sceneOf({ layers: [9, 2] })).not.toHaveProperty('share');
});

it('says of a trained network where it comes from, what flows through it, and what its nodes stand for', () => {
  const layers = [
    { name: 'inputs', size: 784, shown: [3, '…', 700], flow: 0.0312, labels: ['dark', 'light'] },
    { name: '1', size: 3, shown: [0, '…'], flow: 0.00042 },
  ];
  const trained = { file: 'mnist.onnx', format: 'ONNX', sha256: 'ab', biases: true };
  expect(inWords({ layers, weights: [[[2, -0.5]]], trained })).toBe(
    'Neural network with layers 784,3. Read from mnist.onnx (ONNX). ' +
      'Nodes drawn: 2 of 784 of inputs, carrying 3 % of the flow; 1 of 3 of "1", carrying 0.04 % of the flow. ' +
      'Nodes of inputs from below: dark; light. Connections drawn: 2 of 2 (100 % of their weight). ' +
      'Twice the weight is twice the area, compared within one gap; the thickest stand for 2. Biases are not shown',
  );
});

it('says so where all weights are 0', () => {
  expect(inWords({ layers: [2, 1], weights: [[[0, 0]]] })).toBe(
    'Neural network with layers 2,1. No connection is drawn, since all have the weight 0',
  );
});

it('says what is clamped, and that diameters go by weight', () => {
  const weights = [
    [[100, 1, 1, 1, 1], [1, 1, 1, 1, 1], ...Array.from({ length: 30 }, () => [1, 1, 1, 1, 1])],
  ];
  const words = inWords({ layers: [5, 32], weights, thicknessBy: 'linear' });
  expect(words).toContain(
    'Twice the weight is twice the diameter, compared within one gap; the thickest stand for 2.25',
  );
  expect(words).toContain('1 clamped: with more weight than that, but no thicker, so that others show');
});
