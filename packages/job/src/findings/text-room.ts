import { NETWORK_LIMITS, type NetworkSpec } from '@neurofab/core';
import { drawnTextHeight, MODE_TRAITS } from '@neurofab/core/internal';
import type { Remedy } from './finding.ts';

/** About how many characters of the text have room at a height, where all have at another; 0 where it is too high for any. */
export function charactersAt(spec: NetworkSpec, height: number, value: number): number {
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
export function roomier(spec: NetworkSpec, height: number, scale: number): Remedy[] {
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

/** About as many characters of a text as a share of its length holds. */
export function fittingCharacters(text: string, share: number): number {
  return Math.floor([...text].length * share);
}
