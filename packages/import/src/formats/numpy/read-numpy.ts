import { openZip } from '../../bytes/unzip.ts';
import type { NamedArray } from '../../chain/named-array.ts';
import { stepsOfArrays } from '../../chain/steps-of-arrays.ts';
import type { NamedFile, ReadModel } from '../format.ts';
import { isNpy } from './is-numpy.ts';
import { readNpy } from './read-npy.ts';

/** Reads arrays of NumPy: the ones of an archive (the first), or one a file in the order of the files. */
export const readNumpy: ReadModel = async (files, { layerOrder }) => {
  const found = stepsOfArrays(arraysOf(files), {
    layout: 'input-output',
    isOrdered: true,
    ...(layerOrder !== undefined && { layerOrder }),
  });
  return { format: 'NumPy', ...found };
};

function arraysOf(files: readonly NamedFile[]): readonly NamedArray[] {
  const { bytes } = files[0]!;
  if (isNpy(bytes)) return files.map((file) => readNpy(withoutEnding(file.name), file.bytes));
  return Array.from(openZip(bytes).values(), (member) => readNpy(withoutEnding(member.name), member.read()));
}

function withoutEnding(name: string): string {
  return name.replace(/\.npy$/i, '');
}
