import { type NetworkScene, type Node, networkOf, type Piece } from '@neurofab/core';
import type { NodePlace } from './print-finding.ts';

/** The nodes of each layer of a piece that holds a network, by their indices, dots of ellipses left out. */
export function layersOfPiece({ source }: NetworkScene, { nodes }: Piece): number[][] {
  const numbers = [...nodes.keys()].filter((index) => !isDot(nodes[index]!, source.nodeRadius));
  let first = 0;
  return networkOf(source).layers.map(({ drawn }) => {
    first += drawn;
    return numbers.slice(first - drawn, first);
  });
}

/** Gives the layer and number of a node by its index in its piece; nothing for a dot. */
export function nodeNames(scene: NetworkScene, piece: Piece): (index: number) => NodePlace | undefined {
  const { layers } = networkOf(scene.source);
  const places = new Map<number, NodePlace>();
  for (const [layer, indices] of layersOfPiece(scene, piece).entries()) {
    const shown = layers[layer]!.shown.flatMap((some) => (some.kind === 'node' ? [some.index] : []));
    for (const [row, index] of indices.entries()) places.set(index, { layer, node: shown[row]! });
  }
  return (index) => places.get(index);
}

function isDot({ radius }: Node, nodeRadius: number): boolean {
  return radius < nodeRadius;
}
