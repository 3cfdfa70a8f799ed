import { isObject } from '@neurofab/core/internal';
import { field, type JsonObject } from '../../bytes/json-fields.ts';
import { activationIn } from '../../chain/activation-name.ts';
import type { DenseStep } from '../../chain/step.ts';
import { unknownActivations } from '../../chain/unknown-activations.ts';
import { printable } from '../../text/printable.ts';
import type { FoundModel } from '../format.ts';
import { matrixOf, numbersOf, type Place, refuseFaults, textsOf } from './matrix-of.ts';

const FIELDS = ['name', 'layers', 'inputs', 'outputs'];
const LAYER_FIELDS = ['name', 'weights', 'bias', 'activation'];

/** Whether a JSON is a network as a person writes it: layers with weights. */
export function isPlainNetwork(json: unknown): boolean {
  const layers = field(json, 'layers');
  return Array.isArray(layers) && layers.length > 0 && layers.every(isObject);
}

/** Reads `{"layers": [{"weights": [[…]], "bias": […], "activation": "tanh"}, …]}`, with a row of weights for each output. */
export function plainNetwork(json: unknown): FoundModel {
  const faults: string[] = [];
  refuseUnknown(json, { path: '', faults }, FIELDS);
  const steps = (field(json, 'layers') as readonly unknown[]).map((layer, i) =>
    stepOf(layer, { path: `layers[${i}]`, faults, number: i + 1 }),
  );
  const [inputNames, outputNames] = ['inputs', 'outputs'].map((path) => {
    const names = field(json, path);
    return names === undefined ? undefined : textsOf(names, { path, faults });
  });
  const sound = steps.filter((step) => step !== undefined);
  checkCount(inputNames, sound[0]?.inputs, { path: 'inputs', faults });
  checkCount(outputNames, sound.at(-1)?.outputs, { path: 'outputs', faults });
  refuseFaults(faults);
  return {
    format: 'JSON',
    steps: sound,
    inputNames,
    outputNames,
    notes: unknownActivations(sound),
  };
}

function checkCount(
  names: readonly string[] | undefined,
  count: number | undefined,
  { path, faults }: Place,
): void {
  if (names === undefined || count === undefined || names.length === count) return;
  faults.push(`${path} has ${names.length} names for ${count} nodes`);
}

function stepOf(
  layer: unknown,
  { path, faults, number }: Place & { readonly number: number },
): DenseStep | undefined {
  refuseUnknown(layer, { path: `${path}.`, faults }, LAYER_FIELDS);
  const { name = `layer ${number}`, weights, bias, activation } = layer as JsonObject;
  const matrix = matrixOf(weights, { path: `${path}.weights`, faults });
  const biases = bias === undefined ? undefined : numbersOf(bias, { path: `${path}.bias`, faults });
  if (matrix && biases && biases.length !== matrix.rows) {
    faults.push(`${path}.bias has ${biases.length} numbers for ${matrix.rows} rows of weights`);
  }
  if (typeof name !== 'string') faults.push(`${path}.name is no text`);
  if (activation !== undefined && typeof activation !== 'string')
    faults.push(`${path}.activation is no text`);
  return (
    matrix && {
      kind: 'dense',
      name: typeof name === 'string' ? printable(name) : '',
      inputs: matrix.columns,
      outputs: matrix.rows,
      weights: matrix.values,
      bias: biases,
      activation: activationIn(activation),
    }
  );
}

function refuseUnknown(value: unknown, { path, faults }: Place, known: readonly string[]): void {
  const unknown = Object.keys(value as object).find((name) => !known.includes(name));
  if (unknown === undefined) return;
  faults.push(`${path}${printable(unknown, 32)} is none of ${known.join(', ')}`);
}
