import { openZip } from '../../bytes/unzip.ts';
import type { NamedArray } from '../../chain/arrays/named-array.ts';
import { stepsOfArrays } from '../../chain/arrays/steps-of-arrays.ts';
import { ImportError } from '../../import-error.ts';
import { IMPORT_LIMITS } from '../../limits.ts';
import type { NamedFile, ReadModel } from '../format.ts';
import { isNpy } from './is-numpy.ts';
import { readNpy } from './read-npy.ts';

/** Reads arrays of NumPy: those of archives, or one a file, in the order of the files. */
export const readNumpy: ReadModel = async (files, { layerOrder }) => {
  const found = stepsOfArrays(arraysOf(files), {
    layout: 'input-output',
    isOrdered: true,
    ...(layerOrder !== undefined && { layerOrder }),
  });
  return { format: 'NumPy', ...found };
};

function arraysOf(files: readonly NamedFile[]): readonly NamedArray[] {
  const members = files.flatMap(({ name, bytes }) =>
    isNpy(bytes) ? [{ name, size: bytes.length, read: () => bytes }] : [...openZip(bytes).values()],
  );
  const size = members.reduce((sum, member) => sum + member.size, 0);
  if (size > IMPORT_LIMITS.maxBytes) {
    const message = `Its arrays have ${Math.ceil(size / 2 ** 20)} MB, and at most ${IMPORT_LIMITS.maxBytes / 2 ** 20} MB can be read.`;
    throw new ImportError('too-large', message);
  }
  return members.map(({ name, read }) => readNpy(withoutEnding(name), read()));
}

function withoutEnding(name: string): string {
  return name.replace(/\.npy$/i, '');
}
