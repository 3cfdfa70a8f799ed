/** A square grid on the bed, in millimetres; cells are counted row by row from the corner with the least x and y. */
export interface Grid {
  /** The side of a cell. */
  readonly cell: number;
  readonly columns: number;
  readonly rows: number;
  /** Where the first cell begins. There is air in the outermost cells on all sides. */
  readonly x: number;
  readonly y: number;
}

/** Columns and rows of a grid, from `min` up to but without `max`. */
export interface CellBox {
  readonly min: readonly [column: number, row: number];
  readonly max: readonly [column: number, row: number];
}

/** What a printer lays down at one height. */
export interface Layer {
  /** From 0, at the bed. */
  readonly index: number;
  /** How far its middle, where slicers cut as well, is above the bed, in millimetres. */
  readonly z: number;
  /** For each cell of the grid 0 for air, else a label. They stay as they are until `keep` more layers were taken. */
  readonly cells: Uint16Array;
  /** What holds all that is no air; empty where all is. */
  readonly box: CellBox;
}

/** A model in layers, bottom up, made anew at each iteration: memory holds as many as are kept, not the model. */
export interface Layers extends Iterable<Layer> {
  readonly grid: Grid;
  readonly layerHeight: number;
  readonly count: number;
  /** What the labels stand for; the first is that of label 1. */
  readonly labels: readonly Label[];
}

/** Which body a cell belongs to: the piece of the scene, and the part. */
export interface Label {
  readonly piece: number;
  readonly part: number;
}

export interface LayersOptions {
  /** In millimetres. */
  readonly layerHeight: number;
  /** The side of a cell in millimetres. */
  readonly cell: number;
  /** How many layers keep their cells while the next ones are taken; 1 if left out. */
  readonly keep?: number | undefined;
}
