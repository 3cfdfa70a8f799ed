import type { NetworkSpec, Outline, Scene } from '@neurofab/core';
import { drawnOutline, drawnTextHeight, outlineIn, textsOf } from '@neurofab/core/internal';
import type { Finding } from './finding.ts';

/** How thick strokes are at least, in millimetres: two lines of a nozzle of 0.4 mm. */
const LEAST_STROKE = 0.8;
/** How high capitals are at least, in millimetres: in lower ones, however thick they are, counters close. */
const LEAST_HEIGHT = 4;

/** Why text and names cannot be drawn as they are. */
export function textFindings({ source: spec }: Scene): Finding[] {
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
  const path = ['network', 'text'] as const;
  const limit = leastHeight(outline);
  if (value >= limit) return missing;
  if (value === spec.textHeight) return [...missing, strokesTooThin(spec, limit)];
  const characters = fittingCharacters(text, value / limit);
  return [...missing, { code: 'text-too-long', level: 'refusal', path, value, limit, characters }];
}

/** For lines that would have room enough if they were as high as their strokes ask for. */
export function strokesTooThin({ textHeight }: NetworkSpec, limit: number): Finding {
  const path = ['network', 'textHeight'] as const;
  return { code: 'strokes-too-thin', level: 'refusal', path, value: textHeight!, limit };
}

/** How high capitals are at least, in millimetres, with strokes that come out: whole tenths. */
export function leastHeight({ stroke }: Outline): number {
  return Math.max(LEAST_HEIGHT, Math.ceil((10 * LEAST_STROKE) / stroke) / 10);
}

/** About as many characters of a text as a share of its length holds. */
export function fittingCharacters(text: string, share: number): number {
  return Math.floor([...text].length * share);
}
