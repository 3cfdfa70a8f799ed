import type { Check } from '../check.ts';
import { LIMITS } from '../limits.ts';
import { nozzleOf } from './nozzle-of.ts';

/** Layers that are too high for a nozzle. */
export const HIGH_LAYERS: Check = {
  code: 'high-layers',
  path: ['network', 'layerHeight'],
  isBad: 'above',
  limit: (printer) => {
    if (printer.process !== 'fdm') return undefined;
    const { value, error, source } = LIMITS.highLayers;
    const nozzle = nozzleOf(printer);
    return { value: value * nozzle, error: error! * nozzle, source };
  },
  measure: ({ source: { layerHeight } }) => (layerHeight === undefined ? undefined : { value: layerHeight }),
  changes: (_, { limit }) => [{ layerHeight: Math.floor(limit * 100 + 1e-9) / 100 }],
};
