import { openZip } from '../../bytes/unzip.ts';
import type { NamedArray } from '../../chain/arrays/named-array.ts';
import { stepsOfArrays } from '../../chain/arrays/steps-of-arrays.ts';
import { IMPORT_LIMITS } from '../../limits.ts';
import { refuseMore } from '../../refuse-more.ts';
import type { NamedFile, ReadModel } from '../format.ts';
import { isNpy } from './is-numpy.ts';
import { readNpy } from './read-npy.ts';

/** Reads arrays of NumPy: those of archives, or one a file, in the order of the files. */
export const readNumpy: ReadModel = async (files, { layerOrder }) => {
  const found = stepsOfArrays(arraysOf(files), {
    layout: 'input-output',
    isOrdered: true,
    layerOrder,
  });
  return { format: 'NumPy', ...found };
};

function arraysOf(files: readonly NamedFile[]): readonly NamedArray[] {
  const members = files.flatMap(({ name, bytes }) =>
    isNpy(bytes) ? [{ name, size: bytes.length, read: () => bytes }] : [...openZip(bytes).values()],
  );
  const size = members.reduce((sum, member) => sum + member.size, 0);
  refuseMore(size, { most: IMPORT_LIMITS.maxBytes, of: 'bytes', subject: 'Its arrays have' });
  return members.map(({ name, read }) => readNpy(withoutEnding(name), read()));
}

function withoutEnding(name: string): string {
  return name.replace(/\.npy$/i, '');
}
