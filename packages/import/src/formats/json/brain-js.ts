import { isObject } from '@neurofab/core/internal';
import { field, type JsonObject, listField } from '../../bytes/json-fields.ts';
import { activationName } from '../../chain/activation-name.ts';
import type { DenseStep } from '../../chain/step.ts';
import { ImportError } from '../../import-error.ts';
import { printable } from '../../text/printable.ts';
import type { FoundModel } from '../format.ts';
import { matrixOf, numbersOf, refuseFaults } from './matrix-of.ts';

/** Whether a JSON is what brain.js writes: version 2 names its class, version 1 has nodes by their names. */
export function isBrainJs(json: unknown): boolean {
  const [inputs, second] = listField(json, 'layers');
  if (typeof field(json, 'type') === 'string')
    return inputs !== undefined || RECURRENT.test(String(field(json, 'type')));
  return isObject(inputs) && isObject(second) && isObject(Object.values(second)[0]);
}

const RECURRENT = /^(?:RNN|LSTM|GRU|Recurrent)/;

/** Reads a network of brain.js. All of its layers have one activation. */
export function brainJs(json: unknown): FoundModel {
  const type = field(json, 'type');
  if (typeof type === 'string' && !/^NeuralNetwork(?:GPU)?$/.test(type)) {
    const what = `${RECURRENT.test(type) ? 'a recurrent network' : 'another network'} of brain.js (${printable(type)})`;
    throw new ImportError('unsupported', `It is ${what}. Only its NeuralNetwork can be drawn.`);
  }
  const places = ['activation', 'trainOpts', 'options'].map((name) => field(json, name));
  const activation = places
    .map((place) => (isObject(place) ? field(place, 'activation') : place))
    .find((name) => typeof name === 'string');
  const faults: string[] = [];
  const found = type === undefined ? ofVersion1(json, faults) : ofVersion2(json, faults);
  refuseFaults(faults);
  return {
    format: 'brain.js',
    ...found,
    // Without a word, as in version 0, it is the sigmoid.
    steps: found.steps.map((step) => ({
      ...step,
      activation: activationName(String(activation ?? 'sigmoid')),
    })),
  };
}

type Found = Pick<FoundModel, 'inputNames' | 'outputNames'> & { readonly steps: readonly DenseStep[] };

/** Rows of weights for each node; the first layer has none. */
function ofVersion2(json: unknown, faults: string[]): Found {
  const steps = listField(json, 'layers')
    .slice(1)
    .flatMap((layer, i): DenseStep[] => {
      const path = `layers[${i + 1}]`;
      const weights = matrixOf(field(layer, 'weights'), { path: `${path}.weights`, faults });
      const bias = numbersOf(field(layer, 'biases'), { path: `${path}.biases`, faults });
      if (weights === undefined || bias === undefined) return [];
      const { rows: outputs, columns: inputs, values } = weights;
      return [{ kind: 'dense', name: `layer ${i + 1}`, inputs, outputs, weights: values, bias }];
    });
  return {
    steps,
    inputNames: namesIn(json, 'inputLookup'),
    outputNames: namesIn(json, 'outputLookup'),
  };
}

/** Names with the index of their node. */
function namesIn(json: unknown, lookup: string): readonly string[] | undefined {
  const indices = field(json, lookup);
  if (!isObject(indices)) return undefined;
  const names = new Map(Object.entries(indices).map(([text, index]) => [index, text]));
  const inOrder = Array.from(names, (_, i) => names.get(i));
  return inOrder.every((name) => name !== undefined) ? inOrder : undefined;
}

/** Nodes by name, each with its weights by the names of the nodes before. */
function ofVersion1(json: unknown, faults: string[]): Found {
  const layers = listField(json, 'layers').map((layer) => (isObject(layer) ? layer : {}));
  const names = layers.map((layer) => Object.keys(layer));
  const steps = layers
    .slice(1)
    .map((layer, i) => denseOf(layer, { before: names[i]!, number: i + 1, faults }));
  const isNamed = (key: string) => isObject(field(json, key)) || field(json, key) === true;
  return {
    steps: steps.filter((step) => step !== undefined),
    inputNames: isNamed('inputLookup') ? names[0] : undefined,
    outputNames: isNamed('outputLookup') ? names.at(-1) : undefined,
  };
}

interface LayerOptions {
  readonly before: readonly string[];
  readonly number: number;
  readonly faults: string[];
}

function denseOf(layer: JsonObject, { before, number, faults }: LayerOptions): DenseStep | undefined {
  const nodes = Object.entries(layer);
  const path = `layers[${number}]`;
  const lone = nodes.find(([, node]) => Object.keys(field(node, 'weights') ?? {}).length !== before.length);
  if (lone !== undefined) {
    faults.push(
      `${path}.${printable(lone[0], 32)} has not one weight for each of ${before.length} nodes before`,
    );
    return undefined;
  }
  const rows = nodes.map(([, node]) => before.map((name) => field(field(node, 'weights'), name)));
  const weights = matrixOf(rows, { path, faults });
  const bias = numbersOf(
    nodes.map(([, node]) => field(node, 'bias')),
    { path: `the biases of ${path}`, faults },
  );
  if (weights === undefined || bias === undefined) return undefined;
  const { rows: outputs, columns: inputs, values } = weights;
  return { kind: 'dense', name: `layer ${number}`, inputs, outputs, weights: values, bias };
}
