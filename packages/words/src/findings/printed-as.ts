import type { Mode } from '@neurofab/core';

/** How a network of a mode is printed, in words that go on after "printed". */
export const PRINTED_AS: Readonly<Record<Mode, string>> = {
  upright: 'upright',
  flat: 'flat',
  halves: 'in halves',
  plaque: 'as a plaque',
};
