import type { Tensor } from '../../bytes/tensor.ts';

/** The tensors of a layer by the last part of their names, such as `kernel`. */
export type LayerTensors = ReadonlyMap<string, Tensor>;

/** A layer as a Keras configuration has it. */
export interface KerasLayer {
  /** Such as `Dense`. */
  readonly className: string;
  readonly name: string;
  /** What Keras 3 calls it in its files: its class and a count, such as `dense_1`. */
  readonly key: string;
  readonly config: unknown;
  /** The names of the layers that it takes its values from, a list a use; empty in a sequential model. */
  readonly uses: readonly (readonly string[])[];
}
