import { countOf, type NamedArray } from '../../chain/arrays/named-array.ts';
import { stepsOfArrays } from '../../chain/arrays/steps-of-arrays.ts';
import { IMPORT_LIMITS } from '../../limits.ts';
import { type Limit, refuseMore, tooMuch } from '../../refuse-more.ts';
import type { NamedFile, ReadModel } from '../format.ts';
import { tableOf } from './table-of.ts';

/** Reads a matrix a file, in the order of the files; a matrix of one row or column may be the biases of the one before. */
export const readCsv: ReadModel = async (files, { layerOrder }) => {
  const size = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
  refuseMore(size, { most: IMPORT_LIMITS.maxMemberBytes, of: 'bytes', subject: 'Its text has' });
  let count = 0;
  const arrays = files.map((file) => {
    const array = arrayOf(file);
    count += countOf(array);
    if (count <= MOST_NUMBERS.most) return array;
    throw tooMuch(MOST_NUMBERS);
  });
  return {
    format: 'CSV',
    ...stepsOfArrays(arrays, {
      layout: 'input-output',
      isOrdered: true,
      isNetwork: true,
      layerOrder,
    }),
  };
};

const MOST_NUMBERS: Limit = { most: IMPORT_LIMITS.maxTextNumbers, of: 'numbers', subject: 'Its files have' };

function arrayOf({ name, bytes }: NamedFile): NamedArray {
  const { rows, columns, values, rowNames, columnNames } = tableOf(new TextDecoder().decode(bytes));
  return {
    name: name.replace(/\.\w{1,4}$/, ''),
    shape: [rows, columns],
    values: () => values,
    rowNames,
    columnNames,
  };
}
