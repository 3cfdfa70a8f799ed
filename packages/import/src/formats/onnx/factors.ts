import type { OnnxOperation } from './operation-of.ts';

/** Which inputs of a node are a factor, its scale and its zero point. */
export interface Factor {
  readonly at: number;
  readonly scale?: number;
  readonly zero?: number;
}

/** The operators that multiply matrices, with what they multiply. */
export const FACTORS: ReadonlyMap<string, readonly [Factor, Factor]> = new Map([
  ['MatMul', [{ at: 0 }, { at: 1 }]],
  ['Gemm', [{ at: 0 }, { at: 1 }]],
  // ONNX Runtime puts a Transpose and a number that follow into it.
  ['FusedMatMul', [{ at: 0 }, { at: 1 }]],
  [
    'MatMulInteger',
    [
      { at: 0, zero: 2 },
      { at: 1, zero: 3 },
    ],
  ],
  [
    'QLinearMatMul',
    [
      { at: 0, scale: 1, zero: 2 },
      { at: 3, scale: 4, zero: 5 },
    ],
  ],
]);

/** Whether an operation multiplies what flows by something else, as a dense layer does. */
export function isDense(operation: OnnxOperation, flowing: ReadonlySet<string>): boolean {
  return flowingFactors(operation, flowing) === 1;
}

/** How many factors of an operation depend on the inputs. */
export function flowingFactors({ operator, node }: OnnxOperation, flowing: ReadonlySet<string>): number {
  const factors = FACTORS.get(operator) ?? [];
  return factors.filter(({ at }) => flowing.has(node.inputs[at] ?? '')).length;
}
