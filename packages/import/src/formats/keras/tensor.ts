import type { Tensor } from '../../bytes/tensor.ts';

/** The tensors of a layer by the last part of their names, such as `kernel`. */
export type LayerTensors = ReadonlyMap<string, Tensor>;
