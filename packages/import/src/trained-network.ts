/** A network that somebody trained, as a chain of dense layers: every node of one is joined to every node of the next. */
export interface TrainedNetwork {
  readonly source: Source;
  /** From the inputs to the outputs; each has as many inputs as the one before has outputs. */
  readonly layers: readonly DenseLayer[];
  /** What the file calls each input and each output, such as `petal width`; left out where it has no names for them. */
  readonly inputNames?: readonly string[];
  readonly outputNames?: readonly string[];
  /** What a reader should know: what was folded, what was left out, what the file does not say. */
  readonly notes: readonly Note[];
}

/** Where a network comes from. */
export interface Source {
  /** Such as `ONNX`. */
  readonly format: string;
  /** What wrote the file, as far as the file says it, such as `pytorch 2.1.0`. */
  readonly producer?: string;
  /** The name of the file, without folders; of several the first. */
  readonly name: string;
  /** Of the file's bytes, in hexadecimal; of several files, given or found beside, that of their hashes one after another. */
  readonly sha256: string;
}

/** A dense layer: outputs = activation(weights · inputs + bias). */
export interface DenseLayer {
  /** As the file calls it. */
  readonly name: string;
  readonly inputs: number;
  readonly outputs: number;
  /** A row an output, in it a number an input, one row after another. All are finite. */
  readonly weights: Numbers;
  /** One an output; left out where the layer has none. */
  readonly bias?: Numbers;
  /** In small letters without blanks, as `relu`, `linear` or `leakyrelu`; left out where the file does not say it. */
  readonly activation?: string;
}

/** Numbers of a network, one row after another. */
export type Numbers = Float32Array | Float64Array;

/** One thing to know of what was read. */
export interface Note {
  readonly code: /** Something that is part of the weights now, such as a batch normalisation. */
    | 'folded'
    /** Something of the file that is not drawn, such as an ArgMax behind the last layer. */
    | 'left-out'
    /** Something that the file does not say and that was taken to be so. */
    | 'assumed'
    /** Something that the file does not say, such as activations. */
    | 'unknown';
  /** A phrase from a small letter and without a full stop. */
  readonly text: string;
}
