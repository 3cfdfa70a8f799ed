import { compose, IDENTITY, inverse, type Placement, QUARTER_TURN, shift } from '../scene/placement.ts';
import type { Bounds, Piece } from '../scene/scene.ts';
import { type Bed, type Block, holdsBlock, inTwo, leastBlock, type Member, shareOf } from './blocks.ts';
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

/** What pieces are put on. */
export interface PlateOptions {
  /** How large the bed is in millimetres: pieces are put and turned so that they take least of it; if left out, so that they take the smallest square. */
  readonly bed?: Bed | undefined;
  /** Whether all lie on one plate, even where the bed is too small for that; if left out they go on as few as hold them. */
  readonly isOnePlate?: boolean | undefined;
}

/** Tells options apart. */
export function plateKey({ bed, isOnePlate = false }: PlateOptions): string {
  return `${bed} ${isOnePlate}`;
}

/** Pieces on plates, the corner of each plate at the origin. */
export function arrange(pieces: readonly Loose[], options: PlateOptions = {}): Placed {
  const { bed } = options;
  const ways = pieces.map((piece, i) => [
    way(piece, i, false),
    // To turn all changes nothing where there is no bed.
    ...(bed === undefined && i === 0 ? [] : [way(piece, i, true)]),
  ]);
  const plates = leastPlates(ways, options);
  const members = plates.flatMap((block, plate) => block.members.map((member) => ({ ...member, plate })));
  const most = (of: (plate: Block) => number) => Math.max(...plates.map(of));
  return {
    pieces: members.sort((a, b) => a.piece - b.piece).map((member) => placed(pieces[member.piece]!, member)),
    bounds: {
      min: [0, 0, 0],
      max: [most(({ x }) => x[1]), most(({ y }) => y[1]), most(({ height }) => height)],
    },
  };
}

/** A piece that lies in one of two ways. */
function way({ bounds }: Loose, piece: number, isTurned: boolean): Block {
  const { min, max } = bounds(isTurned);
  return {
    x: [min[0], max[0]],
    y: [min[1], max[1]],
    height: max[2],
    members: [{ piece, isTurned, at: [0, 0] }],
  };
}

/** The fewest plates that the bed holds, and of as many those that take least of it; one where no number will do. */
function leastPlates(ways: readonly (readonly Block[])[], { bed, isOnePlate }: PlateOptions): Block[] {
  const one = [leastBlock(ways, bed)];
  if (bed === undefined || isOnePlate || holdsBlock(bed, one[0]!)) return one;
  const most = (plates: readonly Block[]) => Math.max(...plates.map((block) => shareOf(block, bed)));
  const held = [...onPlates(ways)]
    .map((plates) => plates.map((some) => leastBlock(some, bed)))
    .filter((plates) => plates.every((block) => holdsBlock(bed, block)));
  return held.sort((a, b) => a.length - b.length || most(a) - most(b))[0] ?? one;
}

/** All ways to part a list. */
function* onPlates<Item>(items: readonly Item[]): Generator<Item[][]> {
  yield [[...items]];
  for (const [some, others] of inTwo(items)) {
    for (const plates of onPlates(others)) yield [some, ...plates];
  }
}

function placed(
  { at, assembled }: Loose,
  { isTurned, at: [x, y], plate }: Member & { plate: number },
): Piece {
  const pose = compose(isTurned ? QUARTER_TURN : IDENTITY, shift([x, y, 0]));
  return { ...at(pose), assembled: compose(inverse(pose), assembled), ...(plate > 0 && { plate }) };
}
