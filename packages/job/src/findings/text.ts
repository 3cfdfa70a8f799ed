import type { Scene } from '@neurofab/core';
import { brailleFit, drawnTextHeight, outlineIn } from '@neurofab/core/internal';
import type { Finding } from './finding.ts';

/** How high capitals are at least, so that they can be read, in millimetres. */
export const LEAST_TEXT_HEIGHT = 4;

/** Why text cannot be drawn as it is. */
export function textFindings({ source: spec }: Scene): Finding[] {
  const { text, lettering } = spec;
  if (text === undefined) return [];
  const path = ['network', 'text'] as const;
  const characters = outlineIn(lettering, text)?.missing ?? [...text];
  if (characters.length > 0)
    return [{ code: 'characters-missing', level: 'refusal', path, value: text, characters }];
  const value = drawnTextHeight(spec);
  if (value === undefined || value >= LEAST_TEXT_HEIGHT) return [];
  // Where there is no room for Braille either, that is what is said.
  const fit = brailleFit(spec, LEAST_TEXT_HEIGHT);
  if (fit !== undefined && fit.fitting < fit.cells) return [];
  const fitting = Math.floor(([...text].length * value) / LEAST_TEXT_HEIGHT);
  return [
    { code: 'text-too-long', level: 'refusal', path, value, limit: LEAST_TEXT_HEIGHT, characters: fitting },
  ];
}
