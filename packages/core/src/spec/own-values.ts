import { parseNumber } from '../text/parse-number.ts';
import { networkSpecSchema } from './network-schema.ts';
import type { NetworkSpecInput } from './network-spec.ts';
import { show } from './show.ts';
import { type Fault, isObject, SpecError } from './spec-error.ts';

/** Fields of a spec that the owner of a printer may have found out for it. */
export const OWN_FIELDS = ['clearance', 'thinnest', 'textHeight'] as const;

/**
 * What a printer makes, as its owner found out, in millimetres: the gap around a peg that goes in and holds, the diameter of the thinnest
 * connection that comes out whole, the height of the smallest capitals that can be read.
 */
export type OwnValues = Readonly<Pick<NetworkSpecInput, (typeof OWN_FIELDS)[number]>>;

/** Own values of any origin. Throws a SpecError that lists every fault. */
export function parseOwnValues(input: unknown): OwnValues {
  if (!isObject(input)) {
    throw new SpecError([
      { path: [], message: `Must be an object such as { "clearance": 0.15 }, but is ${show(input)}.` },
    ]);
  }
  const faults = Object.entries(input).flatMap(([name, value]): Fault[] => {
    if (!OWN_FIELDS.some((field) => field === name)) {
      const message = `There is no own value ${show(name)}. There are ${OWN_FIELDS.join(', ')}.`;
      return [{ path: [name], message }];
    }
    const { error } = networkSpecSchema.safeParse({ [name]: value }, { jitless: true });
    return error === undefined ? [] : [{ path: [name], message: error.issues[0]!.message }];
  });
  if (faults.length > 0) throw new SpecError(faults);
  return input as OwnValues;
}

/** Own values as a word of ASCII, such as `0.15_1.2_5`: short, since the header of an STL is. */
export function ownWord(own: OwnValues): string {
  return OWN_FIELDS.map((field) => own[field] ?? '').join('_');
}

/** The own values of such a word; `undefined` for any other text. */
export function ownFromWord(text: string): OwnValues | undefined {
  const values = text.split('_').map(parseNumber);
  const own = Object.fromEntries(
    OWN_FIELDS.map((field, i) => [field, values[i]]).filter(([, value]) => value !== undefined),
  );
  try {
    return parseOwnValues(own);
  } catch (error) {
    if (error instanceof SpecError) return undefined;
    throw error;
  }
}
