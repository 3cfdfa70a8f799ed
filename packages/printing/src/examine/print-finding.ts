import type { Mode, Vec3 } from '@neurofab/core';
import type { ProcessId } from '@neurofab/printers';

/** What a maker should know before a model is printed, as data for whoever has the words. */
export type PrintFinding =
  /** Diameters in millimetres: of the thinnest connection, and what a process needs, or what the owner of the printer found out. */
  | Found<'thin-connections', { readonly process: ProcessId; readonly isOwn?: true }>
  /** The width in millimetres over which the thinnest connection touches the bed. */
  | Found<'narrow-contact'>
  /** How many sides circles of a network that is cut under its axes have. */
  | Found<'few-sides'>
  /** How many times as long as it is thick the freest connection is, between nodes and crossings. */
  | Found<'slender-connection'>
  /** The longest level connection in millimetres that nothing holds from below between nodes and crossings. */
  | Found<'bridge'>
  /** The narrowest gap in millimetres between connections that do not cross; below zero they run into each other. */
  | Found<'fusing-connections'>
  /** The diameter of posts or pegs in millimetres. */
  | Found<'thin-posts'>
  /** How many times as long as it is thick the longest post is. */
  | Found<'slender-post'>
  /** The angle in degrees by which a peg tilts in its socket. */
  | Found<'loose-pegs'>
  /** Millimetres of room on each side of a peg, and the least with which it goes in. */
  | Found<'tight-pegs'>
  /** A height of layers in millimetres, and the most that the nozzle lays down well. */
  | Found<'high-layers'>
  /** A height of layers in millimetres that connections do not end with, and the largest that surely would be. */
  | Found<'no-whole-layers'>
  /** How many regions begin in mid-air. */
  | Found<'islands'>
  /** Square millimetres that hang over by more than 45°. */
  | Found<'overhang'>
  /** Square millimetres of the first layer of the piece that touches the bed least. */
  | Found<'little-contact'>
  /** The angle in degrees about the nearest edge at which what stands there tips over. */
  | Found<'tips-over'>
  /** Grams that are thrown away when filament is changed, and what the model itself weighs. */
  | Found<'much-purge'>
  /** How many hollows nothing leads into. */
  | Found<'closed-hollows'>
  /** Cubic millimetres of walls that are thinner than a nozzle, and its diameter in millimetres. */
  | Found<'thin-walls'>;

/** An error: it will not come out as it is meant. A warning: it may disappoint. A note: good to know. */
export type PrintLevel = 'error' | 'warning' | 'note';

type Found<Code extends string, Data = object> = {
  readonly code: Code;
  readonly level: PrintLevel;
  /** Where it is in what was asked for, such as `['network', 'clearance']`; empty for a file. */
  readonly path: readonly string[];
  /** Where it is in the model, as far as that is one place. */
  readonly where?: Where;
  readonly value: number;
  /** What would have been no finding. */
  readonly limit: number;
  /** Where the limit comes from: a page, or how it was measured. */
  readonly source: string;
  /** What the limit is for; left out where it is for any. */
  readonly process?: ProcessId;
  /** What would mend it, best first; left out where nothing that can be asked for does. */
  readonly remedies?: readonly PrintRemedy[];
} & Data;

/** A place in a model. */
export interface Where {
  readonly piece?: string;
  readonly part?: string;
  /** The nearest node. */
  readonly node?: NodePlace;
  /** Each by the nodes that it joins. */
  readonly connections?: readonly (readonly [from: NodePlace, to: NodePlace])[];
  /** On the plate, in millimetres. */
  readonly at?: Vec3;
}

/** A node by its layer and its number there, both from 0; of a layer that is drawn in part, among all of its nodes. */
export interface NodePlace {
  readonly layer: number;
  readonly node: number;
}

/** A change to what was asked for. Lengths are those of the network before it is scaled. */
export interface PrintRemedy {
  readonly connectionRadius?: number;
  /** Diameters of weighted connections. */
  readonly thickest?: number;
  readonly thinnest?: number;
  readonly layerSpacing?: number;
  /** Sides of every circle. */
  readonly segments?: number;
  readonly base?: 'disc';
  readonly baseRadius?: number;
  readonly mode?: Mode;
  /** The most colours. */
  readonly slots?: number;
  /** These two do not grow with the network. */
  readonly layerHeight?: number;
  readonly clearance?: number;
  readonly scale?: number;
}
