import {
  circleSegments,
  MODE_TRAITS,
  postRadius,
  thickestConnection,
  thinnestConnection,
} from '@neurofab/core/internal';
import type { Check } from '../check.ts';
import { LIMITS } from '../limits.ts';

/** Circles of so few sides that flanks above the cut of a network that lies lean out too far. Those of a square stand upright. */
export const FEW_SIDES: Check = {
  code: 'few-sides',
  path: ['network', 'resolution'],
  isBad: 'below',
  limit: ({ process }) => (process === 'fdm' ? LIMITS.fewSides : undefined),
  measure: ({ source }) => {
    // Halves are cut where they are widest, and a relief is upright all around.
    if (MODE_TRAITS[source.mode].cut !== 'under') return undefined;
    const { nodeRadius, resolution } = source;
    const radii = [
      thinnestConnection(source) / 2,
      thickestConnection(source) / 2,
      postRadius(source),
      nodeRadius,
    ];
    const sides = radii.map((radius) => circleSegments(radius, resolution)).filter((count) => count !== 4);
    return sides.length === 0 ? undefined : { value: Math.min(...sides) };
  },
  changes: (_, { limit }) => [{ segments: limit }],
};
