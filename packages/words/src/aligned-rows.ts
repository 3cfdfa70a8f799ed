/** Rows of cells as lines, each column as wide as its widest cell, two blanks apart; the last one ends where its text does. */
export function alignedRows(
  rows: readonly (readonly string[])[],
  sides: readonly ('left' | 'right')[],
): string[] {
  return alignedCells(rows, sides).map((cells) => cells.join('  '));
}

/** The same as cells, for who puts something between them. */
export function alignedCells(
  rows: readonly (readonly string[])[],
  sides: readonly ('left' | 'right')[],
): string[][] {
  const widths = sides.map((_, column) => Math.max(...rows.map((row) => [...row[column]!].length)));
  const last = sides.length - 1;
  return rows.map((row) =>
    row.map((cell, column) => {
      const blanks = ' '.repeat(widths[column]! - [...cell].length);
      if (sides[column] === 'right') return blanks + cell;
      return column === last ? cell : cell + blanks;
    }),
  );
}
