import type { PbfWriter } from 'pbf';
import { describe, expect, it } from 'vitest';
import { readTrained, type TrainedNetwork, trainedFormatOf } from '../../src/index.ts';
import {
  besideIn,
  expectNetwork,
  fixtureNetworks,
  readFixture,
  refusalOf,
  sizesOf,
} from '../fixture-networks.ts';
import { forward } from '../forward.ts';
import { expectedOf, fixture, SHARED, sharedFile } from '../shared-files.ts';
import { floats, type Graph, onnxModel, type Tensor } from './onnx-model.ts';

const named = (bytes: Uint8Array) => [{ name: 'model.onnx', bytes }];
const read = (graph: Graph) => readTrained(named(onnxModel(graph)));
const refusal = (graph: Graph) => refusalOf(named(onnxModel(graph)));
const texts = ({ notes }: TrainedNetwork) => notes.map(({ text }) => text);

/** Two inputs, three outputs: a row an input. */
const W = floats('w', [
  [1, 2, 3],
  [4, 5, 6],
]);
/** Three inputs, one output. */
const V = floats('v', [[1], [10], [100]]);
/** Times W it is −3 three times. */
const INPUT = [1, -1];

describe('the fixtures', () => {
  it.each(fixtureNetworks('onnx'))('give the layers and the outputs of $file', async (expected) => {
    const network = await readFixture('onnx', expected.file);
    expectNetwork(network, expected);
    expect(network.layers.map(({ activation }) => activation ?? null)).toEqual(expected.activations);
  });

  it.each([
    ['torch-xor.onnx', 'pytorch 1.13.0', ['/fc1/Gemm', '/fc2/Gemm'], []],
    [
      'torch-digits-beside.onnx',
      'pytorch 1.13.0',
      ['/1/Gemm', '/5/Gemm'],
      ['batch normalisation folded into /1/Gemm'],
    ],
    ['quantised.onnx', 'onnx.helper', ['first', 'second'], ['Mul folded into second']],
    [
      'sklearn-iris.onnx',
      'onnx.helper',
      ['MatMul', 'MatMul1', 'MatMul2'],
      [
        'after the last layer: ArgMax, ZipMap',
        'after the last layer: ArrayFeatureExtractor',
        'after the last layer: Reshape',
      ],
    ],
  ])('say who wrote %s, and what was found', async (file, producer, names, notes) => {
    const network = await readFixture('onnx', file);
    expect(network.source).toMatchObject({ format: 'ONNX', producer });
    expect(network.layers.map(({ name }) => name)).toEqual(names);
    expect(texts(network)).toEqual(notes);
  });

  it('keep the labels of scikit-learn', async () => {
    const { outputNames } = await readFixture('onnx', 'sklearn-iris.onnx');
    expect(outputNames).toEqual(['setosa', 'versicolor', 'virginica']);
  });
});

describe('a dense layer', () => {
  it.each<[string, Graph, number[]]>([
    ['is a MatMul and an Add', { nodes: ['MatMul x w > h', 'Add h b > y'] }, [7, 17, 27]],
    ['has its bias on either side', { nodes: ['MatMul x w > h', 'Add b h > y'] }, [7, 17, 27]],
    ['has a bias that is taken off', { nodes: ['MatMul x w > h', 'Sub h b > y'] }, [-13, -23, -33]],
    ['has two biases', { nodes: ['Gemm x w b > h', 'Add h b > y'] }, [17, 37, 57]],
    ['has its weights on the left', { nodes: ['MatMul t x > h', 'Add h b > y'] }, [7, 17, 27]],
    [
      'has a bias that is a list of numbers in a node',
      {
        nodes: [
          { text: 'Constant > c', attributes: { value_floats: [10.5, 20.5, 30.5] } },
          'MatMul x w > h',
          'Add h c > y',
        ],
      },
      [7.5, 17.5, 27.5],
    ],
    [
      'is what ONNX Runtime makes of a MatMul, a Transpose and a Mul',
      { nodes: [{ text: 'FusedMatMul x t > y', attributes: { transB: 1, alpha: 0.5 } }] },
      [-1.5, -1.5, -1.5],
    ],
    ['is a Gemm', { nodes: ['Gemm x w b > y'] }, [7, 17, 27]],
    [
      'is a Gemm of weights that are turned and scaled',
      { nodes: [{ text: 'Gemm x t b > y', attributes: { transB: 1, alpha: 0.5, beta: 1.5 } }] },
      [13.5, 28.5, 43.5],
    ],
    ['has a bias that is one for all', { nodes: ['Gemm x w one > y'] }, [-2, -2, -2]],
    ['is scaled behind', { nodes: ['MatMul x w > h', 'Mul h b > i', 'Add i b > y'] }, [-20, -40, -60]],
    ['is divided behind', { nodes: ['MatMul x w > h', 'Cast h > i', 'Div i b > y'] }, [-0.3, -0.15, -0.1]],
    ['is turned round', { nodes: ['MatMul x w > h', 'Sub b h > y'] }, [13, 23, 33]],
  ])('%s', async (_, graph, outputs) => {
    const network = await read({
      ...graph,
      tensors: [
        W,
        floats('t', [
          [1, 4],
          [2, 5],
          [3, 6],
        ]),
        floats('b', [10, 20, 30]),
        floats('one', [1]),
      ],
    });
    for (const [i, output] of forward(network, INPUT).entries()) expect(output).toBeCloseTo(outputs[i]!, 5);
  });

  it('is called as its node, or else as its weights', async () => {
    const network = await read({
      nodes: [{ text: 'MatMul x w > h', name: 'first' }, 'MatMul h fc2.weight > y'],
      tensors: [W, { ...V, name: 'fc2.weight' }],
    });
    expect(network.layers.map(({ name }) => name)).toEqual(['first', 'fc2']);
  });
});

describe('weights', () => {
  const ROWS = [
    [1, -2, 3],
    [4, 5.5, -6],
  ];
  const bytes = (numbers: { readonly buffer: ArrayBufferLike }) => new Uint8Array(numbers.buffer);
  const whole = (scale: Tensor, ...more: Tensor[]): Graph => ({
    nodes: [
      `DequantizeLinear q s ${more.map(({ name }) => name).join('')} > w`.replace('  ', ' '),
      'MatMul x w > y',
    ],
    tensors: [
      { name: 'q', shape: [2, 3], type: 3, raw: bytes(Int8Array.of(2, -4, 6, 8, 11, -12)) },
      scale,
      ...more,
    ],
  });
  const packed = (tag: number, write: (writer: PbfWriter) => void): Partial<Tensor> => ({
    write: (writer) => writer.writeMessage(tag, (_, inner) => write(inner), undefined),
  });
  const turned = floats('q', [
    [1, 4],
    [-2, 5.5],
    [3, -6],
  ]);

  it.each<[string, Graph]>([
    ['as 32-bit floats', { nodes: ['MatMul x w > y'], tensors: [floats('w', ROWS)] }],
    [
      'as 64-bit floats',
      {
        nodes: ['MatMul x w > y'],
        tensors: [{ ...floats('w', ROWS), type: 11, raw: bytes(Float64Array.from(ROWS.flat())) }],
      },
    ],
    [
      'as 16-bit floats',
      {
        nodes: ['MatMul x w > y'],
        tensors: [
          { ...W, type: 10, raw: bytes(Uint16Array.of(0x3c00, 0xc000, 0x4200, 0x4400, 0x4580, 0xc600)) },
        ],
      },
    ],
    [
      'as bfloat16',
      {
        nodes: ['MatMul x w > y'],
        tensors: [
          { ...W, type: 16, raw: bytes(Uint16Array.of(0x3f80, 0xc000, 0x4040, 0x4080, 0x40b0, 0xc0c0)) },
        ],
      },
    ],
    [
      'as a field of floats',
      {
        nodes: ['MatMul x w > y'],
        tensors: [
          {
            name: 'w',
            shape: [2, 3],
            ...packed(4, (writer) => {
              for (const number of ROWS.flat()) writer.writeFloat(number);
            }),
          },
        ],
      },
    ],
    [
      'as fields of one float each',
      {
        nodes: ['MatMul x w > y'],
        tensors: [
          {
            name: 'w',
            shape: [2, 3],
            write: (writer) =>
              ROWS.flat().forEach((number) => {
                writer.writeTag(4, 5);
                writer.writeFloat(number);
              }),
          },
        ],
      },
    ],
    [
      'as 16-bit floats that stand as whole numbers',
      {
        nodes: ['MatMul x w > y'],
        tensors: [
          {
            name: 'w',
            shape: [2, 3],
            type: 10,
            ...packed(5, (writer) => {
              for (const bits of [0x3c00, 0xc000, 0x4200, 0x4400, 0x4580, 0xc600]) writer.writeVarint(bits);
            }),
          },
        ],
      },
    ],
    ['as whole numbers with a scale', whole(floats('s', [0.5]))],
    ['as whole numbers with a scale for each output', whole(floats('s', [0.5, 0.5, 0.5]))],
    [
      'as whole numbers with a zero point',
      whole(floats('s', [0.5]), { name: 'z', shape: [], type: 3, raw: Uint8Array.of(0) }),
    ],
    [
      'as whole numbers that are quantised when it is run',
      {
        nodes: ['QuantizeLinear r s z > q', 'DequantizeLinear q s z > w', 'MatMul x w > y'],
        tensors: [
          floats(
            'r',
            ROWS.map((row) => row.map((weight) => weight + 0.1)),
          ),
          floats('s', [0.5]),
          { name: 'z', shape: [], type: 3, raw: Uint8Array.of(0) },
        ],
      },
    ],
    [
      'in an operator of quantised numbers',
      {
        nodes: ['QLinearMatMul x xs xz q s z > y'],
        tensors: [
          floats('s', [0.5]),
          { name: 'z', shape: [], type: 2, raw: Uint8Array.of(100) },
          { name: 'q', shape: [2, 3], type: 2, raw: Uint8Array.of(102, 96, 106, 108, 111, 88) },
        ],
      },
    ],
    [
      'as a Constant',
      { nodes: [{ text: 'Constant > w', attributes: { value: floats('', ROWS) } }, 'MatMul x w > y'] },
    ],
    ['turned', { nodes: ['Identity q > i', 'Transpose i > w', 'MatMul x w > y'], tensors: [turned] }],
    [
      'in another shape',
      {
        nodes: ['Reshape q s > w', 'MatMul x w > y'],
        tensors: [
          { ...floats('q', ROWS.flat()), shape: [6] },
          { name: 's', shape: [2], type: 7, raw: bytes(BigInt64Array.of(2n, -1n)) },
        ],
      },
    ],
    [
      'with more dimensions',
      {
        nodes: [{ text: 'Unsqueeze q > u', attributes: { axes: [0] } }, 'Squeeze u > i', 'MatMul x i > y'],
        tensors: [{ ...floats('q', ROWS), shape: [1, 2, 3] }],
      },
    ],
    [
      'in batches of one',
      { nodes: ['MatMul x w > y'], tensors: [{ ...floats('w', ROWS), shape: [1, 2, 3] }] },
    ],
    [
      'flattened',
      {
        nodes: [{ text: 'Flatten q > w', attributes: { axis: 1 } }, 'MatMul x w > y'],
        tensors: [{ ...floats('q', ROWS), shape: [2, 3, 1] }],
      },
    ],
  ])('are read %s', async (_, graph) => {
    const { layers } = await read(graph);
    expect([...layers[0]!.weights]).toEqual([1, 4, -2, 5.5, 3, -6]);
  });
});

describe('the way from the input to the outputs', () => {
  it('passes what changes the shape alone, and leaves aside what leads nowhere', async () => {
    const network = await read({
      nodes: [
        'Shape x > s',
        'Gather s zero > n',
        'Concat n minus > shape',
        'Reshape x shape > r',
        'ReduceMean x > aside',
        'MatMul r w > h',
        'Dropout h > d mask',
        'Relu d > e',
        'Squeeze e > f',
        'MatMul f v > y',
      ],
      tensors: [W, V],
    });
    expect(sizesOf(network)).toEqual([2, 3, 1]);
    expect(network.layers[0]!.activation).toBe('relu');
    expect(texts(network)).toEqual([]);
  });

  it('names what is done with inputs and outputs', async () => {
    const network = await read({
      nodes: ['Sub x mean > a', 'Div a deviation > b', 'MatMul b w > h', 'Identity h > i', 'ArgMax i > y'],
      tensors: [W, floats('mean', [1, 2]), floats('deviation', [1, 2])],
    });
    expect(texts(network)).toEqual([
      'before the first layer: Sub',
      'before the first layer: Div',
      'after the last layer: Identity',
      'after the last layer: ArgMax',
    ]);
  });

  it('folds arithmetic behind an activation into the next layer', async () => {
    const network = await read({
      nodes: ['MatMul x w > h', 'Relu h > r', 'Mul r two > m', 'Add m b > a', 'MatMul a v > y'],
      tensors: [W, V, floats('two', [2]), floats('b', [1, 2, 3])],
    });
    expect(forward(network, [1, 1])[0]).toBe(2 * 5 + 1 + 10 * (2 * 7 + 2) + 100 * (2 * 9 + 3));
  });

  it('folds a normalisation of the inputs into the first layer', async () => {
    const network = await read({
      nodes: [{ text: 'BatchNormalization x g b m s > n', attributes: { epsilon: 0.5 } }, 'MatMul n w > y'],
      tensors: [W, floats('g', [1, 2]), floats('b', [0, 1]), floats('m', [1, 0]), floats('s', [0.5, 3.5])],
    });
    // (1 − 1) / 1, and 2 · −1 / 2 + 1
    expect(forward(network, INPUT)).toEqual([0, 0, 0]);
    expect(texts(network)).toEqual(['batch normalisation folded into w']);
  });

  it.each([
    ['swish', ['Sigmoid h > s', 'Mul s h > y']],
    ['gelu', ['Div h root > a', 'Erf a > b', 'Add b one > c', 'Mul h c > d', 'Mul d half > y']],
    ['logsigmoid', ['Sigmoid h > a', 'Log a > y']],
    ['tanhshrink', ['Tanh h > a', 'Sub h a > y']],
    ['hardswish', ['Add h three > a', 'Clip a zero six > b', 'Mul h b > c', 'Div c six > y']],
    ['mish', ['Softplus h > a', 'Tanh a > b', 'Mul h b > y']],
    ['relu6', ['Relu h > a', 'Clip a zero six > y']],
    ['relu6', ['Clip h zero six > y']],
    ['relu', ['Clip h zero > y']],
    ['relu', ['Max zero h > y']],
    ['prelu', ['PRelu h slope > y']],
  ])('finds %s in the operators that it is written in', async (activation, nodes) => {
    const network = await read({
      nodes: ['MatMul x w > h', ...nodes],
      tensors: [
        W,
        floats('root', [Math.SQRT2]),
        floats('half', [0.5]),
        ...['zero', 'one', 'two', 'three'].map((name, i) => floats(name, [i])),
        floats('six', [6]),
        floats('slope', [0.1, 0.2, 0.3]),
      ],
    });
    expect(network.layers[0]!.activation).toBe(activation);
    expect(texts(network)).toEqual([]);
  });

  it('names a normalisation that cannot be folded', async () => {
    const network = await read({
      nodes: ['MatMul x w > h', 'LayerNormalization h g > n', 'Relu n > r', 'MatMul r v > y'],
      tensors: [W, V, floats('g', [1, 1, 1])],
    });
    expect(texts(network)).toEqual(['after w: LayerNormalization']);
  });

  it('names the operators of one that is written out', async () => {
    const network = await read({
      nodes: [
        'MatMul x w > h',
        'ReduceMean h > m',
        'Sub h m > c',
        'Pow c two > p',
        'ReduceMean p > v2',
        'Sqrt v2 > d',
        'Div c d > n',
        'Mul n g > s',
        'MatMul s v > y',
      ],
      tensors: [W, V, floats('two', [2]), floats('g', [1, 2, 3])],
    });
    expect(texts(network)).toEqual([
      'after w: ReduceMean, Sub',
      'after w: Pow, ReduceMean, Sqrt, Div',
      'batch normalisation folded into v',
    ]);
    expect(network.layers.map(({ weights }) => [...weights])).toEqual([
      [1, 4, 2, 5, 3, 6],
      [1, 20, 300],
    ]);
  });
});

describe('a refusal', () => {
  it.each<[string, Graph['nodes'], string, string]>([
    ['a convolution', ['Conv x c > h', 'MatMul h w > y'], 'unsupported', 'It has a convolution (Conv )'],
    ['a recurrent layer', ['LSTM x a b > h', 'MatMul h w > y'], 'unsupported', 'a recurrent layer (LSTM )'],
    [
      'attention',
      ['Attention x w b > h', 'MatMul h w > y'],
      'unsupported',
      'an attention layer (Attention )',
    ],
    ['a product of activations', ['Relu x > h', 'MatMul x h > y'], 'unsupported', 'a product of activations'],
    ['an embedding', ['Gather w x > h', 'MatMul h w > y'], 'unsupported', 'an embedding (Gather )'],
    ['steps', ['Loop n c x > h', 'MatMul h w > y'], 'unsupported', 'steps that depend on its data (Loop )'],
    ['trees', ['TreeEnsembleClassifier x > y'], 'unsupported', 'decision trees (TreeEnsembleClassifier )'],
    ['no layer', ['Relu x > y'], 'unsupported', 'It has no dense layer: its operators are Relu.'],
    ['nothing', [], 'unsupported', 'It has no dense layer.'],
    [
      'an obstacle',
      ['MatMul x w > h', 'TopK h k > t', 'MatMul t v > y'],
      'unsupported',
      'It has TopK between',
    ],
    [
      'weights that are made',
      ['Exp w > e', 'MatMul x e > y'],
      'unsupported',
      'are made in a way that is not read',
    ],
    [
      'weights of no matrix',
      ['MatMul x cube > y'],
      'unsupported',
      'are no matrix: they have 2 × 1 × 3 places',
    ],
    ['texts as weights', ['MatMul x text > y'], 'unsupported', 'no numbers of a kind that is read (texts)'],
    [
      'transposed data',
      [{ text: 'Gemm x w > y', attributes: { transA: 1 } }],
      'unsupported',
      'transposed data',
    ],
    ['a bias that flows', ['Gemm x w x > y'], 'unsupported', 'What Gemm adds is made in a way'],
    ['several inputs', ['Add x z > h', 'MatMul h w > y'], 'not-a-chain', 'The network has 2 inputs: x, z.'],
    [
      'branches',
      ['MatMul x w > a', 'MatMul x w > b', 'Add a b > y'],
      'not-a-chain',
      'Two branches leave one input (x',
    ],
    [
      'heads',
      ['MatMul x w > h', 'MatMul h v > y', 'MatMul h v > other'],
      'not-a-chain',
      'Two branches leave one input (h',
    ],
    ['a way past layers', ['MatMul x w > h', 'Add h x > y'], 'not-a-chain', 'as in residual networks'],
    [
      'a way past layers',
      ['MatMul x w > h', 'Add h x > r', 'MatMul r v > y'],
      'not-a-chain',
      'Two branches leave',
    ],
    ['a way into a layer', ['Relu x > r', 'Gemm r w x > y'], 'not-a-chain', 'Two branches leave'],
    [
      'a bias that does not fit',
      ['MatMul x w > h', 'Add h five > y'],
      'not-a-chain',
      '5 numbers for 3 outputs',
    ],
    [
      'one value twice',
      ['Relu x > h', 'Relu x > h', 'MatMul h w > y'],
      'damaged',
      'two of its operations make one',
    ],
    [
      'an output that is the input',
      ['MatMul x w > x'],
      'damaged',
      'two of its operations make one value (x)',
    ],
    [
      'a circle of constants',
      ['Identity b > a', 'Identity a > b', 'MatMul x a > y'],
      'unsupported',
      'are made in a way',
    ],
    [
      'a product of matrices by another operator in front of its layers',
      ['FusedGemm x w > h', 'MatMul h v > y'],
      'unsupported',
      'a product of matrices of a kind that is not read (FusedGemm )',
    ],
    [
      'layers with one and the same matrix, which together are more than is read',
      Array.from({ length: 41 }, (_, i) => `MatMul ${i === 0 ? 'x' : i} million > ${i + 1}`),
      'too-large',
      'more than 40000000 numbers',
    ],
    [
      'very many layers',
      Array.from({ length: 65 }, (_, i) => `MatMul ${i === 0 ? 'x' : i} s > ${i + 1}`),
      'too-large',
      '65 dense layers',
    ],
  ])('names %s', async (_, nodes, kind, message) => {
    const error = await refusal({
      nodes,
      inputs: ['x', 'z', 'w'],
      tensors: [
        W,
        V,
        floats('s', [[1]]),
        { name: 'million', shape: [1000, 1000], raw: new Uint8Array(4_000_000) },
        floats('five', [1, 2, 3, 4, 5]),
        { ...W, name: 'cube', shape: [2, 1, 3] },
        { name: 'text', shape: [1], type: 8 },
      ],
    });
    expect(error.message).toContain(message);
    expect(error.kind).toBe(kind);
  });

  it.each<[string, Tensor, string, string]>([
    ['more numbers than are read', { ...W, shape: [2 ** 40, 2 ** 40] }, 'too-large', 'at most 20000000'],
    [
      'fewer numbers than it says',
      { ...W, shape: [2, 4] },
      'damaged',
      'the tensor w is not as long as it says',
    ],
    ['fewer than none', { ...W, shape: [-2, -3] }, 'damaged', 'the tensor w is not as long as it says'],
    ['no numbers', { name: 'w', shape: [2, 3] }, 'damaged', 'the tensor w is not as long as it says'],
    [
      'more numbers of variable length than are read',
      { name: 'w', shape: [3000, 3000], type: 7 },
      'too-large',
      '9000000 numbers of variable length',
    ],
    ['no place', { ...W, shape: [0, 3], numbers: [] }, 'unsupported', 'no matrix'],
    ['numbers of a strange kind', { ...W, type: 22 }, 'unsupported', '(int4)'],
    ['weights that are no numbers', floats('w', [[Number.NaN]]), 'damaged', 'no numbers'],
  ])('says of a tensor that it has %s', async (_, tensor, kind, message) => {
    const error = await refusal({ nodes: ['MatMul x w > y'], tensors: [tensor] });
    expect(error.message).toContain(message);
    expect(error.kind).toBe(kind);
  });

  it('has no line breaks and no long names', async () => {
    const name = `a\n${'b'.repeat(10_000)}`;
    const { message } = await refusal({ nodes: [{ text: 'Conv x > y', name }], tensors: [] });
    expect(message).toMatch(/^\P{Cc}{10,300}\.$/u);
  });
});

describe('weights in a file beside', () => {
  const FILE = 'torch-digits-beside.onnx';
  const files = [{ name: FILE, bytes: fixture(`onnx/${FILE}`) }];
  const data = fixture(`onnx/${FILE}.data`);

  it('may be given with the model', async () => {
    const network = await readTrained([...files, { name: `${FILE}.data`, bytes: data }]);
    expect(network.layers).toEqual((await readFixture('onnx', FILE)).layers);
  });

  it('are asked for by name', async () => {
    const error = await refusalOf(files);
    expect(error.message).toBe(
      `Its weights are not in it but in the file ${FILE}.data. Put that file beside it, or give both.`,
    );
    expect(error.kind).toBe('damaged');
  });

  it('are refused where the file is too short', async () => {
    const error = await refusalOf(files, async () => data.subarray(0, 3000));
    expect(error.message).toMatch(/not as long as it says/);
  });

  it.each([
    ['../weights', 'another folder'],
    ['/etc/passwd', 'another folder'],
    ['', 'not in it'],
  ])('are not looked for in %j', async (location, message) => {
    const write = (writer: PbfWriter) => {
      writer.writeMessage(
        13,
        (_, entry) => {
          entry.writeTag(1, 2);
          entry.writeString('location');
          entry.writeTag(2, 2);
          entry.writeString(location);
        },
        undefined,
      );
      writer.writeTag(14, 0);
      writer.writeVarint(1);
    };
    const bytes = onnxModel({ nodes: ['MatMul x w > y'], tensors: [{ name: 'w', shape: [2, 3], write }] });
    const asked: string[] = [];
    const error = await refusalOf(named(bytes), async (name) => {
      asked.push(name);
      return undefined;
    });
    expect(error.message).toContain(message);
    expect(asked).toEqual([]);
  });
});

describe('damaged and hostile files', () => {
  it.each(fixtureNetworks('onnx'))('are refused for every beginning of $file', async ({ file }) => {
    const bytes = fixture(`onnx/${file}`);
    const messages = new Set<string>();
    // Behind the graph stand only the versions of operators.
    for (let length = 0; length < bytes.length - 32; length++) {
      const beginning = bytes.slice(0, length);
      if (trainedFormatOf(beginning)?.label !== 'ONNX') continue;
      messages.add((await refusalOf([{ name: file, bytes: beginning }], besideIn('onnx'))).message);
    }
    expect([...messages]).toEqual(['It is damaged: it ends too early, or a length in it is wrong.']);
  });

  it('read a chain of very many constants without recursion', async () => {
    const nodes = Array.from({ length: 50_000 }, (_, i) => `Identity ${i === 0 ? 'w' : i} > ${i + 1}`);
    const network = await read({ nodes: [...nodes.reverse(), 'MatMul x 50000 > y'], tensors: [W] });
    expect(sizesOf(network)).toEqual([2, 3]);
  });

  it('refuse a very long way without recursion', async () => {
    const nodes = Array.from({ length: 50_000 }, (_, i) => `Relu ${i === 0 ? 'x' : i} > ${i + 1}`);
    const error = await refusal({ nodes: ['MatMul 50000 w > y', ...nodes], tensors: [W] });
    expect(error.message).toContain('2048 operations one behind another');
  });

  it('refuse very many nodes', async () => {
    const error = await refusal({ nodes: Array.from({ length: 100_001 }, () => 'Relu x > y') });
    expect(error.kind).toBe('too-large');
  });

  it('refuse very many tensors', async () => {
    const error = await refusal({ nodes: [], tensors: Array.from({ length: 4097 }, () => W) });
    expect(error.kind).toBe('too-large');
  });

  it('are not taken for ONNX without its fields', () => {
    const looks = (...bytes: number[]) => trainedFormatOf(Uint8Array.from(bytes))?.label;
    expect(looks(0x08, 0x07, 0x3a, 0x00)).toBe('ONNX');
    // Another order, a field of another kind, no graph, a graph behind the end of another field.
    expect(looks(0x3a, 0x00)).toBeUndefined();
    expect(looks(0x08, 0x07, 0x10, 0x01, 0x3a, 0x00)).toBeUndefined();
    expect(looks(0x08, 0x07, 0x12, 0x00)).toBeUndefined();
    expect(looks(0x08, 0x07, 0x12, 0x7f, 0x3a, 0x00)).toBeUndefined();
  });
});

describe.skipIf(SHARED === undefined)('networks of other people', () => {
  it.each(expectedOf('.onnx'))(
    '$file gives what is expected of it',
    async ({ file, layers, activations, note }) => {
      const files = [{ name: file, bytes: sharedFile(`real/${file}`) }];
      if (layers === 'refused') {
        const error = await refusalOf(files);
        expect(error.kind).toBe(activations);
        expect(error.message.toLowerCase()).toContain(note.toLowerCase());
        return;
      }
      const network = await readTrained(files);
      expect(sizesOf(network).join('-')).toBe(layers);
      expect(network.layers.map(({ activation = '' }) => activation).join()).toBe(activations);
      if (note !== '') expect(texts(network)).toContain(note);
    },
  );

  it.each(['onnx-cycle', 'onnx-deep', 'onnx-huge-dims', 'onnx-len-lie'])('%s is refused', async (name) => {
    const { message } = await refusalOf(named(sharedFile(`bad/${name}.onnx`)));
    expect(message).toMatch(/^It|^The/);
  });
});
