import fc from 'fast-check';
import type { DenseLayer, TrainedNetwork } from '../../src/index.ts';

/** A network with these matrices, `[output][input]` each; its layers are called a, b, c … */
export function networkOf(...matrices: readonly (readonly (readonly number[])[])[]): TrainedNetwork {
  const layers = matrices.map(
    (rows, number): DenseLayer => ({
      name: String.fromCharCode(97 + number),
      inputs: rows[0]!.length,
      outputs: rows.length,
      weights: Float64Array.from(rows.flat()),
    }),
  );
  return { source: { format: 'test', name: 'test', sha256: '' }, layers, notes: [] };
}

/** A network of these sizes whose weights are all 1, or what a function gives for the layer, the row and the column. */
export function denseNetwork(
  sizes: readonly number[],
  weight: (layer: number, row: number, column: number) => number = () => 1,
): TrainedNetwork {
  return networkOf(
    ...sizes
      .slice(1)
      .map((size, layer) =>
        Array.from({ length: size }, (_, row) =>
          Array.from({ length: sizes[layer]! }, (_, column) => weight(layer, row, column)),
        ),
      ),
  );
}

/** Networks of two to four layers of nodes, at most `most` in each. */
export function smallNetworks(most: number, weight: fc.Arbitrary<number>): fc.Arbitrary<TrainedNetwork> {
  return fc
    .array(fc.integer({ min: 1, max: most }), { minLength: 2, maxLength: 4 })
    .chain((sizes) =>
      fc.tuple(
        ...sizes.slice(1).map((size, gap) =>
          fc.array(fc.array(weight, { minLength: sizes[gap]!, maxLength: sizes[gap]! }), {
            minLength: size,
            maxLength: size,
          }),
        ),
      ),
    )
    .map((matrices) => networkOf(...matrices));
}
