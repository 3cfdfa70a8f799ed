import { activationIn } from '../../chain/activation-name.ts';
import { notAChain } from '../../chain/refusals.ts';
import type { Step } from '../../chain/step.ts';
import { ImportError } from '../../import-error.ts';
import { IMPORT_LIMITS } from '../../limits.ts';
import { refuseMore } from '../../refuse-more.ts';
import { printable } from '../../text/printable.ts';
import type { Note } from '../../trained-network.ts';

/** A network as nodes and connections between any two of them. */
export interface Graph {
  readonly nodes: readonly GraphNode[];
  /** Where two nodes have several connections, these add up. */
  readonly connections: readonly GraphConnection[];
  /** What the layers are called, from the inputs to the outputs. */
  readonly layerNames: readonly string[];
}

/** A node of a graph. */
export interface GraphNode {
  /** Which layer it is in; the inputs are in layer 0. */
  readonly layer: number;
  readonly bias: number;
  /** Left out where the file does not say it. */
  readonly activation: string | undefined;
}

/** A connection between two nodes, by their index. */
export interface GraphConnection {
  readonly from: number;
  readonly to: number;
  readonly weight: number;
}

/** The layers of a graph. Nodes without a connection have one of weight 0. Throws an ImportError where connections leave out a layer. */
export function stepsOfGraph({ nodes, connections, layerNames }: Graph): { steps: Step[]; notes: Note[] } {
  const sizes = layerNames.map(() => 0);
  const places = nodes.map(({ layer }) => sizes[layer]!++);
  const empty = sizes.indexOf(0);
  if (empty >= 0) throw new ImportError('damaged', `It has no nodes in the layer ${layerNames[empty]}.`);
  const count = sizes.slice(1).reduce((sum, size, i) => sum + size * sizes[i]!, 0);
  refuseMore(count, { most: IMPORT_LIMITS.maxNumbers, of: 'connections', subject: 'Its layers have' });
  const matrices = sizes.slice(1).map((size, i) => new Float64Array(size * sizes[i]!));
  for (const { from, to, weight } of connections) {
    const [start, end] = [nodes[from]!.layer, nodes[to]!.layer];
    if (end !== start + 1) throw end > start ? skips(from, to) : recurrent(from, to);
    matrices[start]![places[to]! * sizes[start]! + places[from]!]! += weight;
  }
  const notes: Note[] = [];
  const steps = matrices.map((weights, i): Step => {
    const ofLayer = nodes.filter(({ layer }) => layer === i + 1);
    const activations = [...new Set(ofLayer.map(({ activation }) => activation))];
    const [activation] = activations;
    const name = layerNames[i + 1]!;
    if (activations.length > 1 || activation === undefined) notes.push(unclear(name, activations));
    return {
      kind: 'dense',
      name,
      inputs: sizes[i]!,
      outputs: sizes[i + 1]!,
      weights,
      bias: Float64Array.from(ofLayer, ({ bias }) => bias),
      activation: activations.length > 1 ? undefined : activationIn(activation),
    };
  });
  return { steps, notes };
}

function skips(from: number, to: number): ImportError {
  return notAChain(`A connection from node ${from} to node ${to} leaves out a layer`);
}

/** The refusal of a connection that leads to no later layer. */
export function recurrent(from: number, to: number): ImportError {
  const message = `It is recurrent: a connection leads from node ${from} to node ${to}, which is in no later layer. Only networks without such connections can be drawn.`;
  return new ImportError('unsupported', message);
}

function unclear(name: string, activations: readonly (string | undefined)[]): Note {
  const list = activations.slice(0, 5).map((activation) => printable(activation ?? 'unknown', 32));
  const text = activations.length === 1 ? 'not in this file' : `its nodes have several (${list.join(', ')})`;
  return { code: 'unknown', text: `the activation of ${name}: ${text}` };
}
