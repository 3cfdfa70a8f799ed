import type { NetworkScene, NetworkSpec } from '@neurofab/core';
import {
  brailleFit,
  drawnOutline,
  drawnTextHeight,
  type LabelKind,
  outlineIn,
  textsOf,
} from '@neurofab/core/internal';
import type { Finding } from './finding.ts';
import { charactersAt, roomier } from './text-room.ts';

/** How thick strokes are at least, in millimetres: two lines of a nozzle of 0.4 mm. */
const LEAST_STROKE = 0.8;
/** How high capitals are at least, in millimetres: in lower ones, however thick they are, counters close. */
const LEAST_HEIGHT = 4;

/** Why text and names cannot be drawn as they are to be. */
export function textFindings({ source: spec }: NetworkScene, scale: number): Finding[] {
  const { text, textHeight, lettering } = spec;
  const texts = textsOf(spec);
  const missing = texts.flatMap((value): Finding[] => {
    const characters = outlineIn(lettering, value)?.missing ?? [...value];
    const path = ['network', value === text ? 'text' : 'labels'];
    return characters.length === 0
      ? []
      : [{ code: 'characters-missing', level: 'refusal', path, value, characters }];
  });
  const limit = leastHeight(spec, texts);
  if (limit > (textHeight ?? Infinity)) {
    const about = { path: ['network', 'textHeight'], value: textHeight!, limit } as const;
    const remedies = [{ textHeight: Math.ceil((10 * limit) / scale) / 10 }];
    return [...missing, { code: 'strokes-too-thin', level: 'refusal', ...about, remedies }];
  }
  return [...missing, ...tooLong(spec, scale), ...madeSmaller('text', drawnTextHeight(spec), spec)];
}

/** A note that letters are lower than they were to be, so that they have room. */
export function madeSmaller(
  what: 'text' | LabelKind,
  value: number | undefined,
  { textHeight }: NetworkSpec,
): Finding[] {
  if (value === undefined || textHeight! - value < 0.05) return [];
  const path = ['network', what === 'text' ? 'text' : 'labels'] as const;
  return [{ code: 'letters-made-smaller', level: 'note', path, what, value, limit: textHeight! }];
}

function tooLong(spec: NetworkSpec, scale: number): Finding[] {
  const value = drawnTextHeight(spec);
  if (value === undefined) return [];
  const text = spec.text!;
  const limit = leastHeight(spec, [text]);
  // Where there is no room for Braille either, that is what is said.
  const fit = brailleFit(spec, limit);
  if (value >= limit || (fit !== undefined && fit.fitting < fit.cells)) return [];
  const characters = charactersAt(spec, limit, value);
  const larger = { scale: Math.ceil((100 * scale * limit) / value) / 100 };
  const remedies = [...roomier(spec, limit, scale), larger].slice(0, 1);
  const about = { path: ['network', 'text'], remedies } as const;
  return [{ code: 'text-too-long', level: 'refusal', ...about, value, limit, characters }];
}

/**
 * How high capitals of lines are at least, in millimetres, so that strokes come out of all of them that are drawn, whole tenths; or what the
 * owner of a printer found that it makes. Who says how high they are to be may go below that, but not below both.
 */
export function leastHeight({ lettering, own, given }: NetworkSpec, texts: readonly string[]): number {
  const strokes = texts.flatMap((text) => drawnOutline(lettering, text)?.stroke ?? []);
  const usual = Math.max(
    LEAST_HEIGHT,
    ...strokes.map((stroke) => Math.ceil((10 * LEAST_STROKE) / stroke) / 10),
  );
  const found = own?.textHeight ?? usual;
  return given.textHeight === undefined ? found : Math.min(usual, found);
}
