// Written by scripts/train-examples.py.
import type { Example } from './example.ts';

export const xor: Example = {
  producer: 'torch 1.13.0a0',
  inputNames: ['a', 'b'],
  outputNames: ['a xor b'],
  layers: [
    {
      name: 'hidden',
      activation: 'tanh',
      weights: [
        [-2.5257, 2.6623],
        [-2.6276, -2.6991],
        [-2.7589, 2.8501],
        [2.2547, 2.1582],
      ],
      bias: [1.4494, 1.1294, -1.5964, -3.4747],
    },
    { name: 'output', activation: 'sigmoid', weights: [[-3.9933, -3.1056, 3.6594, -3.2593]], bias: [0.6434] },
  ],
};
