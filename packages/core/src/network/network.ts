import type { TrainedSpec } from '../spec/network-spec.ts';

/** What is drawn of a layer at one place: a node, or dots that stand for nodes which are not drawn. */
export type Shown =
  | {
      readonly kind: 'node';
      /** Its number in the layer, from 0. */
      readonly index: number;
      /** What it stands for, such as `petal width`. */
      readonly label?: string;
    }
  | { readonly kind: 'ellipsis'; readonly hidden: number };

/** One layer: how many nodes it has, and what is drawn of it, in order. */
export interface Layer {
  readonly label: string;
  readonly size: number;
  /** How many of its nodes are drawn. */
  readonly drawn: number;
  /** The share of the flow through the network that runs through drawn nodes, from 0 to 1; left out where nobody says it. */
  readonly flow?: number;
  readonly shown: readonly Shown[];
}

/** A line between two nodes, by their numbers among all drawn nodes, counted layer by layer. */
export interface Connection {
  readonly from: number;
  readonly to: number;
  /** Left out where connections are all alike. */
  readonly weight?: number;
}

/** Connections of any two drawn nodes, made anew at each iteration: a dense network takes no memory for them. */
export interface Connections extends Iterable<Connection> {
  readonly count: number;
}

/** A neural network as topology: no lengths, no colours. */
export interface Network {
  /** Where it comes from, where it was trained. */
  readonly trained?: TrainedSpec;
  readonly layers: readonly Layer[];
  readonly connections: Connections;
}
