import { shapeText } from '../../bytes/tensor.ts';
import { ImportError } from '../../import-error.ts';
import { printable } from '../../text/printable.ts';
import { EXPORT_ALONE, notDense } from '../not-dense.ts';
import type { ArrayGroup } from './group-arrays.ts';
import { countOf, lengthOf, listOfArrays, type NamedArray } from './named-array.ts';

/** A layer as its arrays have it, before it is known which side of a matrix its inputs are. */
export type Part =
  | {
      readonly kind: 'dense';
      readonly name: string;
      readonly rows: number;
      readonly columns: number;
      readonly weight: NamedArray;
      readonly bias?: NamedArray;
    }
  | {
      readonly kind: 'normalisation';
      readonly name: string;
      readonly size: number;
      readonly group: ArrayGroup;
    }
  /** A PReLU. */
  | { readonly kind: 'activation'; readonly name: string };

/** Makes parts of groups; throws an ImportError for layers that are no dense ones. */
export function partsOfGroups(groups: readonly ArrayGroup[]): readonly Part[] {
  return groups.map(partOf);
}

function partOf(group: ArrayGroup): Part {
  const { name, weight, bias, mean, variance } = group;
  for (const array of [weight, bias, mean, variance]) if (array !== undefined) countOf(array);
  if (mean !== undefined || variance !== undefined) return normalisation(group);
  const { shape } = weight!;
  if (shape.length > 2) throw notDense('a convolution', { name, remedy: EXPORT_ALONE });
  if (shape.length === 2) return dense(name, weight!, bias);
  if (shape.length === 1 && bias !== undefined)
    throw notDense('a layer normalisation', { name, remedy: EXPORT_ALONE });
  if (shape.length === 1 && shape[0] === 1) return { kind: 'activation', name };
  throw notDense('weights that are no matrix', { name: weight!.name, remedy: EXPORT_ALONE });
}

function dense(name: string, weight: NamedArray, bias: NamedArray | undefined): Part {
  if (bias === undefined && /embed|(?:^|\.)w[tp]e$/i.test(name))
    throw notDense('an embedding', { name, remedy: EXPORT_ALONE });
  const [rows, columns] = weight.shape as readonly [number, number];
  if (rows === 0 || columns === 0) {
    const message = `The layer ${printable(name)} is empty: its weights are ${shapeText(weight.shape)}.`;
    throw new ImportError('damaged', message);
  }
  return { kind: 'dense', name, rows, columns, weight, ...(bias !== undefined && { bias }) };
}

function normalisation(group: ArrayGroup): Part {
  const arrays = [group.weight, group.bias, group.mean, group.variance].filter(
    (array) => array !== undefined,
  );
  const size = lengthOf(arrays[0]!);
  if (
    !group.mean ||
    !group.variance ||
    size === undefined ||
    arrays.some((array) => lengthOf(array) !== size)
  ) {
    const message = `The normalisation ${printable(group.name)} is not whole: ${listOfArrays(arrays)}.`;
    throw new ImportError('damaged', message);
  }
  return { kind: 'normalisation', name: group.name, size, group };
}
