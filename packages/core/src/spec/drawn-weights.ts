import { ELLIPSIS, type LayerSpec, layerSize } from './layers.ts';
import type { WeightMatrix } from './network-spec.ts';

/** The rows or columns of a matrix that belong to the drawn nodes of a layer; it has one a node, or one a drawn node. */
export function drawnLines(layer: LayerSpec, length: number): number[] {
  const nodes =
    typeof layer === 'number'
      ? Array.from({ length: layer }, (_, i) => i)
      : layer.shown.filter((entry) => entry !== ELLIPSIS);
  return length === layerSize(layer) ? nodes : nodes.map((_, i) => i);
}

/** The same matrices for the drawn nodes alone. */
export function drawnWeights(
  weights: readonly WeightMatrix[],
  layers: readonly LayerSpec[],
): readonly WeightMatrix[] {
  return weights.map((matrix, gap) => {
    const columns = drawnLines(layers[gap]!, matrix[0]!.length);
    const rows = drawnLines(layers[gap + 1]!, matrix.length);
    return rows.map((row) => columns.map((column) => matrix[row]![column]!));
  });
}
