import { ImportError } from '../import-error.ts';
import { IMPORT_LIMITS } from '../limits.ts';
import { printable } from '../text/printable.ts';
import type { Numbers } from '../trained-network.ts';

/** An array of numbers as a file has it. */
export interface NamedArray {
  readonly name: string;
  readonly shape: readonly number[];
  /** Its numbers with the last dimension running fastest; read only when they are wanted. */
  readonly values: () => Numbers;
  /** Of a matrix, where the file has them. */
  readonly rowNames?: readonly string[];
  readonly columnNames?: readonly string[];
}

/** How many numbers an array of a shape has; throws an ImportError where they are too many or the shape is none. */
export function countOfShape(name: string, shape: readonly number[]): number {
  let count = 1;
  for (const size of shape) {
    if (!Number.isSafeInteger(size) || size < 0) {
      throw new ImportError('damaged', `It is damaged: the array ${printable(name)} has a size of ${size}.`);
    }
    count *= size;
  }
  if (count > IMPORT_LIMITS.maxNumbers) {
    const message = `The array ${printable(name)} has ${shapeText(shape)} numbers, and at most ${IMPORT_LIMITS.maxNumbers} can be read.`;
    throw new ImportError('too-large', message);
  }
  return count;
}

/** Throws an ImportError where a file has more arrays than can be read. */
export function refuseManyArrays(count: number): void {
  if (count <= IMPORT_LIMITS.maxTensors) return;
  const message = `It has ${count} arrays, and at most ${IMPORT_LIMITS.maxTensors} can be read.`;
  throw new ImportError('too-large', message);
}

/** Names of layers in each other take some hundred letters; what is made of names takes long for millions. */
const MOST_LETTERS = 1000;

/** Throws an ImportError where an array has a name that is far longer than any. */
export function refuseLongNames(arrays: readonly NamedArray[]): void {
  const array = arrays.find(({ name }) => name.length > MOST_LETTERS);
  if (array === undefined) return;
  const message = `The name of ${withShape(array)} has ${array.name.length} letters, and at most ${MOST_LETTERS} can be read.`;
  throw new ImportError('too-large', message);
}

/** A shape in words, such as `16 × 4`. */
export function shapeText(shape: readonly number[]): string {
  return shape.length === 0
    ? 'one number'
    : `${shape.slice(0, 4).join(' × ')}${shape.length > 4 ? ' × …' : ''}`;
}

/** An array with its shape, such as `fc1.weight (16 × 4)`. */
export function withShape({ name, shape }: NamedArray): string {
  return `${printable(name, 32)} (${shapeText(shape)})`;
}

/** The first five arrays with their shapes, and how many more there are. */
export function listOfArrays(arrays: readonly NamedArray[]): string {
  const more = arrays.length > 5 ? ` and ${arrays.length - 5} more` : '';
  return `${arrays.slice(0, 5).map(withShape).join(', ')}${more}`;
}
