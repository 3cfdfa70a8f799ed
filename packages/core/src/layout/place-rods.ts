import { circleSegments } from '../mesh/resolution.ts';
import type { Connection, Network } from '../network/network.ts';
import type { Drawing } from '../network/thickness.ts';
import type { Rod, Rods } from '../scene/scene.ts';
import type { NetworkSpec } from '../spec/network-spec.ts';
import type { PlacedNodes } from './place-nodes.ts';
import type { PartPlan } from './plan-parts.ts';

/** A network, and what of its weights is drawn if it has some. */
export interface Connected {
  readonly network: Network;
  readonly drawing: Drawing | undefined;
}

/** A square has the area of a circle whose radius is this much smaller than its own. */
const SQUARE = Math.sqrt(Math.PI / 2);
const SQUARE_SIDES = 4;

/** The rods of a network's connections, those of each sign together. */
export function placeRods(
  spec: NetworkSpec,
  { network: { connections }, drawing }: Connected,
  { connections: part, negative }: PartPlan,
  placed: PlacedNodes,
): Rods<Rod>[] {
  if (drawing === undefined) {
    const rods = { count: connections.count, alike: true };
    const iterator = () => uniformRods(spec, connections, placed)[Symbol.iterator]();
    return [{ ...rods, part: part!, [Symbol.iterator]: iterator }];
  }
  return ([part, negative] as const).flatMap((number, sign): Rods<Rod>[] => {
    if (number === undefined) return [];
    const count = drawing.isNegative.reduce((sum, isNegative) => sum + (isNegative === sign ? 1 : 0), 0);
    const rods = { part: number, count, alike: false };
    return [
      { ...rods, [Symbol.iterator]: () => weightedRods(spec, { drawing, sign: sign as 0 | 1 }, placed) },
    ];
  });
}

/**
 * Rods that reach as far as all: of those that are alike and join each node to all of the next layer, the steepest and those
 * along the edges of each gap reach farthest along x and z; along y all reach equally far, but for the last bit.
 */
export function* outermostRods(
  spec: NetworkSpec,
  { network, drawing }: Connected,
  placed: PlacedNodes,
): Generator<Rod> {
  for (const some of placed.ellipsisRods) yield* some;
  if (drawing === undefined) {
    yield* uniformRods(spec, endConnections(network), placed);
    return;
  }
  for (const sign of [0, 1] as const) yield* weightedRods(spec, { drawing, sign }, placed);
}

/** By hand: a generator takes twice as long, and a page asks at each frame. */
function uniformRods(
  { connectionRadius: radius, resolution }: NetworkSpec,
  connections: Iterable<Connection>,
  placed: PlacedNodes,
): Iterable<Rod> {
  const shape = { radius, segments: circleSegments(radius, resolution) };
  return {
    [Symbol.iterator]() {
      const given = connections[Symbol.iterator]();
      return {
        next() {
          const { done, value } = given.next();
          if (done === true) return { done, value: undefined };
          return { done: false, value: rod(value.from, value.to, shape, placed) };
        },
      };
    },
  };
}

function* weightedRods(
  { resolution, signShape }: NetworkSpec,
  { drawing, sign }: { readonly drawing: Drawing; readonly sign: 0 | 1 },
  placed: PlacedNodes,
): Generator<Rod> {
  const { from, to, diameter, isNegative } = drawing;
  const isSquare = sign === 1 && signShape === true;
  for (let i = 0; i < diameter.length; i++) {
    if (isNegative[i] !== sign) continue;
    const round = diameter[i]! / 2;
    const shape = isSquare
      ? { radius: round * SQUARE, segments: SQUARE_SIDES }
      : { radius: round, segments: circleSegments(round, resolution) };
    yield rod(from[i]!, to[i]!, shape, placed);
  }
}

function rod(
  from: number,
  to: number,
  { radius, segments }: Pick<Rod, 'radius' | 'segments'>,
  { nodes, numbers }: PlacedNodes,
): Rod {
  const ends = [numbers[from]!, numbers[to]!] as const;
  // By name: to spread the shape takes as long as all of the rest.
  return {
    kind: 'cylinder',
    from: nodes[ends[0]]!.center,
    to: nodes[ends[1]]!.center,
    radius,
    segments,
    ends,
  };
}

/** Of a dense network the connections between the first and last nodes of layers that follow each other. */
function* endConnections({ layers }: Network): Generator<Connection> {
  const counts = layers.map(({ drawn }) => drawn);
  let first = 0;
  for (let gap = 0; gap + 1 < counts.length; gap++) {
    const next = first + counts[gap]!;
    for (const from of new Set([first, next - 1])) {
      for (const to of new Set([next, next + counts[gap + 1]! - 1])) yield { from, to };
    }
    first = next;
  }
}
