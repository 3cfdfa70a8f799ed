/** A tensor; a constant has data. */
export interface TfliteTensor {
  readonly name: string;
  readonly shape: readonly number[];
  readonly type: number;
  readonly data?: Uint8Array;
  readonly scale?: readonly number[];
  readonly zero?: readonly number[];
}

/** An operator by its code, with the places of its tensors. */
export interface TfliteOperator {
  readonly operator: number;
  readonly inputs: readonly number[];
  readonly outputs: readonly number[];
  readonly fused?: number;
  /** Of its weights; 1 is shuffled. */
  readonly format?: number;
}

export interface TfliteGraph {
  readonly tensors: readonly TfliteTensor[];
  readonly operators: readonly TfliteOperator[];
  readonly inputs: readonly number[];
  readonly outputs: readonly number[];
}

export const TYPE: Readonly<Record<'float32' | 'float16' | 'int32' | 'int64' | 'text' | 'int8', number>>;
export const OPERATOR: Readonly<Record<string, number>>;
export const FUSED: Readonly<Record<'none' | 'relu' | 'tanh', number>>;
export function tfliteModel(graph: TfliteGraph): Uint8Array;
