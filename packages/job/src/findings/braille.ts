import type { NetworkScene } from '@neurofab/core';
import { brailleFit, brailleIn } from '@neurofab/core/internal';
import type { Finding } from './finding.ts';
import { leastHeight } from './text.ts';

/** Why Braille cannot be made as it is, or not be felt. */
export function brailleFindings({ source: spec }: NetworkScene, scale: number): Finding[] {
  const { braille: value, lettering, layerHeight } = spec;
  if (value === undefined) return [];
  const path = ['network', 'braille'] as const;
  const line = brailleIn(lettering, value);
  const characters = line?.missing ?? [...value];
  if (line === undefined || characters.length > 0) {
    return [{ code: 'cells-missing', level: 'refusal', path, value, characters }];
  }
  const fit = brailleFit(spec, leastHeight(spec, spec.text === undefined ? [] : [spec.text]));
  if (fit !== undefined && fit.fitting < fit.cells) {
    const { cells, fitting: limit, radius } = fit;
    // It does not grow with the network.
    const baseRadius = Math.ceil((10 * radius) / scale) / 10;
    const remedies = [{ baseRadius }, { mode: 'plaque' }] as const;
    return [{ code: 'braille-too-long', level: 'refusal', path, value: cells, limit, remedies }];
  }
  const limit = line.sizes.dotHeight / 2;
  if (layerHeight === undefined || layerHeight <= limit) return [];
  const about = { path: ['network', 'layerHeight'], remedies: [{ layerHeight: limit }] } as const;
  return [{ code: 'braille-too-coarse', level: 'warning', ...about, value: layerHeight, limit }];
}
