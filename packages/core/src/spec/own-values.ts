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
  const texts = word.split('_');
  const given = OWN_FIELDS.flatMap((field, i) => (texts[i] ? [[field, parseNumber(texts[i])]] : []));
  const own = Object.fromEntries(given);
  const isSound = given.length > 0 && given.every(([, value]) => value !== undefined);
  return isSound && networkSpecSchema.safeParse(own, { jitless: true }).success ? own : undefined;
}
