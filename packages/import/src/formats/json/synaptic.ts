import { field } from '../../bytes/parse-json.ts';
import { ImportError } from '../../import-error.ts';
import { IMPORT_LIMITS } from '../../limits.ts';
import type { FoundModel } from '../format.ts';
import { connectionsOf, type Fields, numberOf, objectsOf, squashOf } from './graph-json.ts';
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
  if (hidden >= IMPORT_LIMITS.maxLayers) {
    throw new ImportError(
      'too-large',
      `It has ${hidden} hidden layers, and at most ${IMPORT_LIMITS.maxLayers - 1} can be drawn.`,
    );
  }
  const layerNames = ['input', ...Array.from({ length: hidden }, (_, i) => `hidden ${i}`), 'output'];
  const nodes = neurons.map((neuron) => ({
    layer: layerOf(neuron, hidden),
    bias: numberOf(neuron, 'bias'),
    activation: squashOf(neuron),
  }));
  return {
    format: 'synaptic',
    ...stepsOfGraph({ nodes, connections: connectionsOf(json, nodes.length), layerNames }),
  };
}

function layerOf({ layer }: Fields, hidden: number): number {
  if (layer === 'input') return 0;
  if (layer === 'output') return hidden + 1;
  if (typeof layer === 'number' && Number.isInteger(layer) && layer >= 0) return layer + 1;
  throw new ImportError('damaged', 'It is damaged: a neuron in it is in no layer.');
}
