import { NETWORK_LIMITS, type NetworkScene, type NetworkSpec } from '@neurofab/core';
import {
  brailleFit,
  drawnOutline,
  drawnTextHeight,
  type LabelKind,
  MODE_TRAITS,
  outlineIn,
  textsOf,
} from '@neurofab/core/internal';
import type { Finding, Remedy } from './finding.ts';

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

/** About how many characters of the text have room at a height, where all have at another; 0 where it is too high for any. */
function charactersAt(spec: NetworkSpec, height: number, value: number): number {
  const text = spec.text!;
  const { lines } = spec.lettering!;
  const hasRoom = (count: number) => {
    const outline = lines[text]!;
    const width = (outline.width * count) / [...text].length;
    const lettering = { ...spec.lettering, lines: { ...lines, [text]: { ...outline, width } } };
    return drawnTextHeight({ ...spec, lettering })! >= height;
  };
  let count = fittingCharacters(text, value / height);
  while (count > 0 && !hasRoom(count)) count--;
  return count;
}

/** The least length in whole millimetres that gives text of a height room: layers farther apart, or a larger disc. */
function roomier(spec: NetworkSpec, height: number, scale: number): Remedy[] {
  const { lies } = MODE_TRAITS[spec.mode];
  const has = (length: number) =>
    drawnTextHeight(
      lies
        ? { ...spec, layerSpacing: length * scale }
        : { ...spec, base: { ...spec.base, radius: length * scale } as NetworkSpec['base'] },
    )! >= height;
  const most = Math.floor(NETWORK_LIMITS.maxLength / scale);
  if (!has(most)) return [];
  let [low, high] = [0, most];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (has(middle)) high = middle;
    else low = middle;
  }
  return [lies ? { layerSpacing: high } : { baseRadius: high }];
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

/** About as many characters of a text as a share of its length holds. */
export function fittingCharacters(text: string, share: number): number {
  return Math.floor([...text].length * share);
}
