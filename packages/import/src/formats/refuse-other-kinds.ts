import { ImportError } from '../import-error.ts';
import type { NamedFile } from './format.ts';

/** The refusal of a file that is of no format that is read, by name where it is known. */
export function refuseOtherKinds(_file: NamedFile): ImportError {
  return new ImportError('unsupported', 'It is of no format that is read.');
}
