import type { GroupedArrays } from './group-arrays.ts';
import { lengthOf, type NamedArray } from './named-array.ts';

/**
 * The ways to read arrays without telling names: each matrix is a layer; or each second one is a bias, as `W, b, W, b`; or those
 * of one row or column that are no layer are biases.
 */
export function waysToGroup(arrays: readonly NamedArray[]): readonly GroupedArrays[] {
  const isMatrix = ({ shape }: NamedArray) => shape.length >= 2;
  const alternating = arrays.every((array, i) => i % 2 === 0 || lengthOf(array) !== undefined);
  return [
    split(arrays, isMatrix),
    ...(alternating ? [split(arrays, (array, i) => isMatrix(array) && i % 2 === 0)] : []),
    split(arrays, (array) => lengthOf(array) === undefined),
  ];
}

function split(
  arrays: readonly NamedArray[],
  isWeight: (array: NamedArray, i: number) => boolean,
): GroupedArrays {
  return {
    groups: arrays.filter(isWeight).map((weight) => ({ name: weight.name, weight })),
    biases: arrays.filter((array, i) => !isWeight(array, i)),
    others: [],
  };
}
