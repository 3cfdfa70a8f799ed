import { PIECE_GAP } from '@neurofab/core/internal';

/** How far something reaches along x and y, in millimetres. */
export type Size = readonly [x: number, y: number];

/** What is to lie on a bed: as it is, and turned by a quarter. */
export type Ways = readonly [straight: Size, turned: Size];

/** How something lies: the corner of its box, with the corner of all boxes together at the origin. */
export interface Lying {
  readonly isTurned: boolean;
  readonly at: Size;
}

/** What there is to lie on. */
export interface Area {
  readonly size: Size;
  /** How far what is kept free reaches from the front left. */
  readonly corner: Size;
}

/**
 * How boxes lie on a bed side by side, `PIECE_GAP` apart; all of them together have its middle. `undefined` where no way was found: each is
 * put as far to the front as it goes, then to the left, in several orders and turned by several rules.
 */
export function pack(boxes: readonly Ways[], area: Area): Lying[] | undefined {
  for (const order of ordersOf(boxes)) {
    for (const rule of RULES) {
      const lying = packInOrder(boxes, area.size, { order, rule });
      const placed = lying && besideCorner(boxes, lying, area);
      if (placed !== undefined) return placed;
    }
  }
  return undefined;
}

/** Which ways to try for a box. */
type Rule = (ways: Ways) => readonly boolean[];

const RULES: readonly Rule[] = [
  () => [false],
  () => [true],
  ([[x, y]]) => [x < y],
  ([[x, y]]) => [x > y],
  () => [false, true],
];

/** As they come, and from the largest to the smallest by their longer and by their shorter side. */
function ordersOf(boxes: readonly Ways[]): number[][] {
  const given = [...boxes.keys()];
  const by = (of: (size: Size) => number) => given.toSorted((a, b) => of(boxes[b]![0]) - of(boxes[a]![0]));
  return [given, by(([x, y]) => Math.max(x, y)), by(([x, y]) => Math.min(x, y))];
}

/** A stretch of the bed along x, and how far it is taken from the front. */
interface Step {
  readonly from: number;
  readonly to: number;
  readonly front: number;
}

/** A way for a box, and what it would take. */
interface Candidate extends Lying {
  readonly size: Size;
}

function packInOrder(
  boxes: readonly Ways[],
  [width, depth]: Size,
  { order, rule }: { readonly order: readonly number[]; readonly rule: Rule },
): Lying[] | undefined {
  const lying: Lying[] = [];
  // Each box has the gap behind it and on its right, so that the bed is larger by one.
  let steps: readonly Step[] = [{ from: 0, to: width + PIECE_GAP, front: 0 }];
  for (const index of order) {
    const ways = boxes[index]!;
    const candidates = rule(ways).flatMap((isTurned) => {
      const [x, y] = ways[isTurned ? 1 : 0];
      const size = [x + PIECE_GAP, y + PIECE_GAP] as const;
      return steps.flatMap(({ from }) => {
        const front = frontOver(steps, { from, to: from + size[0] });
        return front + size[1] > depth + PIECE_GAP ? [] : [{ isTurned, size, at: [from, front] as const }];
      });
    });
    if (candidates.length === 0) return undefined;
    const { isTurned, size, at } = candidates.reduce(farther);
    lying[index] = { isTurned, at };
    steps = raised(steps, { from: at[0], to: at[0] + size[0], front: at[1] + size[1] });
  }
  return lying;
}

/** The one of two that ends farther to the front, or of equals the one farther to the left. */
function farther(one: Candidate, other: Candidate): Candidate {
  const by = endOf(other) - endOf(one) || other.at[0] - one.at[0];
  return by < 0 ? other : one;
}

function endOf({ at, size }: Candidate): number {
  return at[1] + size[1];
}

/** How far all of a stretch is taken; infinitely where it ends beside the bed. */
function frontOver(steps: readonly Step[], { from, to }: Pick<Step, 'from' | 'to'>): number {
  if (to > steps.at(-1)!.to) return Infinity;
  return Math.max(...steps.filter((step) => step.from < to && step.to > from).map(({ front }) => front));
}

function raised(steps: readonly Step[], taken: Step): Step[] {
  const before = steps.filter(({ from }) => from < taken.from);
  const behind = steps.filter(({ to }) => to > taken.to);
  return [
    ...before.map((step) => ({ ...step, to: Math.min(step.to, taken.from) })),
    taken,
    ...behind.map((step) => ({ ...step, from: Math.max(step.from, taken.to) })),
  ];
}

/** The same, seen from that side from which nothing lies over the corner once all have the middle of the bed. */
function besideCorner(
  boxes: readonly Ways[],
  lying: readonly Lying[],
  { size: [width, depth], corner }: Area,
): Lying[] | undefined {
  const sizes = lying.map(({ isTurned }, i) => boxes[i]![isTurned ? 1 : 0]);
  const most = (axis: 0 | 1) => Math.max(...lying.map(({ at }, i) => at[axis] + sizes[i]![axis]));
  const [x, y] = [most(0), most(1)];
  // What of the corner all boxes together would reach into.
  const [left, front] = [corner[0] - (width - x) / 2, corner[1] - (depth - y) / 2];
  return SIDES.map(([fromRight, fromBack]) =>
    lying.map(({ isTurned, at }, i) => ({
      isTurned,
      at: [
        fromRight ? x - at[0] - sizes[i]![0] : at[0],
        fromBack ? y - at[1] - sizes[i]![1] : at[1],
      ] as const,
    })),
  ).find((all) => all.every(({ at }) => at[0] >= left || at[1] >= front));
}

const SIDES = [
  [false, false],
  [true, false],
  [false, true],
  [true, true],
] as const;
