import { cutDepth, MODE_TRAITS, thinnestRadius } from '@neurofab/core/internal';
import type { Check } from '../check.ts';
import { LIMITS } from '../limits.ts';

/** A height of layers that the connections of a network that is cut cannot end with, so that they are cut in the middle of one. */
export const NO_WHOLE_LAYERS: Check = {
  code: 'no-whole-layers',
  path: ['network', 'layerHeight'],
  isBad: 'above',
  limit: (_, { source }) => ({
    ...LIMITS.wholeLayers,
    value: LIMITS.wholeLayers.value * thinnestRadius(source),
  }),
  measure: ({ source }) => {
    const { layerHeight, mode } = source;
    // Halves are cut through their axes, and a relief has no round sides.
    if (layerHeight === undefined || MODE_TRAITS[mode].cut !== 'under') return undefined;
    const radius = thinnestRadius(source);
    const layers = (radius + cutDepth(radius, layerHeight)) / layerHeight;
    return Math.abs(layers - Math.round(layers)) < SAME ? undefined : { value: layerHeight };
  },
  changes: (_, { limit }) => [{ layerHeight: Math.floor(limit * 100) / 100 }],
};

/** In layers. */
const SAME = 1e-6;
