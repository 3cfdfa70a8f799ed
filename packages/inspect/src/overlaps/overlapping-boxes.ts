import type { Vec3 } from '@neurofab/core';

export interface Box {
  readonly min: Vec3;
  readonly max: Vec3;
  /** What it belongs to. */
  readonly group: number;
}

/** What may still be spent; at 0 a search ends without an answer. */
export interface Budget {
  steps: number;
}

export interface Search<Item> {
  /** Whether pairs of these groups are to be found; asked again and again, since an answer may make others needless. */
  readonly isWanted: (group: number, other: number) => boolean;
  readonly budget: Budget;
  /** Takes a pair whose boxes share more than a face. */
  readonly meet: (item: Item, other: Item) => void;
}

/** Finds the pairs of boxes that overlap, along x one after another, against all that have begun there and not ended. */
export function overlappingBoxes<Item extends Box>(
  boxes: readonly Item[],
  { isWanted, budget, meet }: Search<Item>,
): void {
  const begun = new Map<number, Item[]>();
  for (const box of [...boxes].sort((a, b) => a.min[0] - b.min[0])) {
    for (const [group, others] of begun) {
      budget.steps--;
      let i = 0;
      while (i < others.length && isWanted(box.group, group)) {
        if (--budget.steps <= 0) return;
        const other = others[i]!;
        if (other.max[0] <= box.min[0]) {
          others[i] = others.at(-1)!;
          others.pop();
          continue;
        }
        if (overlaps(box, other)) meet(box, other);
        i++;
      }
    }
    const own = begun.get(box.group);
    if (own === undefined) begun.set(box.group, [box]);
    else own.push(box);
  }
}

/** Whether two boxes share more than a face. */
function overlaps(a: Pick<Box, 'min' | 'max'>, b: Pick<Box, 'min' | 'max'>): boolean {
  return (
    a.min[0] < b.max[0] &&
    b.min[0] < a.max[0] &&
    a.min[1] < b.max[1] &&
    b.min[1] < a.max[1] &&
    a.min[2] < b.max[2] &&
    b.min[2] < a.max[2]
  );
}
