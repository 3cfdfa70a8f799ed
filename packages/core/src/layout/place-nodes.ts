import { circleSegments, sphereRings } from '../mesh/resolution.ts';
import type { Layer, Network } from '../network/network.ts';
import type { Node, Rod, Rods, Sphere, Vec3 } from '../scene/scene.ts';
import type { NetworkSpec } from '../spec/network-spec.ts';
import { NETWORK_DEFAULTS } from '../spec/presets.ts';

/** The balls of a network where they stand. */
export interface PlacedNodes {
  /** Layer by layer, from below; an ellipsis is three small ones. */
  readonly nodes: readonly Node[];
  /** The index in `nodes` of each node that is no dot. */
  readonly numbers: Uint32Array;
  /** The rods that hold the dots of ellipses, those of each layer together. */
  readonly ellipsisRods: readonly Rods<Rod>[];
}

export interface PlaceOptions {
  /** The part of each layer. */
  readonly parts: readonly number[];
  readonly frame: Frame;
}

/** Where a point of the network's plane stands: layers lie along x, the nodes of a layer along z, centred on 0. */
export type Frame = (x: number, z: number) => Vec3;

/** Upright, and moved. */
export function upright([offsetX, offsetY, offsetZ]: Vec3): Frame {
  return (x, z) => [x + offsetX, offsetY, z + offsetZ];
}

/** The dots of an ellipsis, in shares of a node spacing from its middle. */
const DOTS = [-1 / 4, 0, 1 / 4] as const;

/** Nodes and dots, and rods through the dots from neighbour to neighbour, without which they would hang in the air. */
export function placeNodes(spec: NetworkSpec, network: Network, { parts, frame }: PlaceOptions): PlacedNodes {
  const { nodeRadius, resolution } = spec;
  const ball = (radius: number) => ({
    kind: 'sphere' as const,
    radius,
    segments: circleSegments(radius, resolution),
    rings: sphereRings(radius, resolution),
  });
  const [node, dot] = [ball(nodeRadius), ball(nodeRadius * NETWORK_DEFAULTS.dotRatio)];
  const nodes: Node[] = [];
  const numbers: number[] = [];
  const ellipsisRods = network.layers.flatMap((layer, number): Rods<Rod>[] => {
    const part = parts[number]!;
    const before = nodes.length;
    const centerOf = rowCenters(spec, { layer: number, rows: layer.shown.length }, frame);
    // Without an iterator: of thousands of nodes it takes most of the time of a layout.
    for (let row = 0; row < layer.shown.length; row++) {
      if (layer.shown[row]!.kind === 'node') {
        numbers.push(nodes.length);
        nodes.push(place(node, centerOf(row), part));
      } else {
        for (const share of DOTS) nodes.push(place(dot, centerOf(row + share), part));
      }
    }
    if (layer.drawn === layer.shown.length) return [];
    const rods = rodsThroughDots(spec, layer, nodes, before);
    return [{ part, count: rods.length, alike: true, [Symbol.iterator]: () => rods.values() }];
  });
  return { nodes, numbers: Uint32Array.from(numbers), ellipsisRods };
}

/** A ball at its place. Field by field, since spreading takes long too. */
function place({ radius, segments, rings }: Omit<Sphere, 'center'>, center: Vec3, part: number): Node {
  return { kind: 'sphere', radius, segments, rings, center, part };
}

/** Balls that reach as far as all: of each layer the lowest, the highest and a node, which is larger than dots. */
export function* outermostNodes({ layers }: Network, { nodes, numbers }: PlacedNodes): Generator<Node> {
  let first = 0;
  let number = 0;
  for (const { drawn, shown } of layers) {
    const balls = drawn + DOTS.length * (shown.length - drawn);
    yield nodes[numbers[number]!]!;
    yield nodes[first]!;
    yield nodes[first + balls - 1]!;
    first += balls;
    number += drawn;
  }
}

/** The middles of the rows of a layer that shows so many, from below. */
export function rowCenters(
  { layerSpacing, nodeSpacing }: NetworkSpec,
  { layer, rows }: { readonly layer: number; readonly rows: number },
  frame: Frame,
): (row: number) => Vec3 {
  const x = layer * layerSpacing;
  const middle = (rows - 1) / 2;
  return (row) => frame(x, (row - middle) * nodeSpacing);
}

/** `first` is the index in `nodes` of the layer's lowest ball. */
function rodsThroughDots(
  { nodeRadius, resolution }: NetworkSpec,
  { shown }: Layer,
  nodes: readonly Node[],
  first: number,
) {
  const radius = nodeRadius * NETWORK_DEFAULTS.dotRodRatio;
  const segments = circleSegments(radius, resolution);
  const rods: Rod[] = [];
  let at = first;
  for (const { kind } of shown) {
    const count = kind === 'node' ? 1 : DOTS.length;
    if (kind === 'ellipsis') {
      const [from, to] = [Math.max(first, at - 1), Math.min(nodes.length - 1, at + count)];
      const ends = [nodes[from]!.center, nodes[to]!.center] as const;
      rods.push({ kind: 'cylinder', from: ends[0], to: ends[1], radius, segments, ends: [from, to] });
    }
    at += count;
  }
  return rods;
}
