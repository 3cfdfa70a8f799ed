import { field, textField } from '../../bytes/json-fields.ts';
import { DENSE_LAYERS } from '../../chain/dense-layers.ts';
import { refuseMore } from '../../refuse-more.ts';
import type { Note } from '../../trained-network.ts';
import type { FoundModel } from '../format.ts';
import { connectionsOf, numberOf, objectsOf } from './graph-json.ts';
import { type GraphConnection, recurrent, stepsOfGraph } from './steps-of-graph.ts';

/** Whether a JSON is what neataptic writes. */
export function isNeataptic(json: unknown): boolean {
  return Array.isArray(field(json, 'nodes')) && Array.isArray(field(json, 'connections'));
}

/** Reads a network of neataptic, whose nodes are evaluated in their order; layers are found by the longest way from the inputs. */
export function neataptic(json: unknown): FoundModel {
  const nodes = objectsOf(json, 'nodes');
  const masks = nodes.map((node) => (field(node, 'mask') === undefined ? 1 : numberOf(node, 'mask')));
  const connections = connectionsOf(json, nodes.length).map(({ from, to, weight }) => ({
    from,
    to,
    weight: weight * masks[from]!,
  }));
  const types = nodes.map(({ type }) => type);
  const layers = layersOf(types, connections);
  const last = layers.reduce((most, layer) => Math.max(most, layer), 1);
  refuseMore(last, DENSE_LAYERS);
  const found = stepsOfGraph({
    nodes: nodes.map((node, i) => ({
      layer: layers[i]!,
      bias: numberOf(node, 'bias'),
      activation: textField(node, 'squash'),
    })),
    connections,
    layerNames: Array.from({ length: last + 1 }, (_, i) =>
      i === 0 ? 'input' : i === last ? 'output' : `hidden ${i}`,
    ),
  });
  return {
    format: 'neataptic',
    steps: found.steps,
    notes: [...(masks.some((mask) => mask !== 1) ? [MASKS_FOLDED] : []), ...found.notes],
  };
}

// A mask is what a node's value is multiplied by, as training with dropout leaves it.
const MASKS_FOLDED: Note = { code: 'folded', text: 'masks of dropout folded into the weights' };

/** Each node's longest way from the inputs; all outputs are in the last layer. */
function layersOf(types: readonly unknown[], connections: readonly GraphConnection[]): readonly number[] {
  const incoming = types.map((): GraphConnection[] => []);
  for (const connection of connections) incoming[connection.to]!.push(connection);
  const layers: number[] = [];
  for (const [i, type] of types.entries()) {
    const before = incoming[i]!.map(({ from, to }) => {
      if (from < to) return layers[from]!;
      throw recurrent(from, to);
    });
    const longest = before.reduce((most, layer) => Math.max(most, layer), 0);
    layers.push(type === 'input' ? 0 : longest + 1);
  }
  const isOutput = (i: number) => types[i] === 'output';
  const last = layers.reduce((most, layer, i) => Math.max(most, isOutput(i) ? layer : layer + 1), 1);
  return layers.map((layer, i) => (isOutput(i) ? last : layer));
}
