// Writes networks of brain.js 2.0.0-beta.24 and 1.6.1 (`npm i brain1@npm:brain.js@1.6.1`), synaptic 1.1.4 and neataptic 1.4.7,
// and what their own `run` and `activate` give, beside what make.py wrote, into expected.json. Install them in another folder, with --ignore-scripts.
const { readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

// Their networks begin with random weights.
let seed = 1;
Math.random = () => {
  seed = (seed * 16807) % 2147483647;
  return seed / 2147483647;
};
const XOR = [
  { input: [0, 0], output: [0] },
  { input: [0, 1], output: [1] },
  { input: [1, 0], output: [1] },
  { input: [1, 1], output: [0] },
];
const COLOURS = [
  { input: { r: 0.03, g: 0.7, b: 0.5 }, output: { black: 1 } },
  { input: { r: 0.16, g: 0.09, b: 0.2 }, output: { white: 1 } },
  { input: { r: 0.5, g: 0.5, b: 1 }, output: { white: 1 } },
];
const expected = JSON.parse(readFileSync(join(__dirname, 'expected.json'), 'utf8'));
const expect = (file, network, { layers, activations, names, run }) => {
  writeFileSync(join(__dirname, file), JSON.stringify(network.toJSON()));
  const inputs = names === undefined ? XOR.map(({ input }) => input) : COLOURS.map(({ input }) => names[0].map((name) => input[name]));
  expected[file] = { layers, activations, inputs, outputs: inputs.map(run), names };
};

for (const [version, brain] of [
  [1, require('brain1')],
  [2, require('brain.js')],
]) {
  const network = new brain.NeuralNetwork({ hiddenLayers: [3], activation: 'sigmoid' });
  network.train(XOR, { iterations: 3000 });
  expect(`brainjs${version}-xor.json`, network, {
    layers: [2, 3, 1],
    activations: ['sigmoid', 'sigmoid'],
    run: (input) => [...network.run(input)],
  });
  const named = new brain.NeuralNetwork({ hiddenLayers: [4, 3], activation: 'tanh' });
  named.train(COLOURS, { iterations: 200, activation: 'tanh' });
  const names = [['r', 'g', 'b'], ['black', 'white']];
  expect(`brainjs${version}-colours.json`, named, {
    layers: [3, 4, 3, 2],
    activations: ['tanh', 'tanh', 'tanh'],
    names,
    run: ([r, g, b]) => {
      const output = named.run({ r, g, b });
      return names[1].map((name) => output[name]);
    },
  });
}

const { Architect, Trainer, Neuron, Network, Layer } = require('synaptic');
const perceptron = new Architect.Perceptron(2, 3, 1);
new Trainer(perceptron).train(XOR, { iterations: 3000, rate: 0.2 });
expect('synaptic-xor.json', perceptron, {
  layers: [2, 3, 1],
  activations: ['sigmoid', 'sigmoid'],
  run: (input) => perceptron.activate(input),
});
const [first, second, third, last] = [new Layer(2), new Layer(3), new Layer(2), new Layer(1)];
first.project(second);
second.project(third);
third.project(last);
second.set({ squash: Neuron.squash.TANH });
third.set({ squash: Neuron.squash.RELU });
last.set({ squash: Neuron.squash.IDENTITY });
const layered = new Network({ input: first, hidden: [second, third], output: last });
expect('synaptic-deep.json', layered, {
  layers: [2, 3, 2, 1],
  activations: ['tanh', 'relu', 'linear'],
  run: (input) => layered.activate(input),
});

const { architect, methods } = require('neataptic');
const neat = new architect.Perceptron(2, 3, 1);
neat.train(XOR, { iterations: 2000, error: 0.001 });
expect('neataptic-xor.json', neat, {
  layers: [2, 3, 1],
  activations: ['sigmoid', 'sigmoid'],
  run: (input) => neat.noTraceActivate(input),
});
const deep = new architect.Perceptron(2, 4, 3, 1);
for (const node of deep.nodes.slice(2, 6)) node.squash = methods.activation.TANH;
for (const node of deep.nodes.slice(6, 9)) node.squash = methods.activation.RELU;
deep.train(XOR, { iterations: 500, rate: 0.2 });
// A lost connection, and masks as training with dropout leaves them.
deep.disconnect(deep.nodes[0], deep.nodes[2]);
for (const node of deep.nodes.slice(2, 9)) node.mask = 0.75;
expect('neataptic-deep.json', deep, {
  layers: [2, 4, 3, 1],
  activations: ['tanh', 'relu', 'sigmoid'],
  // noTraceActivate forgets the masks.
  run: (input) => deep.activate(input),
});

writeFileSync(join(__dirname, 'expected.json'), JSON.stringify(expected));
