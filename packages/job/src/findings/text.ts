import type { NetworkScene, NetworkSpec, Outline } from '@neurofab/core';
import { brailleFit, drawnOutline, drawnTextHeight, outlineIn, textsOf } from '@neurofab/core/internal';
import type { Finding } from './finding.ts';

/** How thick strokes are at least, in millimetres: two lines of a nozzle of 0.4 mm. */
const LEAST_STROKE = 0.8;
/** How high capitals are at least, in millimetres: in lower ones, however thick they are, counters close. */
const LEAST_HEIGHT = 4;

/** Why text and names cannot be drawn as they are. */
export function textFindings({ source: spec }: NetworkScene): Finding[] {
  const { text, lettering } = spec;
  const missing = textsOf(spec).flatMap((value): Finding[] => {
    const characters = outlineIn(lettering, value)?.missing ?? [...value];
    const path = ['network', value === text ? 'text' : 'labels'];
    return characters.length === 0
      ? []
      : [{ code: 'characters-missing', level: 'refusal', path, value, characters }];
  });
  const outline = text === undefined ? undefined : drawnOutline(lettering, text);
  const value = drawnTextHeight(spec);
  if (text === undefined || outline === undefined || value === undefined) return missing;
  const limit = leastHeight(spec, outline);
  // Where there is no room for Braille either, that is what is said.
  const fit = brailleFit(spec, limit);
  if (value >= limit || (fit !== undefined && fit.fitting < fit.cells)) return missing;
  const characters = fittingCharacters(text, value / limit);
  const path = ['network', 'text'] as const;
  return [...missing, { code: 'text-too-long', level: 'refusal', path, value, limit, characters }];
}

/** How high capitals are at least, in millimetres, with strokes that come out, or as its owner found out for a printer: whole tenths. */
export function leastHeight({ own }: NetworkSpec, { stroke }: Pick<Outline, 'stroke'>): number {
  return own?.textHeight ?? Math.max(LEAST_HEIGHT, Math.ceil((10 * LEAST_STROKE) / stroke) / 10);
}

/** About as many characters of a text as a share of its length holds. */
export function fittingCharacters(text: string, share: number): number {
  return Math.floor([...text].length * share);
}
