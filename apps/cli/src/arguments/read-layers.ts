import { NETWORK_LIMITS } from '@neurofab/core';
import { layerFromText, parseNumber } from '@neurofab/core/internal';

/**
 * Nodes per layer, from `3,6,6,4,2`, or as titles and people write it: `3-6-6-4-2`, `3x6x6`, `3 6 6`; `784~9` where nine of
 * 784 are drawn. What is no number goes on as it is, for the check of the spec to refuse.
 */
export function readLayers(text: string): unknown[] {
  return splitLayers(text.trim()).map((layer) => layerFromText(layer.trim()));
}

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

function splitLayers(text: string): string[] {
  // Where there is a comma, nothing else parts layers: a minus is a sign then, and a blank a slip.
  if (text.includes(',')) return text.split(',');
  if (parseNumber(text) !== undefined) return [text];
  if (BETWEEN_CROSSES.test(text)) return text.split(BETWEEN_CROSSES);
  if (/\s/.test(text)) return text.split(/\s+(?:[-–]\s+)?/);
  // Of two hyphens in a row the second is a sign.
  return text.split(/(?<=[^-–])[-–]/);
}

const BETWEEN_CROSSES = /(?<=\d)\s*[x×]\s*(?=[-\d])/i;
