import type { NetworkScene } from '@neurofab/core';
import { circleSegments, shownCount, sphereRings, thickestConnection } from '@neurofab/core/internal';

/** What it takes to join a network into closed bodies, to within a factor of about two where that takes some seconds. */
export interface JoiningEstimate {
  /** How often connections cross. */
  readonly crossings: number;
  readonly seconds: number;
  /** Of memory, all that the process takes. */
  readonly bytes: number;
}

/**
 * Measured with version 0.1.0 and Node 20 on two cores of a server of 2026, as time of the processor: 50 networks of 2 to 5 layers,
 * with weights and without, of up to 1,000 nodes and of 8 to 200 sides, written as 3MF. An STL takes two thirds of it. Six of them
 * lying flat, of 16 to 101 sides, took 0.4 to 1.8 times the estimate.
 */
const COSTS = {
  start: { seconds: 1, bytes: 90e6 },
  /** A triangle of a node. */
  node: { seconds: 4.7e-6, bytes: 200 },
  /** Two connections that end in one node, side by side. */
  fan: { seconds: 25e-6 },
  /** Two connections that cross, and each of their sides. Of an odd number more come to the surface. */
  crossing: { seconds: 12e-6 },
  side: { seconds: 1.6e-6 },
  odd: 3,
  /** Times as much for connections of what no plane mirrors: there are no halves to make it of. */
  whole: 2,
  /** A triangle of the connections. */
  triangle: { bytes: 200 },
} as const;

/** Estimates from the numbers of nodes, connections and sides what it takes to join all of a network. */
export function estimateJoining({
  source,
  pieces,
}: Pick<NetworkScene, 'source' | 'pieces'>): JoiningEstimate {
  const { nodeRadius, nodeSpacing, resolution } = source;
  const layers = source.layers.map(shownCount);
  const thickness = thickestConnection(source);
  const sides = circleSegments(thickness / 2, resolution);
  const nodes = layers.reduce((sum, count) => sum + count, 0);
  const nodeTriangles =
    nodes * 2 * circleSegments(nodeRadius, resolution) * (sphereRings(nodeRadius, resolution) - 1);
  let all = 0;
  let crossings = 0;
  let fans = 0;
  let triangles = 0;
  for (let gap = 1; gap < layers.length; gap++) {
    const [left, right] = [layers[gap - 1]!, layers[gap]!];
    const here = pairs(left) * pairs(right);
    // The more connections, the smaller the faces between them, and the fewer of their sides reach the surface.
    const share = Math.min(1, (1.44 * (nodeSpacing / thickness) ** 2) / (left * right));
    all += left * right;
    crossings += here;
    fans += left * pairs(right) + right * pairs(left);
    triangles += 2 * left * right * sides + here * sides * share;
  }
  // Of the connections that there could be, so many are drawn; ellipses have a few rods more.
  const drawn = Math.min(
    1,
    pieces.flatMap(({ rods }) => rods).reduce((sum, { count }) => sum + count, 0) / all,
  );
  const both = drawn * drawn;
  const { start, node, fan, crossing, side, odd, whole, triangle } = COSTS;
  const perCrossing = (crossing.seconds + side.seconds * sides) * (sides % 2 === 1 ? odd : 1);
  const isWhole = pieces.some(({ mirror, rods }) => mirror === undefined && rods.length > 0);
  const connections = both * (fans * fan.seconds + crossings * perCrossing) * (isWhole ? whole : 1);
  return {
    crossings: Math.round(crossings * both),
    seconds: start.seconds + nodeTriangles * node.seconds + connections,
    bytes: start.bytes + nodeTriangles * node.bytes + both * triangles * triangle.bytes,
  };
}

function pairs(nodes: number): number {
  return (nodes * (nodes - 1)) / 2;
}
