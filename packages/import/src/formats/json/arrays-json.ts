import { isObject } from '@neurofab/core/internal';
import { type NamedArray, refuseManyArrays } from '../../chain/arrays/named-array.ts';
import { stepsOfArrays } from '../../chain/arrays/steps-of-arrays.ts';
import { IMPORT_LIMITS } from '../../limits.ts';
import { printable } from '../../text/printable.ts';
import type { FoundModel, ReadContext } from '../format.ts';
import { matrixOf, numbersOf, refuseFaults } from './matrix-of.ts';

/** Whether a JSON is a list of matrices and lists of numbers, or has such under names. */
export function isArraysJson(json: unknown): boolean {
  if (Array.isArray(json)) return isMatrix(json) || json.slice(0, IMPORT_LIMITS.maxTensors).some(isMatrix);
  if (!isObject(json)) return false;
  const names = Object.keys(json);
  return (
    names.length <= IMPORT_LIMITS.maxTensors &&
    names.some((name) => isMatrix(json[name]) || isList(json[name]))
  );
}

/**
 * Reads matrices in a list or under their names, as `{"fc1.weight": [[…]], "fc1.bias": […]}`, or lists of them under names, as
 * `{"sizes": […], "weights": [[[…]]], "biases": [[[…]]]}`.
 */
export function arraysJson(json: unknown, { layerOrder }: ReadContext): FoundModel {
  const entries: readonly (readonly [string, unknown])[] = isMatrix(json)
    ? [['matrix', json]]
    : Array.isArray(json)
      ? json.map((value, i) => [`matrix ${i + 1}`, value])
      : Object.entries(json as object).flatMap(([name, value]) => namedValues(name, value));
  refuseManyArrays(entries.length);
  const faults: string[] = [];
  const arrays = entries.map(([name, value]) => arrayOf(name, { value, faults }));
  refuseFaults(faults);
  const found = stepsOfArrays(
    arrays.filter((array) => array !== undefined),
    { layout: 'input-output', isOrdered: true, layerOrder },
  );
  return { format: 'JSON', ...found };
}

/** What stands under a name: a matrix or a list of numbers, or several matrices, which get numbers. */
function namedValues(name: string, value: unknown): readonly (readonly [string, unknown])[] {
  if (isList(value)) return value.map((matrix, i) => [`${name}_${i}`, matrix]);
  return Array.isArray(value) && typeof value[0] !== 'string' && name !== 'sizes' ? [[name, value]] : [];
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && isMatrix(value[0]);
}

function isMatrix(value: unknown): boolean {
  return Array.isArray(value) && Array.isArray(value[0]) && typeof value[0][0] === 'number';
}

function arrayOf(
  name: string,
  { value, faults }: { readonly value: unknown; readonly faults: string[] },
): NamedArray | undefined {
  if (!isMatrix(value)) {
    const numbers = numbersOf(value, { path: printable(name, 32), faults });
    return numbers && { name, shape: [numbers.length], values: () => numbers };
  }
  const matrix = matrixOf(value, { path: printable(name, 32), faults });
  return matrix && { name, shape: [matrix.rows, matrix.columns], values: () => matrix.values };
}
