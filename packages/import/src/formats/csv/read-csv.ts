import { countOfShape, type NamedArray } from '../../chain/arrays/named-array.ts';
import { stepsOfArrays } from '../../chain/arrays/steps-of-arrays.ts';
import { ImportError } from '../../import-error.ts';
import { IMPORT_LIMITS } from '../../limits.ts';
import type { NamedFile, ReadModel } from '../format.ts';
import { tableOf } from './table-of.ts';

/** Reads a matrix a file, in the order of the files; a matrix of one row or column may be the biases of the one before. */
export const readCsv: ReadModel = async (files, { layerOrder }) => {
  const size = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
  if (size > IMPORT_LIMITS.maxMemberBytes) {
    const message = `Its text has more than ${IMPORT_LIMITS.maxMemberBytes / 2 ** 20} MB, which is the most that is read.`;
    throw new ImportError('too-large', message);
  }
  let count = 0;
  const arrays = files.map((file) => {
    const array = arrayOf(file);
    count += countOfShape(array.name, array.shape);
    if (count <= IMPORT_LIMITS.maxTextNumbers) return array;
    const message = `Its files have more than ${IMPORT_LIMITS.maxTextNumbers} numbers, which is the most that is read.`;
    throw new ImportError('too-large', message);
  });
  return {
    format: 'CSV',
    ...stepsOfArrays(arrays, {
      layout: 'input-output',
      isOrdered: true,
      isNetwork: true,
      ...(layerOrder !== undefined && { layerOrder }),
    }),
  };
};

function arrayOf({ name, bytes }: NamedFile): NamedArray {
  const { rows, columns, values, rowNames, columnNames } = tableOf(new TextDecoder().decode(bytes));
  return {
    name: name.replace(/\.\w{1,4}$/, ''),
    shape: [rows, columns],
    values: () => values,
    ...(rowNames !== undefined && { rowNames }),
    ...(columnNames !== undefined && { columnNames }),
  };
}
