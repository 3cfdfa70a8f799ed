import type { NetworkSpec, OwnValues } from '@neurofab/core';
import type { Plan } from '@neurofab/job';
import { millimetres } from './millimetres.ts';

/** What the owner of a printer found out, such as `clearance 0.15 mm, letters from 5 mm`. */
export function ownValuesText({ clearance, thinnest, textHeight }: OwnValues): string {
  return [
    ...(clearance === undefined ? [] : [`clearance ${millimetres(clearance)}`]),
    ...(thinnest === undefined ? [] : [`connections from ${millimetres(thinnest)}`]),
    ...(textHeight === undefined ? [] : [`letters from ${millimetres(textHeight)}`]),
  ].join(', ');
}

/** That a network is made with what the owner of its printer found out, and the file that says it: a line, or none where it is not. */
export function ownValuesNote(
  { spec, printer }: Pick<Plan, 'spec' | 'printer'>,
  file: string | undefined,
): string[] {
  const text = ownValuesText(usedOf(spec));
  return printer === undefined || text === ''
    ? []
    : [`with your own values for ${printer.name}: ${text} (${file})`];
}

/** Less what the network says itself, and what it has not. */
function usedOf({ own = {}, given, clearance, text }: NetworkSpec): OwnValues {
  const { clearance: gap, textHeight, ...others } = own;
  return {
    ...others,
    ...(clearance !== undefined && given.clearance === undefined && { clearance: gap }),
    ...(text !== undefined && { textHeight }),
  };
}
