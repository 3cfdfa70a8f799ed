import { isNumberType, readNumbers } from '../../bytes/read-numbers.ts';
import { transposed } from '../../bytes/transposed.ts';
import { viewOf } from '../../bytes/view-of.ts';
import { countOf, type NamedArray } from '../../chain/arrays/named-array.ts';
import { damaged, ImportError } from '../../import-error.ts';
import { printable } from '../../text/printable.ts';
import type { Numbers } from '../../trained-network.ts';
import { isNpy } from './is-numpy.ts';

const MOST_HEADER = 65_536;

/** An array of NumPy (format versions 1 to 3); its numbers are read when they are wanted. Throws an ImportError where it is damaged or holds pickles. */
export function readNpy(name: string, bytes: Uint8Array): NamedArray {
  const { text, end } = header(name, bytes);
  const type = /'descr'\s*:\s*'([^']*)'/.exec(text)?.[1] ?? 'of several fields';
  const sizes = /'shape'\s*:\s*\(([\d\s,L]*)\)/.exec(text)?.[1];
  const order = /'fortran_order'\s*:\s*(True|False)/.exec(text)?.[1];
  if (order === undefined || sizes === undefined) throw headless(name);
  const shape = Array.from(sizes.matchAll(/\d+/g), Number);
  if (/^[|<>=]?O/.test(type)) {
    const message = `The array ${printable(name)} holds Python objects, which are pickles. Save each matrix by itself, as numpy.savez('network.npz', W1=W1, b1=b1) does.`;
    throw new ImportError('unsupported', message);
  }
  const count = countOf({ name, shape });
  const values = () => {
    const numbers = readAs(type, { name, bytes, count, offset: end });
    return order === 'True' && shape.length === 2 ? transposed(numbers, shape[1]!, shape[0]!) : numbers;
  };
  return { name, shape, values };
}

function header(name: string, bytes: Uint8Array): { readonly text: string; readonly end: number } {
  if (bytes.length < 12 || !isNpy(bytes)) throw headless(name);
  const view = viewOf(bytes);
  const isLong = view.getUint8(6) >= 2;
  const start = isLong ? 12 : 10;
  const length = isLong ? view.getUint32(8, true) : view.getUint16(8, true);
  if (length > MOST_HEADER || start + length > bytes.length) throw headless(name);
  return { text: new TextDecoder().decode(bytes.subarray(start, start + length)), end: start + length };
}

function headless(name: string): ImportError {
  return damaged(`the array ${printable(name)} has no sound header`);
}

interface Place {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly count: number;
  readonly offset: number;
}

function readAs(type: string, { name, bytes, count, offset }: Place): Numbers {
  const [, order, kind] = /^([|<>=]?)([fiub]\d)$/.exec(type) ?? [];
  if (!isNumberType(kind)) {
    const message = `The array ${printable(name)} has numbers of the type ${printable(type)}. Only floats and integers can be read: save it as float32.`;
    throw new ImportError('unsupported', message);
  }
  return readNumbers(bytes, { type: kind, count, offset, isBigEndian: order === '>' });
}
