import { parseNumber } from '../text/parse-number.ts';
import { networkSpecSchema } from './network-schema.ts';
import type { NetworkSpecInput } from './network-spec.ts';

/** Fields of a spec that the owner of a printer may have found out for it. */
export const OWN_FIELDS = ['clearance', 'thinnest', 'textHeight'] as const;

/**
 * What a printer makes, as its owner found out, in millimetres: the gap around a peg that goes in and holds, the diameter of the thinnest
 * connection that comes out whole, the height of the smallest capitals that can be read.
 */
export type OwnValues = Readonly<Pick<NetworkSpecInput, (typeof OWN_FIELDS)[number]>>;

/** Own values as a word of ASCII, such as `0.15_1.2_5`: short, since the header of an STL is. */
export function ownWord(own: OwnValues): string {
  return OWN_FIELDS.map((field) => own[field] ?? '').join('_');
}

/** The own values of such a word; `undefined` for any other text. */
export function ownFromWord(word: string): OwnValues | undefined {
  // A text too many has no field, which the schema refuses.
  const given = word
    .split('_')
    .flatMap((text, i) => (text ? [[OWN_FIELDS[i], parseNumber(text) ?? text]] : []));
  const own = Object.fromEntries(given);
  return networkSpecSchema.safeParse(own, { jitless: true }).success ? own : undefined;
}
