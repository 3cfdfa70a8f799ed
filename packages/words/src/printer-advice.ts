import { GENERIC_PRINTERS, suggestPrinters } from '@neurofab/printers';

/** What helps whoever named a printer that is not there: those with a name like it, and those that stand for all that are not listed. */
export function printerAdvice(text: string): string {
  const meant = suggestPrinters(text);
  const generic = GENERIC_PRINTERS.filter(({ process, bed }) => process !== 'powder' && bed !== undefined);
  return [
    ...(meant.length === 0 ? [] : [`Did you mean ${meant.join(', ')}?`]),
    `For one that is not listed there are ${generic.map(({ id }) => id).join(' and ')}.`,
  ].join(' ');
}
