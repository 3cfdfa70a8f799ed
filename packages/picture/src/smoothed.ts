import type { Scene, Solid } from '@neurofab/core';

/** How long the sides of a circle are at most, in pixels: of longer ones an eye sees the corners. */
const SIDE = 2.5;

/** The fewest sides, so that a rod stays a rod. */
const FEWEST = 4;

/**
 * The scene with circles of as many sides as a picture of so many pixels a side shows, be that more than a print needs or fewer. Of a
 * network that says how many sides it has it is the scene as it is.
 */
export function smoothed(scene: Scene, size: number): Scene {
  const { bounds, pieces, source } = scene;
  if (source !== undefined && 'segments' in source.resolution) return scene;
  const lengths = bounds.max.map((max, axis) => max - bounds.min[axis]!);
  const pixels = size / Math.max(...lengths);
  const sides = (radius: number) => Math.max(FEWEST, 4 * Math.ceil((radius * pixels * Math.PI) / (2 * SIDE)));
  const smooth = <Kind extends Solid>(solid: Kind): Kind => {
    if (solid.kind === 'prism') return solid;
    const segments = sides(solid.radius);
    return { ...solid, segments, ...(solid.kind === 'sphere' && { rings: segments / 2 }) };
  };
  return {
    ...scene,
    pieces: pieces.map((piece) => ({
      ...piece,
      nodes: piece.nodes.map(smooth),
      rods: piece.rods.map((rods) => ({ ...rods, [Symbol.iterator]: () => eachOf(rods, smooth) })),
      others: piece.others.map(smooth),
    })),
  };
}

function* eachOf<Item>(items: Iterable<Item>, change: (item: Item) => Item): Generator<Item> {
  for (const item of items) yield change(item);
}
