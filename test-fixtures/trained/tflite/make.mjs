// Writes the TensorFlow Lite files of this folder and expected.json: `node test-fixtures/trained/tflite/make.mjs`.
// TensorFlow's own converter cannot be had everywhere, so they are put together with the Builder of flatbuffers after
// schema.fbs (version 3), in the form in which the converter writes such networks (compared with the hello_world models of
// tflite-micro). Weights are random, from a seed; the results are worked out here, in plain JavaScript.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { FUSED, OPERATOR, TYPE, tfliteModel } from '../../../packages/import/test/formats/tflite-model.mjs';

let seed = 20_261_126;
/** From −1 to 1. */
function random() {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return seed / 2 ** 31 - 1;
}

const expected = {};

write('float.tflite', {
  sizes: [3, 5, 4, 2],
  activations: ['relu', 'tanh', 'softmax'],
  fused: ['relu', 'tanh', 'none'],
  behind: 'SOFTMAX',
  keep: float32,
});
write('int8.tflite', {
  sizes: [4, 6, 3],
  activations: ['relu', 'sigmoid'],
  fused: ['relu', 'none'],
  behind: 'LOGISTIC',
  isQuantised: true,
  keep: int8,
});
write('float16.tflite', {
  sizes: [2, 4, 1],
  activations: ['relu', 'linear'],
  fused: ['relu', 'none'],
  keep: float16,
});
writeFileSync(path('expected.json'), JSON.stringify(expected));

/** A network of layers that `keep` writes, with its results in expected.json. */
function write(file, { sizes, activations, fused, behind, isQuantised = false, keep }) {
  const model = { tensors: [], operators: [] };
  let value = tensor(model, { name: 'serving_default_input:0', shape: [1, sizes[0]], type: TYPE.float32 });
  const input = value;
  const flowing = (name, count) =>
    tensor(model, {
      name,
      shape: [1, count],
      type: isQuantised ? TYPE.int8 : TYPE.float32,
      ...(isQuantised && { scale: [0.05], zero: [3] }),
    });
  const operate = (operator, inputs, output, options) => {
    model.operators.push({ operator: OPERATOR[operator], inputs, outputs: [output], ...options });
    return output;
  };
  if (isQuantised) value = operate('QUANTIZE', [value], flowing('quantized', sizes[0]));
  const shape = tensor(model, { name: 'shape', shape: [2], type: TYPE.int32, data: int32([-1, sizes[0]]) });
  value = operate('RESHAPE', [value, shape], flowing('sequential/flatten/Reshape', sizes[0]));
  const layers = sizes.slice(1).map((outputs, i) => {
    const name = `sequential/dense${i === 0 ? '' : `_${i}`}`;
    const inputs = sizes[i];
    const weights = Array.from({ length: inputs * outputs }, random);
    const bias = Array.from({ length: outputs }, random);
    const kept = keep(model, { name, inputs, outputs, weights, bias, operate });
    const output = flowing(`${name}/MatMul;${name}/Relu;${name}/BiasAdd`, outputs);
    value = operate('FULLY_CONNECTED', [value, ...kept.places], output, { fused: FUSED[fused[i]] });
    return { inputs, outputs, ...kept };
  });
  if (behind !== undefined) value = operate(behind, [value], flowing('activation', sizes.at(-1)));
  if (isQuantised) {
    value = operate(
      'DEQUANTIZE',
      [value],
      tensor(model, { name: 'output', shape: [1, sizes.at(-1)], type: TYPE.float32 }),
    );
  }
  writeFileSync(path(file), tfliteModel({ ...model, inputs: [input], outputs: [value] }));
  const inputs = Array.from({ length: 4 }, () => Array.from({ length: sizes[0] }, () => 2 * random()));
  expected[file] = {
    layers: sizes,
    activations,
    inputs,
    outputs: inputs.map((values) => forward(layers, activations, values)),
  };
}

function float32(model, { name, inputs, outputs, weights, bias }) {
  const data = (numbers) => new Uint8Array(Float32Array.from(numbers).buffer);
  return {
    weights: Float32Array.from(weights),
    bias: Float32Array.from(bias),
    places: [
      tensor(model, { name: `${name}/MatMul`, shape: [outputs, inputs], type: TYPE.float32, data: data(weights) }),
      tensor(model, { name: `${name}/BiasAdd`, shape: [outputs], type: TYPE.float32, data: data(bias) }),
    ],
  };
}

/** Weights with a scale for each output, a bias as its scale times that of the inputs. */
function int8(model, { name, inputs, outputs, weights, bias }) {
  const rows = Array.from({ length: outputs }, (_, row) => weights.slice(row * inputs, (row + 1) * inputs));
  const scale = Float32Array.from(rows, (row) => Math.max(...row.map(Math.abs)) / 127);
  const biasScale = scale.map((each) => each * 0.05);
  const whole = rows.flatMap((row, i) => row.map((weight) => Math.round(weight / scale[i])));
  const wholeBias = bias.map((number, i) => Math.round(number / biasScale[i]));
  return {
    weights: whole.map((number, i) => number * scale[Math.floor(i / inputs)]),
    bias: wholeBias.map((number, i) => number * biasScale[i]),
    places: [
      tensor(model, {
        name: `${name}/MatMul`,
        shape: [outputs, inputs],
        type: TYPE.int8,
        data: new Uint8Array(Int8Array.from(whole).buffer),
        scale: [...scale],
        zero: rows.map(() => 0),
      }),
      tensor(model, {
        name: `${name}/BiasAdd`,
        shape: [outputs],
        type: TYPE.int32,
        data: int32(wholeBias),
        scale: [...biasScale],
        zero: rows.map(() => 0),
      }),
    ],
  };
}

/** Weights of 16 bits, which an operator makes longer; the bias stays. */
function float16(model, { name, inputs, outputs, weights, bias, operate }) {
  const halves = weights.map((weight) => Math.round(weight * 1024) / 1024);
  const shape = [outputs, inputs];
  const data = new Uint8Array(Uint16Array.from(halves, half).buffer);
  const short = tensor(model, { name: `${name}/MatMul_f16`, shape, type: TYPE.float16, data });
  const long = tensor(model, { name: `${name}/MatMul`, shape, type: TYPE.float32 });
  const { places, ...rest } = float32(model, { name, inputs, outputs, weights: halves, bias });
  return { ...rest, places: [operate('DEQUANTIZE', [short], long), places[1]] };
}

/** The bits of binary16, of numbers that it holds exactly. */
function half(number) {
  if (number === 0) return 0;
  const exponent = Math.max(-14, Math.floor(Math.log2(Math.abs(number))));
  const fraction = (Math.abs(number) / 2 ** exponent) * 1024;
  const bits = fraction < 1024 ? fraction : ((exponent + 15) << 10) | (fraction - 1024);
  return (number < 0 ? 0x8000 : 0) | bits;
}

function int32(numbers) {
  return new Uint8Array(Int32Array.from(numbers).buffer);
}

function tensor(model, parts) {
  return model.tensors.push(parts) - 1;
}

function forward(layers, activations, input) {
  return layers.reduce((values, { inputs, outputs, weights, bias }, i) => {
    const sums = Array.from({ length: outputs }, (_, row) =>
      values.reduce((sum, value, column) => sum + value * weights[row * inputs + column], bias[row]),
    );
    const exponentials = sums.map(Math.exp);
    const total = exponentials.reduce((sum, each) => sum + each, 0);
    return {
      linear: sums,
      relu: sums.map((sum) => Math.max(0, sum)),
      tanh: sums.map(Math.tanh),
      sigmoid: sums.map((sum) => 1 / (1 + Math.exp(-sum))),
      softmax: exponentials.map((each) => each / total),
    }[activations[i]];
  }, input);
}

function path(name) {
  return fileURLToPath(new URL(name, import.meta.url));
}
