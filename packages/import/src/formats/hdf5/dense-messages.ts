import { ImportError } from '../../import-error.ts';
import { addressAt, expectMark, type Hdf5Source, NOWHERE, numberAt, step } from './hdf5-source.ts';

/**
 * Where the messages of an object that has many links or attributes stand in files of the newest format: in a heap (III.G), listed
 * by a tree (III.A.2), whose records have the number of a message in the heap at `idAt`.
 */
export function* denseMessages(
  source: Hdf5Source,
  { at, idAt }: { at: number; idAt: number },
): Iterable<number> {
  if (source.view.getBigUint64(at, true) === NOWHERE) return;
  const { offsetBytes, place } = heapPlaces(source, addressAt(source, at));
  for (const record of treeRecords(source, addressAt(source, at + 8))) {
    const id = record + idAt;
    // Only a message within the heap itself has its offset there.
    if ((source.view.getUint8(id) & 0x30) !== 0) throw unread();
    yield place(numberAt(source, { at: id + 1, size: offsetBytes }));
  }
}

function* treeRecords(source: Hdf5Source, at: number): Iterable<number> {
  const { view } = source;
  expectMark(source, { at, mark: 'BTHD' });
  const nodeBytes = view.getUint32(at + 6, true);
  const recordBytes = view.getUint16(at + 10, true);
  const depth = view.getUint16(at + 12, true);
  const root = { at: addressAt(source, at + 16), records: view.getUint16(at + 24, true) };
  if (depth > 1 || recordBytes === 0) throw unread();
  const leaves = depth === 0 ? [root] : [];
  if (depth === 1) {
    expectMark(source, { at: root.at, mark: 'BTIN' });
    for (let i = 0; i < root.records; i++) yield root.at + 6 + i * recordBytes;
    const mostRecords = Math.floor((nodeBytes - 10) / recordBytes);
    const countBytes = Math.ceil(Math.log2(mostRecords + 1) / 8);
    for (let i = 0; i <= root.records; i++) {
      step(source);
      const child = root.at + 6 + root.records * recordBytes + i * (8 + countBytes);
      leaves.push({
        at: addressAt(source, child),
        records: numberAt(source, { at: child + 8, size: countBytes }),
      });
    }
  }
  for (const leaf of leaves) {
    expectMark(source, { at: leaf.at, mark: 'BTLF' });
    for (let i = 0; i < leaf.records; i++) {
      step(source);
      yield leaf.at + 6 + i * recordBytes;
    }
  }
}

/** Where in the file an offset in a heap lies: in one block, or in a table of blocks, whose sizes double from row to row. */
function heapPlaces(
  source: Hdf5Source,
  at: number,
): { offsetBytes: number; place: (offset: number) => number } {
  const { view } = source;
  expectMark(source, { at, mark: 'FRHP' });
  const width = view.getUint16(at + 110, true);
  const firstSize = addressAt(source, at + 112);
  const mostSize = addressAt(source, at + 120);
  const offsetBytes = Math.ceil(view.getUint16(at + 128, true) / 8);
  const root = addressAt(source, at + 132);
  const rows = view.getUint16(at + 140, true);
  if (view.getUint16(at + 7, true) > 0) throw unread();
  const place = (offset: number): number => {
    if (rows === 0) return root + offset;
    let start = 0;
    for (let i = 0; i < rows * width; i++) {
      step(source);
      const size = firstSize * 2 ** Math.max(0, Math.floor(i / width) - 1);
      if (size > mostSize) break;
      if (offset < start + size) return addressAt(source, root + 13 + offsetBytes + i * 8) + offset - start;
      start += size;
    }
    throw unread();
  };
  return { offsetBytes, place };
}

function unread(): ImportError {
  return new ImportError(
    'unsupported',
    'Its HDF5 structure is stored in a way of the newest format that is not read. Save the network as Keras does, without libver="latest".',
  );
}
