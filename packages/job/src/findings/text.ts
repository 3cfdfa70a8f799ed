import type { NetworkScene } from '@neurofab/core';
import { brailleFit, drawnTextHeight, outlineIn } from '@neurofab/core/internal';
import type { Finding } from './finding.ts';

/** How high capitals are at least, so that they can be read, in millimetres. */
export const LEAST_TEXT_HEIGHT = 4;

/** Why text cannot be drawn as it is. */
export function textFindings({ source: spec }: NetworkScene): Finding[] {
  const { text, lettering, own } = spec;
  if (text === undefined) return [];
  const path = ['network', 'text'] as const;
  const characters = outlineIn(lettering, text)?.missing ?? [...text];
  if (characters.length > 0)
    return [{ code: 'characters-missing', level: 'refusal', path, value: text, characters }];
  const value = drawnTextHeight(spec);
  const limit = own?.textHeight ?? LEAST_TEXT_HEIGHT;
  if (value === undefined || value >= limit) return [];
  // Where there is no room for Braille either, that is what is said.
  const fit = brailleFit(spec, limit);
  if (fit !== undefined && fit.fitting < fit.cells) return [];
  const fitting = Math.floor(([...text].length * value) / limit);
  return [{ code: 'text-too-long', level: 'refusal', path, value, limit, characters: fitting }];
}
