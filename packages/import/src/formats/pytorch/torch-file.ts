import { damaged, type ImportError } from '../../import-error.ts';
import { printable } from '../../text/printable.ts';
import type { PickleValue } from '../pickle/pickle-value.ts';

/** What a file of PyTorch holds: an object, and the bytes of numbers that its tensors refer to. */
export interface TorchFile {
  readonly root: PickleValue;
  readonly isBigEndian: boolean;
  /** The bytes of a storage by its key. Throws an ImportError where there are none. */
  readonly storage: (key: string) => Uint8Array;
}

/** What stands in the pickle for what is kept outside it: storages as they are described, classes without their source text. */
export function torchPersistent(id: PickleValue): PickleValue {
  return Array.isArray(id) && id[0] === 'module' ? (id[1] ?? null) : id;
}

/** The refusal of a file without numbers that it refers to. */
export function missingStorage(key: string): ImportError {
  return damaged(`the numbers ${printable(key)} that it refers to are missing`);
}
