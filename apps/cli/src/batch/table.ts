/** The rows of a table, whatever it was written in. */
export interface Table {
  /** What to call it in a message. */
  readonly label: string;
  /** What a row is called in a message: CSV has rows, the first being the names of columns, JSON lines have lines. */
  readonly noun: 'row' | 'line' | 'entry';
  /** The names of columns, as written. */
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
  /** What is wrong with its form. */
  readonly faults: readonly RowFault[];
}

export interface TableRow {
  readonly number: number;
  /** By the column's name as written. What is empty is left out. */
  readonly cells: ReadonlyMap<string, string>;
}

/** What is wrong in a row, or what is to be known of it. */
export interface RowFault {
  readonly row: number;
  readonly column?: string | undefined;
  readonly message: string;
}
