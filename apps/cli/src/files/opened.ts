import { OpenError } from '@neurofab/job';
import { CommandError, InputError } from '../errors.ts';

/** What a message calls a file. */
export interface OpenedLabel {
  readonly label: string;
  /** The flag that named the file, where what it says is at fault. */
  readonly flag?: string | undefined;
}

/** What comes of opening a file. Throws a CommandError for one that cannot be read, an InputError for one that says what cannot be made. */
export async function opened<Result>(
  { label, flag }: OpenedLabel,
  open: () => Result | Promise<Result>,
): Promise<Result> {
  try {
    return await open();
  } catch (error) {
    if (!(error instanceof OpenError)) throw error;
    if (error.kind === 'damaged') throw new CommandError(`${label}: ${error.message}`);
    const place = flag === undefined ? label : `${flag} ${label}`;
    throw new InputError(error.faults.map((fault) => `${place}: ${fault}`));
  }
}
