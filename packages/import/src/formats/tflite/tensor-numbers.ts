import { dequantised } from '../../bytes/dequantised.ts';
import { NUMBER_BYTES, type NumberType, readNumbers } from '../../bytes/read-numbers.ts';
import { countOfShape } from '../../bytes/tensor.ts';
import { damaged, ImportError } from '../../import-error.ts';
import { printable } from '../../text/printable.ts';
import type { Numbers } from '../../trained-network.ts';
import type { TfliteTensor } from './parse-model.ts';
import { numberIn, type Table, vectorIn } from './table.ts';

/** The numbers of a constant tensor, as they were before they were quantised. Throws an ImportError where they are not as it says. */
export function tensorNumbers({
  name,
  shape,
  type: code,
  bytes,
  quantisation,
  isSparse,
}: TfliteTensor): Numbers {
  const title = printable(name);
  const type = TYPES[code];
  if (type === undefined || isSparse) {
    const kind = isSparse ? 'sparse numbers' : `kind ${code}`;
    throw new ImportError(
      'unsupported',
      `The tensor ${title} holds no numbers of a kind that is read (${kind}).`,
    );
  }
  if (!shape.every((size) => size > 0)) throw wrongLength(title);
  const count = countOfShape(shape, `the tensor ${title}`);
  if (count * NUMBER_BYTES[type] !== bytes.length) throw wrongLength(title);
  const numbers = readNumbers(bytes, { type, count });
  const scale = quantisation && listIn(quantisation, { field: 2, type: 'f4', most: count });
  if (quantisation === undefined || scale === undefined || scale.length === 0 || type === 'f4')
    return numbers;
  const zero = listIn(quantisation, { field: 3, type: 'i8', most: count });
  const axis = numberIn(quantisation, 6, 'integer');
  const result = dequantised(numbers, { shape, scale, zero: zero.length === 0 ? undefined : zero, axis });
  if (result === undefined) throw wrongLength(title);
  return result;
}

/** Types as the schema numbers them. */
const TYPES: Readonly<Record<number, NumberType>> = {
  0: 'f4',
  1: 'f2',
  2: 'i4',
  3: 'u1',
  4: 'i8',
  6: 'b1',
  7: 'i2',
  9: 'i1',
  10: 'f8',
  12: 'u8',
  15: 'u4',
  16: 'u2',
  18: 'bf2',
};

/** Scales or zero points; of more than the `most` that fit one more is read. */
function listIn(
  table: Table,
  { field, type, most }: { readonly field: number; readonly type: 'f4' | 'i8'; readonly most: number },
): Numbers {
  const { start, length } = vectorIn(table, { field, size: NUMBER_BYTES[type] });
  return readNumbers(table.buffer.bytes(), { type, offset: start, count: Math.min(length, most + 1) });
}

function wrongLength(title: string): ImportError {
  return damaged(`the tensor ${title} is not as long as it says`);
}
