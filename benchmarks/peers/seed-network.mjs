// The seed network as its document describes it, for peers that lay it out themselves.

export const LAYERS = [3, 6, 6, 4, 2];
export const NODE_RADIUS = 2;
export const CONNECTION_RADIUS = 0.5;
export const SEGMENTS = 100;
export const BASE = { center: [32, 0, -22], radius: 25, thickness: 1, segments: 10_000 };

/** Centres of all nodes, layer by layer. */
export const NODES = LAYERS.map((count, layer) =>
  Array.from({ length: count }, (_, node) => [16 * layer, 0, 8 * (node - (count - 1) / 2)]),
);

/** Both ends of every connection. */
export const CONNECTIONS = NODES.slice(1).flatMap((layer, i) =>
  NODES[i].flatMap((from) => layer.map((to) => [from, to])),
);
