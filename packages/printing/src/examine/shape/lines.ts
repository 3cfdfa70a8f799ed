import type { NetworkScene, Piece, Rod, Vec3 } from '@neurofab/core';
import { layersOfPiece } from '../name-node.ts';

/** A connection in the network's plane, as numbers: a thousand are compared with each other. */
export interface Line {
  readonly ends: readonly [from: number, to: number];
  /** Centres of its nodes. */
  readonly fromX: number;
  readonly fromY: number;
  readonly toX: number;
  readonly toY: number;
  /** Where it leaves the skin of one node and reaches that of the other, in shares of the way. */
  readonly start: number;
  readonly end: number;
  /** From skin to skin. */
  readonly length: number;
  readonly radius: number;
  /** How much higher above the bed one end is than the other. */
  readonly rise: number;
}

/** The connections between two layers. */
export interface Gap {
  readonly lines: readonly Line[];
  /** Whether these are all, not the outermost or the longest alone. */
  readonly isWhole: boolean;
  /** Those of a gap that is not whole that surely nothing crosses: along its two edges. */
  readonly edges: readonly Line[];
}

/** Comparing all of so many with each other is not felt; of more, those that come nearest to others are looked at. */
const MOST_LINES = 150;
/** Nodes from either end of a layer whose connections are looked at then. */
const OUTERMOST = 2;

/** The piece that holds the network's connections between balls; `undefined` where there are none, as in a relief. */
export function networkPiece({ pieces }: NetworkScene): Piece | undefined {
  return pieces.find(({ nodes, rods }) => nodes.length > 0 && rods.some(({ count }) => count > 0));
}

/** The connections of a piece, gap by gap. */
export function gapsOf(scene: NetworkScene, piece: Piece): Gap[] {
  return scene.source.weights === undefined ? uniformGaps(scene, piece) : weightedGaps(scene, piece);
}

/** Of those that are alike not all are made: there may be 200 million. */
function uniformGaps(scene: NetworkScene, piece: Piece): Gap[] {
  const { connectionRadius: radius } = scene.source;
  const layers = layersOfPiece(scene, piece);
  return layers.slice(1).map((to, i) => {
    const from = layers[i]!;
    const isWhole = from.length * to.length <= MOST_LINES;
    const ends = isWhole ? [from, to] : [outermost(from), outermost(to)];
    const lines = ends[0]!.flatMap((a) => ends[1]!.map((b) => lineOf({ ends: [a, b], radius }, piece)));
    return { lines, isWhole, edges: isWhole ? [] : [lines[0]!, lines.at(-1)!] };
  });
}

function outermost(nodes: readonly number[]): number[] {
  return [...new Set([...nodes.slice(0, OUTERMOST), ...nodes.slice(-OUTERMOST)])];
}

function weightedGaps(scene: NetworkScene, piece: Piece): Gap[] {
  const layers = layersOfPiece(scene, piece);
  const layerOf = new Map(layers.flatMap((nodes, layer) => nodes.map((node) => [node, layer] as const)));
  const gaps = layers.map((): Line[] => []);
  for (const rods of piece.rods) {
    for (const rod of rods) {
      if (rod.kind !== 'cylinder') break;
      const [from, to] = rod.ends.map((end) => layerOf.get(end));
      // Not those through the dots of an ellipsis, which stay in one layer.
      if (from !== undefined && to !== undefined && from !== to) gaps[from]!.push(lineOf(rod, piece));
    }
  }
  return gaps.map((lines) =>
    lines.length <= MOST_LINES
      ? { lines, isWhole: true, edges: [] }
      : { lines: lines.sort((a, b) => b.length - a.length).slice(0, MOST_LINES), isWhole: false, edges: [] },
  );
}

function lineOf({ ends, radius }: Pick<Rod, 'ends' | 'radius'>, { nodes }: Piece): Line {
  const [a, b] = [nodes[ends[0]]!, nodes[ends[1]]!];
  const [fromX, fromY] = inPlane(a.center);
  const [toX, toY] = inPlane(b.center);
  const whole = Math.sqrt((toX - fromX) ** 2 + (toY - fromY) ** 2);
  return {
    ends,
    fromX,
    fromY,
    toX,
    toY,
    start: a.radius / whole,
    end: 1 - b.radius / whole,
    length: whole - a.radius - b.radius,
    radius,
    rise: Math.abs(b.center[2] - a.center[2]),
  };
}

/** A network lies in a plane of one y or of one z, so their sum is the other one, moved. */
function inPlane([x, y, z]: Vec3): readonly [x: number, y: number] {
  return [x, y + z];
}

/** How far along a line, in shares of its way from centre to centre, another one crosses it; `undefined` where it does not. */
export function crossing(line: Line, other: Line): number | undefined {
  const ax = line.toX - line.fromX;
  const ay = line.toY - line.fromY;
  const bx = other.toX - other.fromX;
  const by = other.toY - other.fromY;
  const dx = other.fromX - line.fromX;
  const dy = other.fromY - line.fromY;
  const turn = ax * by - ay * bx;
  if (turn === 0) return undefined;
  const own = (dx * by - dy * bx) / turn;
  const its = (dx * ay - dy * ax) / turn;
  return own > 0 && own < 1 && its > 0 && its < 1 ? own : undefined;
}
