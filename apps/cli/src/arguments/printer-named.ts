import { findPrinter, type Printer } from '@neurofab/printers';
import { printerAdvice, quoted } from '@neurofab/words';
import { CommandError } from '../errors.ts';

/** The printer that `--printer` names, if it was given. Throws a CommandError for one that there is not. */
export function printerNamed({
  printer: given,
}: {
  readonly printer?: string | undefined;
}): Printer | undefined {
  if (given === undefined) return undefined;
  const printer = findPrinter(given);
  if (printer !== undefined) return printer;
  throw new CommandError(`--printer: There is no printer ${quoted(given)}. ${printerAdvice(given)}`);
}
