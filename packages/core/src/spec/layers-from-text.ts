import { parseNumber } from '../text/parse-number.ts';
import { type LayerInput, layerFromText } from './layers.ts';

/**
 * Layers from `3,6,6,4,2`, or as titles and people write it: `3-6-6-4-2`, `3x6x6`, `3 6 6`; `784~9` where nine of 784 are drawn.
 * What is no number goes on as it is, for the check of the spec to refuse.
 */
export function layersFromText(text: string): LayerInput[] {
  return splitLayers(text.trim()).map((layer) => layerFromText(layer.trim()));
}

/** The text of each layer. */
export function splitLayers(text: string): string[] {
  // Where there is a comma, nothing else parts layers: a minus is a sign then, and a blank a slip.
  if (text.includes(',')) return text.split(',');
  if (parseNumber(text) !== undefined) return [text];
  if (BETWEEN_CROSSES.test(text)) return text.split(BETWEEN_CROSSES);
  if (/\s/.test(text)) return text.split(/\s+(?:[-–]\s+)?/);
  // Of two hyphens in a row the second is a sign.
  return text.split(/(?<=[^-–])[-–]/);
}

const BETWEEN_CROSSES = /(?<=\d)\s*[x×]\s*(?=[-\d])/i;
