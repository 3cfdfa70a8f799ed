import type { Mode } from '@neurofab/core';
import type { Remedy } from '@neurofab/job';
import { capitalized } from '../capitalized.ts';
import { millimetres } from '../millimetres.ts';
import { PRINTED_AS } from './printed-as.ts';

/** What a button says that makes a change: `Print it flat and use 2 slots`. */
export function remedyText(remedy: Remedy): string {
  const changes = Object.entries(CHANGES).flatMap(([field, text]) => {
    const value = remedy[field as keyof Remedy];
    return value === undefined ? [] : [text(value as never)];
  });
  return capitalized(new Intl.ListFormat('en-GB').format(changes));
}

type Change<Value> = (value: Value) => string;

/** What each change does, in the order in which they are said. */
const CHANGES: { readonly [Field in keyof Remedy]-?: Change<NonNullable<Remedy[Field]>> } = {
  layers: () => 'draw nine nodes and an ellipsis of each large layer',
  mode: (mode: Mode) => `print it ${PRINTED_AS[mode]}`,
  base: () => 'put it on a base',
  posts: () => 'join it to its base by posts',
  baseRadius: (radius) => `let the base reach ${millimetres(radius)} from the middle`,
  connectionRadius: (radius) => `make connections ${millimetres(2 * radius)} thick`,
  thickest: (diameter) => `make the thickest connections ${millimetres(diameter)} thick`,
  thinnest: (diameter) => `draw connections from ${millimetres(diameter)} on`,
  layerSpacing: (length) => `put layers ${millimetres(length)} apart`,
  segments: (sides) => `give circles ${sides} sides`,
  layerHeight: (height) => `print in layers of ${millimetres(height)}`,
  clearance: (gap) => `leave ${millimetres(gap)} around pegs`,
  scale: (scale) => `set the scale to ${scale}`,
  slots: (slots) => (slots === 1 ? 'use one slot' : `use ${slots} slots`),
  colorBy: (what) => COLORINGS[what],
  textHeight: (height) => `make capitals ${millimetres(height)} high`,
  signShape: () => 'give negative connections four sides',
  format: (id) => `choose ${id.toUpperCase()}`,
  shells: () => 'leave balls and rods as they are',
};

const COLORINGS = {
  layer: 'give each layer a colour',
  role: 'give all layers one colour',
  none: 'use one colour',
} as const;
