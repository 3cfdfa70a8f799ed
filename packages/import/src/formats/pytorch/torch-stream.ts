import { NUMBER_BYTES } from '../../bytes/read-numbers.ts';
import { byteCursor } from '../pickle/byte-cursor.ts';
import { entriesOf, nameOf, type PickleValue } from '../pickle/pickle-value.ts';
import { pickleWork, readPickle } from '../pickle/read-pickle.ts';
import { storageOf } from './storage.ts';
import { missingStorage, type TorchFile, torchPersistent } from './torch-file.ts';

/** A stream as PyTorch wrote it before 1.6: pickles of a number, a version, the machine, the object and the keys of its storages, then these. */
export function torchStream(bytes: Uint8Array): TorchFile {
  const sizes = new Map<string, number>();
  const onPersistent = (id: PickleValue): PickleValue => {
    const storage = storageOf(id);
    if (storage !== undefined) sizes.set(storage.key, NUMBER_BYTES[storage.type]);
    return torchPersistent(id);
  };
  const values: PickleValue[] = [];
  const work = pickleWork();
  let at = 0;
  while (values.length < 5) {
    const { value, end } = readPickle(bytes, { at, work, onPersistent });
    values.push(value);
    at = end;
  }
  const [, , machine, root = null, keys] = values;
  const storages = new Map<string, Uint8Array>();
  const cursor = byteCursor(bytes, at);
  for (const key of Array.isArray(keys) ? keys : []) {
    const size = sizes.get(nameOf(key));
    if (size === undefined) throw missingStorage('without a type');
    storages.set(nameOf(key), cursor.bytes(cursor.uint64() * size));
  }
  return {
    root,
    isBigEndian: entriesOf(machine)?.get('little_endian') === false,
    storage: (key) => {
      const storage = storages.get(key);
      if (storage === undefined) throw missingStorage(key);
      return storage;
    },
  };
}
