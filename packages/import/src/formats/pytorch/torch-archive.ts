import { latin1 } from '../../bytes/latin1.ts';
import { openZip } from '../../bytes/unzip.ts';
import { readPickle } from '../pickle/read-pickle.ts';
import { missingStorage, type TorchFile, torchPersistent } from './torch-file.ts';

/** An archive as PyTorch writes it since 1.6: one folder with a pickle and the numbers, a file a storage. */
export function torchArchive(bytes: Uint8Array): TorchFile {
  const members = openZip(bytes);
  const pickle = [...members.values()].find(({ name }) => /(^|\/)data\.pkl$/.test(name));
  if (pickle === undefined) throw missingStorage('data.pkl');
  const folder = pickle.name.slice(0, -'data.pkl'.length);
  const order = members.get(`${folder}byteorder`)?.read();
  const storages = new Map<string, Uint8Array>();
  return {
    root: readPickle(pickle.read(), { onPersistent: torchPersistent }).value,
    isBigEndian: order !== undefined && latin1(order).startsWith('big'),
    storage: (key) => {
      // Tensors share storages, and unpacking each time may take long.
      const storage = storages.get(key) ?? members.get(`${folder}data/${key}`)?.read();
      if (storage === undefined) throw missingStorage(key);
      storages.set(key, storage);
      return storage;
    },
  };
}
