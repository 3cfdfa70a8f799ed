/** Edges of the labelled surface, each with the facet on its left. */
export interface EdgeRows {
  /** Adds an edge of a facet, whose region with `around` outside lies on the left. */
  add(plane: number, around: number, from: number, to: number): void;
  /** Four numbers an edge, as they were added. */
  rows(): Int32Array;
}

/** Numbers of a row. */
export const ROW = 4;

export function edgeRows(): EdgeRows {
  let rows = new Int32Array(ROW * 1024);
  let length = 0;
  return {
    add(plane, around, from, to) {
      if (length === rows.length) {
        const longer = new Int32Array(2 * length);
        longer.set(rows);
        rows = longer;
      }
      rows[length] = plane;
      rows[length + 1] = around;
      rows[length + 2] = from;
      rows[length + 3] = to;
      length += ROW;
    },
    rows: () => rows.subarray(0, length),
  };
}
