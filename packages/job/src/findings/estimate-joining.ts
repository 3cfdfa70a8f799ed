import type { NetworkSpec } from '@neurofab/core';
import { circleSegments, shownCount, sphereRings } from '@neurofab/core/internal';

/** What it takes to join a network into one closed body a part, to within a factor of two where that takes a second or more. */
export interface JoiningEstimate {
  /** How often connections cross. */
  readonly crossings: number;
  readonly seconds: number;
  /** Of memory, all that the process takes. */
  readonly bytes: number;
}

/**
 * Measured with version 0.1.0 and Node 20 on two cores of a server of 2026: 60 networks of 2 to 5 layers, of up to 800 nodes
 * and of 8 to 400 sides, written as 3MF or STL. In closed form, the one body of an STL takes a third to a half of the time, and half to
 * four fifths of the memory.
 */
const COSTS = {
  start: { seconds: 0.4, bytes: 80e6 },
  /** A pair of nodes: each is held against all others. */
  pair: { seconds: 0.14e-3 },
  /** A triangle of a node, and one of the connections of a gap, where these are joined in closed form. */
  closedForm: {
    node: { seconds: 8e-6, bytes: 700 },
    gap: { seconds: 4.4e-6, bytes: 350 },
  },
  /** Booleans cost by the crossing and, with so many sides, this power of them. */
  booleans: {
    node: { seconds: 12e-6, bytes: 750 },
    gap: { bytes: 2000 },
    crossing: { seconds: 0.42e-3, power: 0.7 },
  },
} as const;

/** Estimates from the numbers of nodes, crossings and sides what it takes to join all of a network. */
export function estimateJoining(spec: NetworkSpec): JoiningEstimate {
  const { nodeRadius, connectionRadius, nodeSpacing, resolution } = spec;
  const layers = spec.layers.map(shownCount);
  const sides = circleSegments(connectionRadius, resolution);
  const nodes = layers.reduce((sum, count) => sum + count, 0);
  const nodeTriangles =
    nodes * 2 * circleSegments(nodeRadius, resolution) * (sphereRings(nodeRadius, resolution) - 1);
  let crossings = 0;
  let gapTriangles = 0;
  for (let gap = 1; gap < layers.length; gap++) {
    const [left, right] = [layers[gap - 1]!, layers[gap]!];
    const here = pairs(left) * pairs(right);
    // The more connections, the smaller the faces between them, and the fewer of their sides reach the surface.
    const share = Math.min(1, (0.36 * (nodeSpacing / connectionRadius) ** 2) / (left * right));
    crossings += here;
    gapTriangles += 2 * left * right * sides + here * (1.8 + sides * share);
  }

  const { start, pair, closedForm, booleans } = COSTS;
  const startSeconds = start.seconds + pairs(nodes) * pair.seconds;
  if (hasClosedForm(spec)) {
    const { node, gap } = closedForm;
    return {
      crossings,
      seconds: startSeconds + nodeTriangles * node.seconds + gapTriangles * gap.seconds,
      bytes: start.bytes + nodeTriangles * node.bytes + gapTriangles * gap.bytes,
    };
  }
  const { node, gap, crossing } = booleans;
  return {
    crossings,
    seconds:
      startSeconds + nodeTriangles * node.seconds + crossings * crossing.seconds * sides ** crossing.power,
    bytes: start.bytes + nodeTriangles * node.bytes + gapTriangles * gap.bytes,
  };
}

function pairs(nodes: number): number {
  return (nodes * (nodes - 1)) / 2;
}

/**
 * Whether connections have an even number of sides, end inside nodes, and are thin enough to pass beside each other: what
 * solid has a closed form for.
 */
function hasClosedForm({ nodeRadius, connectionRadius, nodeSpacing, resolution }: NetworkSpec): boolean {
  const isEven = circleSegments(connectionRadius, resolution) % 2 === 0;
  const inner =
    nodeRadius *
    Math.cos(Math.PI / circleSegments(nodeRadius, resolution)) *
    Math.cos(Math.PI / (2 * sphereRings(nodeRadius, resolution)));
  return isEven && inner > connectionRadius && nodeSpacing > 2 * connectionRadius;
}
