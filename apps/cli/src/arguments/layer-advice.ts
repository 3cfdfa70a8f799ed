import { NETWORK_LIMITS } from '@neurofab/core';
import { parseNumber, splitLayers } from '@neurofab/core/internal';

/** What whoever wrote a layer that is refused may have meant, as a sentence; `number` counts from 0. `undefined` where nothing is like it. */
export function layerAdvice(text: string, number: number): string | undefined {
  const layers = splitLayers(text.trim());
  const nodes = parseNumber(layers[number]!.trim()) ?? 0;
  const { maxNodesPerLayer, maxLayerSize } = NETWORK_LIMITS;
  if (Number.isInteger(nodes) && nodes > maxNodesPerLayer && nodes <= maxLayerSize) {
    return `${nodes}~9 draws nine of them and an ellipsis.`;
  }
  const parted = splitLayers(layers[number]!.trim());
  const areNodes = parted.length > 1 && parted.every((layer) => /^[1-9]\d*$/.test(layer));
  return areNodes
    ? `Did you mean ${layers.flatMap((layer) => splitLayers(layer.trim())).join()}?`
    : undefined;
}

/** Several operands as one text of layers; `undefined` unless each is one layer, with a comma behind it or not. */
export function joinLayers(operands: readonly string[]): string | undefined {
  const areLayers = operands.every(
    (operand) => /^-?\d/.test(operand) && splitLayers(operand.replace(/,$/, '')).length === 1,
  );
  return areLayers ? operands.join(' ') : undefined;
}
