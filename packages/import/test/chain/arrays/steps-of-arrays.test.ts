import { describe, expect, it } from 'vitest';
import type { NamedArray } from '../../../src/chain/arrays/named-array.ts';
import { stepsOfArrays } from '../../../src/chain/arrays/steps-of-arrays.ts';
import type { StepsOfArraysOptions } from '../../../src/chain/arrays/steps-of-arrays-options.ts';
import { chainOf, ImportError } from '../../../src/index.ts';

const array = (name: string, ...shape: readonly number[]): NamedArray => ({
  name,
  shape,
  values: () =>
    Float64Array.from({ length: shape.reduce((product, size) => product * size, 1) }, (_, i) => i + 1),
});
const TORCH: StepsOfArraysOptions = { layout: 'output-input', isOrdered: true };
const SORTED: StepsOfArraysOptions = { layout: 'output-input', isOrdered: false };
const NUMPY: StepsOfArraysOptions = { layout: 'input-output', isOrdered: true };

const layersOf = (arrays: readonly NamedArray[], options: StepsOfArraysOptions) =>
  chainOf(stepsOfArrays(arrays, options).steps).layers.map(
    ({ name, inputs, outputs, bias }) => `${name} ${inputs}-${outputs}${bias === undefined ? '' : '+'}`,
  );
const notesOf = (arrays: readonly NamedArray[], options: StepsOfArraysOptions) =>
  stepsOfArrays(arrays, options).notes.map(({ text }) => text);

function refusal(arrays: readonly NamedArray[], options: StepsOfArraysOptions): string {
  try {
    stepsOfArrays(arrays, options);
    return 'none';
  } catch (error) {
    if (error instanceof ImportError) return `${error.kind}: ${error.message}`;
    throw error;
  }
}

describe('arrays with names', () => {
  it('are grouped by their prefix, without that of a wrapper', () => {
    const arrays = [
      array('module.net.0.weight', 4, 2),
      array('module.net.0.bias', 4),
      array('module.net.2.weight', 1, 4),
      array('module.net.2.bias', 1),
    ];
    expect(layersOf(arrays, TORCH)).toEqual(['net.0 2-4+', 'net.2 4-1+']);
    expect(notesOf(arrays, TORCH)).toEqual(['activations: not in this file']);
  });

  it.each([
    ['coefs_0', 'coefs_1', 'intercepts_0', 'intercepts_1'],
    ['W1', 'W2', 'b1', 'b2'],
    ['hidden/kernel:0', 'out/kernel:0', 'hidden/bias:0', 'out/bias:0'],
    ['weights_hidden', 'weights_out', 'bias_hidden', 'bias_out'],
    ['iris-w1', 'iris-w2', 'iris-b1', 'iris-b2'],
    ['fc1_weight', 'fc2_weight', 'fc1_bias', 'fc2_bias'],
    ['wih', 'who', 'first', 'second'],
  ])('are found in %s, %s, %s, %s', (one, two, three, four) => {
    const arrays = [array(one, 2, 4), array(two, 4, 1), array(three, 4), array(four, 1)];
    expect(layersOf(arrays, NUMPY).map((text) => text.split(' ')[1])).toEqual(['2-4+', '4-1+']);
  });

  it('are in the order of the file, which is said where they fit in others', () => {
    const arrays = [array('head.weight', 4, 4), array('body.weight', 4, 4)];
    expect(layersOf(arrays, TORCH)).toEqual(['head 4-4', 'body 4-4']);
    expect(notesOf(arrays, TORCH)).toContain('the order of layers: as in the file');
    const given = { ...TORCH, layerOrder: ['body', 'head'] };
    expect(layersOf(arrays, given)).toEqual(['body 4-4', 'head 4-4']);
    expect(notesOf(arrays, given)).toEqual(['activations: not in this file']);
    const certain = [array('head.weight', 4, 2), array('body.weight', 1, 4)];
    expect(notesOf(certain, TORCH)).toEqual(['activations: not in this file']);
  });

  it('have the rows of their matrices turned to outputs', () => {
    const [step] = stepsOfArrays([array('w1', 2, 3)], NUMPY).steps;
    expect(step).toMatchObject({ weights: Float64Array.of(1, 4, 2, 5, 3, 6) });
  });

  it('have normalisations with the statistics of training', () => {
    const arrays = ['weight', 'bias', 'running_mean', 'running_var'].map((role) => array(`bn.${role}`, 4));
    const { layers, notes } = chainOf(
      stepsOfArrays([array('fc.weight', 4, 2), ...arrays, array('bn.num_batches_tracked')], TORCH).steps,
    );
    expect(layers[0]!.weights[6]).toBeCloseTo((7 * 4) / Math.sqrt(4 + 1e-5), 9);
    expect(layers[0]!.bias![3]).toBeCloseTo(4 - (4 * 4) / Math.sqrt(4 + 1e-5), 9);
    expect(notes[0]!.text).toBe('batch normalisation folded into fc');
  });
});

describe('a normalisation in a sequence', () => {
  const normalised = (...numbers: readonly number[]) => {
    const [first, normalisation, last] = numbers;
    const arrays = ['running_mean', 'running_var'].map((role) => array(`${normalisation}.${role}`, 4));
    return chainOf(
      stepsOfArrays([array(`${first}.weight`, 4, 2), ...arrays, array(`${last}.weight`, 3, 4)], TORCH).steps,
    ).notes.map(({ text }) => text);
  };

  it('is folded into the layer that it follows at once', () => {
    expect(normalised(0, 1, 3)).toEqual(['batch normalisation folded into 0']);
  });

  it('is folded into the next layer where something stands between', () => {
    expect(normalised(0, 2, 3)).toEqual([
      'after 0: something without weights, such as an activation',
      'batch normalisation folded into 3',
    ]);
  });
});

describe('the order of layers', () => {
  it('is that of the numbers in names', () => {
    const arrays = [array('fc1.weight', 3, 3), array('fc10.weight', 3, 3), array('fc2.weight', 3, 3)];
    expect(layersOf(arrays, SORTED).map((text) => text.split(' ')[0])).toEqual(['fc1', 'fc2', 'fc10']);
  });

  it('is the only one in which sizes fit together, which is noted', () => {
    const arrays = [array('decode.weight', 9, 3), array('encode.weight', 3, 8), array('last.weight', 2, 9)];
    expect(layersOf(arrays, SORTED).map((text) => text.split(' ')[0])).toEqual(['encode', 'decode', 'last']);
    expect(notesOf(arrays, SORTED)).toContain('the order of layers: found by their sizes');
  });

  it('puts normalisations behind the layers with their size or number', () => {
    const normalisation = (name: string, size: number) => [
      array(`${name}.running_mean`, size),
      array(`${name}.running_var`, size),
    ];
    const arrays = [
      ...normalisation('bn1', 4),
      ...normalisation('bn2', 4),
      ...normalisation('other', 5),
      array('fc1.weight', 4, 2),
      array('fc2.weight', 4, 4),
      array('fc3.weight', 5, 4),
    ];
    const names = stepsOfArrays(arrays, SORTED).steps.map((step) => 'name' in step && step.name);
    expect(names).toEqual(['fc1', 'bn1', 'fc2', 'bn2', 'fc3', 'other']);
  });

  it('is asked for where several fit', () => {
    const arrays = [array('hidden.weight', 3, 3), array('last.weight', 3, 3)];
    expect(refusal(arrays, SORTED)).toBe(
      'ambiguous-order: Its layers fit together in several orders: hidden (3 → 3), last (3 → 3). Give the right one, as by --layer-order hidden,last.',
    );
  });

  it('can be given, which leaves out the others', () => {
    const arrays = [array('a.weight', 3, 3), array('b.weight', 3, 3), array('c.weight', 3, 3)];
    const options = { ...SORTED, layerOrder: ['c', 'a'] };
    expect(layersOf(arrays, options)).toEqual(['c 3-3', 'a 3-3']);
    expect(notesOf(arrays, options)).toContain('arrays that are not drawn: b.weight (3 × 3)');
    expect(refusal(arrays, { ...SORTED, layerOrder: ['d'] })).toBe(
      'ambiguous-order: It has no layer d. Its layers are a, b, c.',
    );
  });

  it('is searched for in many layers without end', () => {
    const arrays = Array.from({ length: 64 }, (_, i) =>
      array(`${'abcdefgh'[i % 8]}${'xyz'[i % 3]}${i}.weight`, 3, i === 40 ? 4 : 3),
    );
    expect(refusal(arrays, SORTED)).toMatch(/^(?:ambiguous-order|not-a-chain)/);
  });
});

describe('the sides of matrices', () => {
  it('are turned where only so they fit together, which is noted', () => {
    const arrays = [array('arr_0', 4, 2), array('arr_1', 4), array('arr_2', 1, 4), array('arr_3', 1)];
    expect(layersOf(arrays, NUMPY)).toEqual(['arr_0 2-4+', 'arr_2 4-1+']);
    expect(notesOf(arrays, NUMPY)[0]).toBe(
      'whether rows of its matrices are inputs or outputs: taken as outputs, as only so they fit together in this order',
    );
  });

  it.each([
    ['as rows', [2, 4], [1, 4], [4, 1], [1, 1]],
    ['as columns', [2, 4], [4, 1], [4, 3], [3, 1]],
  ])('leave room for biases kept %s', (_, ...shapes) => {
    const arrays = shapes.map((shape, i) => array(`m${i}`, ...shape));
    expect(layersOf(arrays, NUMPY)[0]).toBe('m0 2-4+');
  });
});

describe('other arrays', () => {
  it.each([
    ['a convolution', [array('conv1.weight', 8, 3, 5, 5)], 'unsupported: It has a convolution (conv1).'],
    ['a layer normalisation', [array('ln.weight', 8), array('ln.bias', 8)], 'a layer normalisation (ln)'],
    ['a recurrent layer', [array('lstm.weight_ih_l0', 8, 2)], 'a recurrent layer (lstm.weight_ih_l0)'],
    ['an attention', [array('a.in_proj_weight', 8, 2)], 'an attention layer (a.in_proj_weight)'],
    ['an embedding', [array('embedding.weight', 99, 4)], 'an embedding (embedding)'],
    [
      'a data set',
      [array('x_train', 150, 4), array('y_train', 150)],
      'a data set or other arrays, no network: x_train (150 × 4), y_train (150).',
    ],
    ['pictures', [array('a', 9, 8, 8), array('b', 9, 1)], 'a data set'],
    ['rows with labels', [array('embeddings', 99, 8), array('ids', 99)], 'a data set'],
    ['a mask', [array('input_ids', 99, 8), array('attention_mask', 99, 8)], 'a data set'],
    ['nothing', [], 'no arrays'],
    ['layers that do not fit together', [array('a.weight', 2, 3), array('b.weight', 5, 4)], 'not-a-chain'],
    ['biases that do not fit', [array('a.weight', 2, 3), array('a.bias', 4)], 'a.weight (2 × 3), a.bias (4)'],
    ['huge matrices', [array('a.weight', 2 ** 31, 2 ** 31)], 'too-large'],
    ['empty matrices', [array('a.weight', 0, 3)], 'damaged: The layer a is empty'],
  ])('are refused: %s', (_, arrays, message) => {
    expect(refusal(arrays as readonly NamedArray[], TORCH)).toContain(message);
  });
});
