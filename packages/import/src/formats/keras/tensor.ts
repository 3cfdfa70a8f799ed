import type { Numbers } from '../../trained-network.ts';

/** Numbers of a file, in the shape that it gives them. */
export interface Tensor {
  readonly shape: readonly number[];
  /** One row after another. Throws an ImportError where the file does not hold them, or they are too many. */
  readonly read: () => Numbers;
}

/** The tensors of a layer by the last part of their names, such as `kernel`. */
export type LayerTensors = ReadonlyMap<string, Tensor>;
