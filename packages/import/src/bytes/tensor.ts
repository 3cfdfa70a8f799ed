import { damaged, ImportError } from '../import-error.ts';
import { IMPORT_LIMITS } from '../limits.ts';
import type { Numbers } from '../trained-network.ts';

/** Numbers of a file, in the shape that it gives them. */
export interface Tensor {
  readonly shape: readonly number[];
  /** With the last dimension running fastest; read only when they are wanted. Throws an ImportError where the file does not hold them. */
  readonly values: () => Numbers;
}

/** Whether something that a file says is a list of sizes. */
export function isShape(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.length <= MOST_DIMENSIONS && value.every(isSize);
}

const MOST_DIMENSIONS = 32;

/** Whether something that a file says is a whole number from 0. */
export function isSize(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

/** How many numbers there are in a shape. */
export function numbersIn(shape: readonly number[]): number {
  return shape.reduce((product, size) => product * size, 1);
}

/** How many numbers a tensor has; throws an ImportError where they are too many or its shape is none. `title` is such as `the array fc1`. */
export function countOfShape(shape: readonly number[], title: string): number {
  const wrong = shape.find((size) => !isSize(size));
  if (wrong !== undefined) throw damaged(`${title} has a size of ${wrong}`);
  const count = numbersIn(shape);
  if (count <= IMPORT_LIMITS.maxNumbers) return count;
  const message = `It has ${title} of ${shapeText(shape)} numbers, and at most ${IMPORT_LIMITS.maxNumbers} can be read.`;
  throw new ImportError('too-large', message);
}

/** A shape in words, such as `16 × 4`. */
export function shapeText(shape: readonly number[]): string {
  return shape.length === 0
    ? 'one number'
    : `${shape.slice(0, 4).join(' × ')}${shape.length > 4 ? ' × …' : ''}`;
}
