/** What a bed measures. */
export type Bed = readonly [x: number, y: number];

/** Between what lies on the bed side by side, in millimetres. */
export const PIECE_GAP = 4;

/** Pieces that have their places beside each other, and what they take of the plate. */
export interface Block {
  readonly x: Range;
  readonly y: Range;
  readonly height: number;
  readonly members: readonly Member[];
}

export type Range = readonly [from: number, to: number];

/** A piece by its index, turned by a quarter or not, and where the origin of its frame lies. */
export interface Member {
  readonly piece: number;
  readonly isTurned: boolean;
  readonly at: readonly [x: number, y: number];
}

/**
 * The way to lay out pieces, each of which lies in one way or another, that takes the smallest square or, where there is a bed, least of
 * that: one behind the other or side by side, the last one in front or on the left. Its corner is at the origin.
 */
export function leastBlock(pieces: readonly (readonly Block[])[], bed: Bed = [1, 1]): Block {
  const [first, ...others] = blocksOf(pieces);
  const least = others.reduce(
    (best, block) => (isLess(cost(block, bed), cost(best, bed)) ? block : best),
    first!,
  );
  return moved(least, [0 - least.x[0], 0 - least.y[0]]);
}

/** Whether a bed holds a block. */
export function holdsBlock(bed: Bed, block: Block): boolean {
  return shareOf(block, bed) * EQUAL <= 1;
}

/** All ways to part a list in two, the first one in the first part. */
export function* inTwo<Item>([first, ...rest]: readonly Item[]): Generator<readonly [Item[], Item[]]> {
  for (let chosen = 0; chosen < 2 ** rest.length - 1; chosen++) {
    const isChosen = (_: Item, i: number) => Math.floor(chosen / 2 ** i) % 2 === 1;
    yield [[first!, ...rest.filter(isChosen)], rest.filter((item, i) => !isChosen(item, i))];
  }
}

/** All ways to lay out some pieces, each of which lies in one way or another. */
function* blocksOf(pieces: readonly (readonly Block[])[]): Generator<Block> {
  if (pieces.length === 1) yield* pieces[0]!;
  for (const [some, others] of inTwo(pieces)) {
    for (const block of blocksOf(some)) {
      for (const other of blocksOf(others)) {
        yield behind(other, block);
        yield beside(other, block);
      }
    }
  }
}

/** One behind the other, lined up by their frames. */
function behind(front: Block, back: Block): Block {
  const { x, y, height, members } = moved(back, [0, front.y[1] + PIECE_GAP - back.y[0]]);
  return {
    x: [Math.min(front.x[0], x[0]), Math.max(front.x[1], x[1])],
    y: [front.y[0], y[1]],
    height: Math.max(front.height, height),
    members: [...front.members, ...members],
  };
}

/** Side by side, their fronts in line. Its frame is in the middle. */
function beside(left: Block, right: Block): Block {
  const { x, y, height, members } = moved(right, [
    left.x[1] + PIECE_GAP - right.x[0],
    left.y[0] - right.y[0],
  ]);
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

type Cost = readonly [share: number, area: number];

function cost(block: Block, bed: Bed): Cost {
  const { x, y } = block;
  return [shareOf(block, bed), (x[1] - x[0]) * (y[1] - y[0])];
}

/** How much of a bed a block takes, along the axis of which it takes most. */
export function shareOf({ x, y }: Block, bed: Bed): number {
  return Math.max((x[1] - x[0]) / bed[0], (y[1] - y[0]) / bed[1]);
}

/** Sums that differ in their order alone may differ in the last bit: of equals the first is taken. */
const EQUAL = 1 - 1e-9;

function isLess([share, area]: Cost, [other, otherArea]: Cost): boolean {
  if (share < other * EQUAL) return true;
  return share * EQUAL < other && area < otherArea * EQUAL;
}
