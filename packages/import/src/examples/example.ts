/** A small trained network that comes with the product, as its file has it; `scripts/train-examples.py` writes these. */
export interface Example {
  readonly producer: string;
  readonly inputNames: readonly string[];
  readonly outputNames: readonly string[];
  readonly layers: readonly {
    readonly name: string;
    readonly activation: string;
    /** A row an output. */
    readonly weights: readonly (readonly number[])[];
    readonly bias: readonly number[];
  }[];
}
