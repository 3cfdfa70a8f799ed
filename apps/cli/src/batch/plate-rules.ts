import { holdsPlates, type Plan } from '@neurofab/job';
import type { BatchRequest } from '../arguments/command-line.ts';
import { CommandError } from '../errors.ts';
import type { FoundColumns } from './find-columns.ts';
import { nameOf } from './find-columns.ts';
import type { Table } from './table.ts';

/** What says how files of one network are. */
const OF_ONE_NETWORK = ['output', 'split', 'origin'];

/** Throws a CommandError for flags that plates leave nothing to say. */
export function refuseFlagsOfOne({ given: { options } }: BatchRequest): void {
  const flag = OF_ONE_NETWORK.find((name) => name !== 'output' && options[name]);
  if (flag !== undefined) throw new CommandError(`--plates and --${flag} do not go together: ${WHY}`);
}

/** What is wrong with columns that plates leave nothing to say. */
export function columnsOfOne({ label }: Table, { meanings }: FoundColumns): string[] {
  return [...meanings]
    .filter(([, meaning]) => OF_ONE_NETWORK.includes(nameOf(meaning)))
    .map(([column]) => `${label}: --plates leaves nothing to say to column "${column}": ${WHY}`);
}

const WHY = 'files hold the networks of several rows, as they lie on the bed.';

/** Throws a CommandError for a network that no plate can hold. */
export function refuseOffPlate({ printer, files }: Plan): void {
  if (printer === undefined) {
    throw new CommandError('--plates fills the bed of a printer, so it needs one: name it with --printer.');
  }
  if (printer.bed === undefined) {
    throw new CommandError(`--plates fills a bed, but none is known of ${printer.name}. Leave it out.`);
  }
  const other = files.find(({ backend }) => !holdsPlates(backend));
  if (other !== undefined) {
    throw new CommandError(`--plates writes 3MF or STL, but this is to be ${other.backend.label}.`);
  }
}
