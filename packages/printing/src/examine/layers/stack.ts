import { rootOf } from '@neurofab/core/internal';
import { eachMeeting, type Region, type Regions, regionsOf } from './regions.ts';
import { NO_ROWS, type Rows } from './rows.ts';

/** Regions of layers that lie on each other, put together to bodies while layers come, from below. */
export interface Stack<Body> {
  /** Takes a layer, with what each of its regions is by itself, and gives the regions that have nothing under them. */
  readonly add: (rows: Rows, bodiesOf: (regions: Regions) => readonly Body[]) => Region[];
  /** What hangs together so far. */
  readonly bodies: () => Body[];
}

export interface StackOptions<Body> {
  /** As in `regionsOf`. */
  readonly corners: boolean;
  readonly join: (one: Body, other: Body) => Body;
}

/** Memory grows with the regions, not with the cells. */
export function stackOf<Body>({ corners, join }: StackOptions<Body>): Stack<Body> {
  const parents: number[] = [];
  const bodies = new Map<number, Body>();
  let below: { readonly rows: Rows; readonly regions: Regions; readonly first: number } = {
    rows: NO_ROWS,
    regions: { regions: [], numbers: [] },
    first: 0,
  };
  const unite = (one: number, other: number) => {
    const [a, b] = [rootOf(parents, one), rootOf(parents, other)];
    if (a === b) return;
    parents[a] = b;
    bodies.set(b, join(bodies.get(b)!, bodies.get(a)!));
    bodies.delete(a);
  };
  return {
    add(rows, bodiesOf) {
      const regions = regionsOf(rows, { corners });
      const first = parents.length;
      for (const body of bodiesOf(regions)) bodies.set(parents.push(parents.length) - 1, body);
      const isHeld = regions.regions.map(() => false);
      eachMeeting([rows, regions], [below.rows, below.regions], (region, under) => {
        isHeld[region] = true;
        unite(first + region, below.first + under);
      });
      below = { rows, regions, first };
      return regions.regions.filter((_, i) => !isHeld[i]);
    },
    bodies: () => [...bodies.values()],
  };
}
