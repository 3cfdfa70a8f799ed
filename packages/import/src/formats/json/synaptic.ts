import { field, type JsonObject, textField } from '../../bytes/json-fields.ts';
import { isSize } from '../../bytes/tensor.ts';
import { DENSE_LAYERS } from '../../chain/dense-layers.ts';
import { damaged } from '../../import-error.ts';
import { refuseMore } from '../../refuse-more.ts';
import type { FoundModel } from '../format.ts';
import { connectionsOf, numberOf, objectsOf } from './graph-json.ts';
import { stepsOfGraph } from './steps-of-graph.ts';

/** Whether a JSON is what synaptic writes. */
export function isSynaptic(json: unknown): boolean {
  return Array.isArray(field(json, 'neurons')) && Array.isArray(field(json, 'connections'));
}

/** Reads a network of synaptic, whose neurons say which layer they are in. */
export function synaptic(json: unknown): FoundModel {
  const neurons = objectsOf(json, 'neurons');
  const hidden =
    1 + neurons.reduce((last, { layer }) => (typeof layer === 'number' ? Math.max(last, layer) : last), -1);
  refuseMore(hidden + 1, DENSE_LAYERS);
  const layerNames = ['input', ...Array.from({ length: hidden }, (_, i) => `hidden ${i}`), 'output'];
  const nodes = neurons.map((neuron) => ({
    layer: layerOf(neuron, hidden),
    bias: numberOf(neuron, 'bias'),
    activation: textField(neuron, 'squash'),
  }));
  return {
    format: 'synaptic',
    ...stepsOfGraph({ nodes, connections: connectionsOf(json, nodes.length), layerNames }),
  };
}

function layerOf({ layer }: JsonObject, hidden: number): number {
  if (layer === 'input') return 0;
  if (layer === 'output') return hidden + 1;
  if (isSize(layer)) return layer + 1;
  throw damaged('a neuron in it is in no layer');
}
