import { compose, IDENTITY, inverse, type Placement, QUARTER_TURN, shift } from '../scene/placement.ts';
import type { Bounds, Piece } from '../scene/scene.ts';
import type { Placed } from './drawn.ts';

/** What is to lie on the plate by itself, in a frame of its own about whose origin it is turned and lined up. */
export interface Loose {
  /** What it takes of the plate, turned by a quarter or not, and its height. */
  readonly bounds: (isTurned: boolean) => Bounds;
  /** It at its place. */
  readonly at: (pose: Placement) => Piece;
  /** Where it goes from its frame when the pieces are put together. */
  readonly assembled: Placement;
}

/** What a bed measures. */
export type Bed = readonly [x: number, y: number];

/** Between what lies on the bed side by side, in millimetres. */
const GAP = 4;

/**
 * Pieces on a plate whose corner is at the origin: one behind the other or side by side, turned by a quarter or not, the last one in
 * front or on the left, so that they take the smallest square or, where there is a bed, least of that.
 */
export function arrange(pieces: readonly Loose[], bed: Bed | undefined): Placed {
  const singles = pieces.map((piece, i) => [
    single(piece, i, false),
    // To turn all changes nothing where there is no bed.
    ...(bed === undefined && i === 0 ? [] : [single(piece, i, true)]),
  ]);
  const best = leastOf([...blocksOf(singles)], bed ?? [1, 1]);
  const { x, y, height, members } = moved(best, [0 - best.x[0], 0 - best.y[0]]);
  return {
    pieces: [...members].sort((a, b) => a.piece - b.piece).map((member) => placed(pieces, member)),
    bounds: { min: [0, 0, 0], max: [x[1], y[1], height] },
  };
}

/** Pieces that have their places beside each other, and what they take of the plate. */
interface Block {
  readonly x: Range;
  readonly y: Range;
  readonly height: number;
  readonly members: readonly Member[];
}

type Range = readonly [from: number, to: number];

/** A piece by its index, turned by a quarter or not, and where the origin of its frame lies. */
interface Member {
  readonly piece: number;
  readonly isTurned: boolean;
  readonly at: readonly [x: number, y: number];
}

function single({ bounds }: Loose, piece: number, isTurned: boolean): Block {
  const { min, max } = bounds(isTurned);
  return {
    x: [min[0], max[0]],
    y: [min[1], max[1]],
    height: max[2],
    members: [{ piece, isTurned, at: [0, 0] }],
  };
}

/** All ways to lay out some pieces, each of which lies in one way or another. */
function* blocksOf(pieces: readonly (readonly Block[])[]): Generator<Block> {
  if (pieces.length === 1) yield* pieces[0]!;
  for (const [some, others] of halves(pieces)) {
    for (const block of blocksOf(some)) {
      for (const other of blocksOf(others)) {
        yield behind(other, block);
        yield beside(other, block);
      }
    }
  }
}

/** All ways to part a list, the first one in the first half. */
function* halves<Item>([first, ...rest]: readonly Item[]): Generator<readonly [Item[], Item[]]> {
  for (let chosen = 0; chosen < 2 ** rest.length - 1; chosen++) {
    const isChosen = (_: Item, i: number) => Math.floor(chosen / 2 ** i) % 2 === 1;
    yield [[first!, ...rest.filter(isChosen)], rest.filter((item, i) => !isChosen(item, i))];
  }
}

/** One behind the other, lined up by their frames. */
function behind(front: Block, back: Block): Block {
  const { x, y, height, members } = moved(back, [0, front.y[1] + GAP - back.y[0]]);
  return {
    x: [Math.min(front.x[0], x[0]), Math.max(front.x[1], x[1])],
    y: [front.y[0], y[1]],
    height: Math.max(front.height, height),
    members: [...front.members, ...members],
  };
}

/** Side by side, their fronts in line. Its frame is in the middle. */
function beside(left: Block, right: Block): Block {
  const { x, y, height, members } = moved(right, [left.x[1] + GAP - right.x[0], left.y[0] - right.y[0]]);
  const row: Block = {
    x: [left.x[0], x[1]],
    y: [left.y[0], Math.max(left.y[1], y[1])],
    height: Math.max(left.height, height),
    members: [...left.members, ...members],
  };
  return moved(row, [-(row.x[0] + row.x[1]) / 2, 0]);
}

function moved({ x, y, height, members }: Block, [dx, dy]: Member['at']): Block {
  return {
    height,
    x: [x[0] + dx, x[1] + dx],
    y: [y[0] + dy, y[1] + dy],
    members: members.map((member) => ({ ...member, at: [member.at[0] + dx, member.at[1] + dy] })),
  };
}

function leastOf(blocks: readonly Block[], bed: Bed): Block {
  return blocks.reduce((least, block) => (isLess(cost(block, bed), cost(least, bed)) ? block : least));
}

/** The share of the bed, or the square, that a block takes, and its area. */
function cost({ x, y }: Block, bed: Bed): readonly [share: number, area: number] {
  const [width, depth] = [x[1] - x[0], y[1] - y[0]];
  return [Math.max(width / bed[0], depth / bed[1]), width * depth];
}

/** Sums that differ in their order alone may differ in the last bit: of equals the first is taken. */
const EQUAL = 1 - 1e-9;

function isLess(
  [share, area]: ReturnType<typeof cost>,
  [other, otherArea]: ReturnType<typeof cost>,
): boolean {
  if (share < other * EQUAL) return true;
  return share * EQUAL < other && area < otherArea * EQUAL;
}

function placed(pieces: readonly Loose[], { piece, isTurned, at: [x, y] }: Member): Piece {
  const { at, assembled } = pieces[piece]!;
  const pose = compose(isTurned ? QUARTER_TURN : IDENTITY, shift([x, y, 0]));
  return { ...at(pose), assembled: compose(inverse(pose), assembled) };
}
