import type { OwnValues } from '@neurofab/core';
import { findPrinter } from '@neurofab/printers';
import type { Io } from '../io.ts';
import { readOwnFile } from './own-file.ts';

/** What somebody found out about a printer, and the file that says it. */
export interface FoundValues {
  readonly values: OwnValues;
  readonly path: string;
}

/** What the owner of a printer found out, by any name of the printer; `undefined` where there is nothing. Throws a CommandError for a file that cannot be read. */
export async function ownValuesFor(
  { printer: given, noConfig }: { readonly printer?: string | undefined; readonly noConfig: boolean },
  io: Io,
): Promise<FoundValues | undefined> {
  const printer = given === undefined || noConfig ? undefined : findPrinter(given);
  if (printer === undefined) return undefined;
  const file = await readOwnFile(io);
  const values = file?.printers.get(printer.id);
  return values && Object.keys(values).length > 0 ? { values, path: file!.path } : undefined;
}
