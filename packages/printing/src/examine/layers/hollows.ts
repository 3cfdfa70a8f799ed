import type { Grid } from '../../layers/layers.ts';
import { minus, type Rows, rowAt } from './rows.ts';
import { stackOf } from './stack.ts';

/** Room inside a model while its layers come, from below. */
export interface Hollows {
  readonly add: (solid: Rows) => void;
  /** Cubic millimetres of each room that no way out leads from, once all layers are there. */
  readonly volumes: () => number[];
}

interface Room {
  readonly cells: number;
  readonly isOpen: boolean;
}

/** What is open to below, to a side or to above can be drained. */
export function startHollows({ columns, rows, cell }: Grid, layerHeight: number): Hollows {
  const stack = stackOf<Room>({
    corners: false,
    join: (one, other) => ({ cells: one.cells + other.cells, isOpen: one.isOpen || other.isOpen }),
  });
  const whole = [0, columns];
  const add = (solid: Rows, isOpen: boolean) => {
    const air: Rows = {
      first: 0,
      rows: Array.from({ length: rows }, (_, row) => minus(whole, rowAt(solid, row))),
    };
    stack.add(air, ({ regions, numbers }) =>
      regions.map(({ area }, number) => ({ cells: area, isOpen: isOpen || number === numbers[0]![0] })),
    );
  };
  let count = 0;
  return {
    add: (solid) => add(solid, count++ === 0),
    volumes() {
      add({ first: 0, rows: [] }, true);
      return stack.bodies().flatMap(({ cells, isOpen }) => (isOpen ? [] : [cells * cell ** 2 * layerHeight]));
    },
  };
}
