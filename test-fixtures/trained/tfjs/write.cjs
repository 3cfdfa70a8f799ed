// Writes the fixtures of this folder and expected.json with TensorFlow.js 4.22, from a folder with its packages:
//   npm install @tensorflow/tfjs-core@4.22.0 @tensorflow/tfjs-layers@4.22.0 @tensorflow/tfjs-backend-cpu@4.22.0
//   NODE_PATH=node_modules node write.cjs
// Outputs are those of the files read back by TensorFlow.js. xor trains, so that each run gives other weights.
const fs = require('node:fs');
const path = require('node:path');
const tf = require('@tensorflow/tfjs-core');
require('@tensorflow/tfjs-backend-cpu');
const layers = require('@tensorflow/tfjs-layers');

const file = (name) => path.join(__dirname, name);
const expected = {};

/** Writes a model and what it gives; `change` may rewrite the description and the weights, as TensorFlow's converter does. */
async function write(name, model, { activations, sizes, change = (artifacts) => artifacts, shards = [`${name}.bin`] }) {
  let saved;
  await model.save(tf.io.withSaveHandler(async (artifacts) => {
    saved = artifacts;
    return { modelArtifactsInfo: { dateSaved: new Date(0), modelTopologyType: 'JSON' } };
  }));
  const { modelTopology, weightSpecs, weightData } = change(saved);
  const bytes = Buffer.from(weightData);
  const length = Math.ceil(bytes.length / shards.length);
  shards.forEach((shard, i) => fs.writeFileSync(file(shard), bytes.subarray(i * length, (i + 1) * length)));
  const description = {
    modelTopology,
    format: saved.format,
    generatedBy: saved.generatedBy,
    convertedBy: saved.convertedBy,
    weightsManifest: [{ paths: shards.map((shard) => `./${shard}`), weights: weightSpecs }],
  };
  fs.writeFileSync(file(`${name}.json`), JSON.stringify(description));
  const read = await layers.loadLayersModel(tf.io.fromMemory({ modelTopology, weightSpecs, weightData }));
  const inputs = Array.from({ length: 3 }, (_, i) => Array.from({ length: sizes[0] }, (_, j) => Math.sin(1 + i * 7 + j * 3)));
  const outputs = await read.predict(tf.tensor2d(inputs)).array();
  expected[`${name}.json`] = { layers: sizes, activations, inputs, outputs };
}

/** Numbers that are not what layers begin with, so that a batch normalisation does something. */
function fill(model) {
  let seed = 1;
  const next = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
  model.setWeights(model.getWeights().map((weight) => tf.tensor(Float32Array.from({ length: weight.size }, () => 0.2 + next() * (next() < 0.4 ? -1 : 1)).map((value) => (/variance/.test(weight.name) ? Math.abs(value) : value)), weight.shape)));
  return model;
}

/** What TensorFlow's converter does with --quantize_uint8, --quantize_uint16 and --quantize_float16. */
function quantised(dtype) {
  return ({ modelTopology, weightSpecs, weightData }) => {
    let at = 0;
    const pieces = [];
    const specs = weightSpecs.map((spec) => {
      const size = spec.shape.reduce((a, b) => a * b, 1);
      const values = new Float32Array(weightData.slice(at, at + size * 4));
      at += size * 4;
      if (dtype === 'float16') {
        pieces.push(Buffer.from(Uint16Array.from(values, half).buffer));
        return { ...spec, quantization: { dtype, original_dtype: 'float32' } };
      }
      const [min, max] = [Math.min(...values), Math.max(...values)];
      const scale = max > min ? (max - min) / (dtype === 'uint8' ? 255 : 65535) : 1;
      const Numbers = dtype === 'uint8' ? Uint8Array : Uint16Array;
      pieces.push(Buffer.from(Numbers.from(values, (value) => Math.round((value - min) / scale)).buffer));
      return { ...spec, quantization: { dtype, min, scale, original_dtype: 'float32' } };
    });
    const bytes = Buffer.concat(pieces);
    return { modelTopology, weightSpecs: specs, weightData: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) };
  };
}

/** Normal numbers only, cut off. */
function half(value) {
  const bits = new Uint32Array(Float32Array.of(value).buffer)[0];
  return ((bits >> 16) & 0x8000) | ((((bits >> 23) & 0xff) - 112) << 10) | ((bits >> 13) & 0x3ff);
}

(async () => {
  await tf.setBackend('cpu');
  const dense = (units, name, more = {}) => layers.layers.dense({ units, name, ...more });

  const xor = layers.sequential();
  xor.add(dense(4, 'hidden', { inputShape: [2], activation: 'tanh' }));
  xor.add(dense(1, 'out', { activation: 'sigmoid' }));
  xor.compile({ optimizer: tf.train.adam(0.1), loss: 'binaryCrossentropy' });
  await xor.fit(tf.tensor2d([[0, 0], [0, 1], [1, 0], [1, 1]]), tf.tensor2d([[0], [1], [1], [0]]), { epochs: 120, verbose: 0 });
  await write('xor', xor, { sizes: [2, 4, 1], activations: ['tanh', 'sigmoid'] });

  const normalised = layers.sequential();
  normalised.add(dense(6, 'first', { inputShape: [4] }));
  normalised.add(layers.layers.batchNormalization({ name: 'normal', epsilon: 0.01 }));
  normalised.add(layers.layers.leakyReLU({ name: 'leaky', alpha: 0.3 }));
  normalised.add(layers.layers.dropout({ name: 'dropout', rate: 0.2 }));
  normalised.add(layers.layers.batchNormalization({ name: 'centred', scale: false }));
  normalised.add(dense(3, 'last', { activation: 'softmax', useBias: false }));
  const options = { sizes: [4, 6, 3], activations: ['leakyrelu', 'softmax'] };
  await write('normalised', fill(normalised), { ...options, shards: ['normalised-shard1of2.bin', 'normalised-shard2of2.bin'] });
  for (const dtype of ['uint8', 'uint16', 'float16']) await write(dtype, normalised, { ...options, change: quantised(dtype) });

  // A functional model in the form that TensorFlow's converter writes.
  const input = layers.input({ shape: [3], name: 'colour' });
  const hidden = dense(5, 'hidden', { activation: 'relu' }).apply(input);
  const functional = fill(layers.model({ inputs: input, outputs: dense(2, 'out').apply(layers.layers.activation({ activation: 'tanh', name: 'tanh' }).apply(dense(4, 'middle').apply(hidden))) }));
  await write('functional', functional, {
    sizes: [3, 5, 4, 2],
    activations: ['relu', 'tanh', 'linear'],
    change: ({ modelTopology, ...artifacts }) => ({ modelTopology: { keras_version: '2.15.0', backend: 'tensorflow', model_config: modelTopology }, ...artifacts }),
  });

  // As ml5 0.12 describes a classifier of a number and a word.
  const fruit = layers.sequential();
  fruit.add(dense(4, 'dense_Dense1', { inputShape: [3], activation: 'relu' }));
  fruit.add(dense(2, 'dense_Dense2', { activation: 'softmax' }));
  await write('fruit', fill(fruit), { sizes: [3, 4, 2], activations: ['relu', 'softmax'] });
  fs.writeFileSync(file('fruit_meta.json'), JSON.stringify({
    inputUnits: [3],
    outputUnits: 2,
    inputs: { weight: { dtype: 'number', min: 1, max: 200 }, skin: { dtype: 'string', uniqueValues: ['smooth', 'rough'], legend: { smooth: [1, 0], rough: [0, 1] } } },
    outputs: { label: { dtype: 'string', uniqueValues: ['apple', 'orange'], legend: { apple: [1, 0], orange: [0, 1] } } },
    isNormalized: true,
  }));
  fs.writeFileSync(file('expected.json'), JSON.stringify(expected, undefined, 1));
})();
