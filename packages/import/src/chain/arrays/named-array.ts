import { countOfShape, shapeText, type Tensor } from '../../bytes/tensor.ts';
import { IMPORT_LIMITS } from '../../limits.ts';
import { refuseMore } from '../../refuse-more.ts';
import { listText, printable } from '../../text/printable.ts';

/** An array of numbers as a file has it. */
export interface NamedArray extends Tensor {
  readonly name: string;
  /** Of a matrix, where the file has them. */
  readonly rowNames?: readonly string[] | undefined;
  readonly columnNames?: readonly string[] | undefined;
}

/** How many numbers an array has; throws an ImportError where they are too many or its shape is none. */
export function countOf({ name, shape }: Pick<NamedArray, 'name' | 'shape'>): number {
  return countOfShape(shape, `the array ${printable(name)}`);
}

/** The length of a list of numbers, be it kept as one row or one column; `undefined` where it is a matrix. */
export function lengthOf({ shape }: NamedArray): number | undefined {
  const [rows = 1, columns = 1] = shape;
  if (shape.length === 0 || shape.length > 2) return undefined;
  return rows === 1 ? columns : columns === 1 ? rows : undefined;
}

/** Throws an ImportError where a file has more arrays than can be read. */
export function refuseManyArrays(count: number): void {
  refuseMore(count, { most: IMPORT_LIMITS.maxTensors, of: 'arrays' });
}

/** An array with its shape, such as `fc1.weight (16 × 4)`. */
export function withShape({ name, shape }: NamedArray): string {
  return `${printable(name, 32)} (${shapeText(shape)})`;
}

/** The first five arrays with their shapes, and how many more there are. */
export function listOfArrays(arrays: readonly NamedArray[]): string {
  return listText(arrays, withShape);
}

/** Names of layers in each other take some hundred letters; what is made of names takes long for millions. */
const MOST_LETTERS = 1000;

/** Throws an ImportError where an array has a name that is far longer than any. */
export function refuseLongNames(arrays: readonly NamedArray[]): void {
  for (const array of arrays) {
    const subject = `The name of ${withShape(array)} has`;
    refuseMore(array.name.length, { most: MOST_LETTERS, of: 'letters', subject });
  }
}
