import { FLAVORS } from '@neurofab/backend-3mf';
import { COLOR_BY, type Settings } from '@neurofab/core';
import { ownFromWord, ownWord, parseNumber } from '@neurofab/core/internal';
import { type Asked, SPLITS } from './asked.ts';

/** What a split that does not say what by is by. */
const USUAL_SPLIT = SPLITS[0];

/** What a recipe keeps of what was asked for beside the network: that which was asked for and is not the usual. */
export function settingsOf(asked: Asked, printerId: string | undefined): Settings {
  const {
    own,
    slots,
    colorBy = 'layer',
    colorsByHeight,
    flavor,
    origin = 'bed',
    show,
    size,
    shells,
    split,
    partial,
  } = asked;
  return {
    ...(printerId !== undefined && { printer: printerId }),
    ...(own !== undefined && { own: ownWord(own) }),
    ...(slots !== undefined && { slots: String(slots) }),
    ...(flavor !== undefined && { flavor }),
    ...(colorBy !== 'layer' && { 'color-by': colorBy }),
    ...(colorsByHeight !== undefined && { 'colors-by-height': colorsByHeight ? (true as const) : 'no' }),
    ...(origin !== 'bed' && { origin }),
    ...(show === 'plate' && { show }),
    ...(size !== undefined && { size: String(size) }),
    ...(shells && { shells: true as const }),
    ...(split && { split: split === USUAL_SPLIT || split }),
    ...(partial && { partial: true as const }),
  };
}

/** What was asked for, from the settings of a recipe of any origin: what they say that means nothing is passed over, but for printer, slots and size, which a plan refuses. */
export function askedIn(settings: Settings): Asked {
  const { printer, own, slots, flavor, origin, show, size, shells, split, partial } = settings;
  return {
    ...(typeof printer === 'string' && { printer }),
    ...(typeof own === 'string' && { own: ownFromWord(own) }),
    ...(typeof slots === 'string' && { slots: parseNumber(slots) ?? Number.NaN }),
    flavor: FLAVORS.find((known) => known === flavor),
    colorBy: COLOR_BY.find((known) => known === settings['color-by']),
    ...(settings['colors-by-height'] === true && { colorsByHeight: true }),
    ...(settings['colors-by-height'] === 'no' && { colorsByHeight: false }),
    ...(origin === 'model' && { origin }),
    ...(show === 'plate' && { show }),
    ...(typeof size === 'string' && { size: parseNumber(size) ?? Number.NaN }),
    ...(shells === true && { shells }),
    split: split === true ? USUAL_SPLIT : SPLITS.find((known) => known === split),
    ...(partial === true && { partial }),
  };
}
