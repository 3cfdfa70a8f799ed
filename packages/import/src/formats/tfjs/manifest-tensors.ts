import { field, listField, numberField, textField } from '../../bytes/json-fields.ts';
import { NUMBER_BYTES, type NumberType, readNumbers } from '../../bytes/read-numbers.ts';
import type { Tensor } from '../../bytes/tensor.ts';
import { countOfShape } from '../../bytes/tensor.ts';
import { damaged, ImportError } from '../../import-error.ts';
import { IMPORT_LIMITS } from '../../limits.ts';
import { type Limit, tooMuch } from '../../refuse-more.ts';
import { printable } from '../../text/printable.ts';
import type { Numbers } from '../../trained-network.ts';
import type { LayerTensors } from '../keras/keras-layer.ts';

/** The tensors of a weights manifest by layers and by their own names, out of the bytes of its groups. Throws an ImportError for numbers of other kinds, and where there are too few. */
export function manifestTensors(
  manifest: unknown,
  groups: readonly Uint8Array[],
): ReadonlyMap<string, LayerTensors> {
  const layers = new Map<string, Map<string, Tensor>>();
  let tensors = 0;
  let numbers = 0;
  for (const [i, bytes] of groups.entries()) {
    let offset = 0;
    for (const weight of listField((manifest as readonly unknown[])[i], 'weights')) {
      const described = describedTensor(weight);
      const { name, shape, count, type } = described;
      numbers += count;
      if (++tensors > TENSORS.most) throw tooMuch(TENSORS);
      if (numbers > NUMBERS.most) throw tooMuch(NUMBERS);
      const at = offset;
      offset += count * NUMBER_BYTES[type];
      if (offset > bytes.length) {
        throw damaged(`its weights end within ${printable(name)}`);
      }
      // A layer within a scope is `scope/dense/kernel`.
      const [layer = '', tensor = name] = name.split('/').slice(-2);
      const tensorsOfLayer = layers.get(layer) ?? new Map<string, Tensor>();
      tensorsOfLayer.set(tensor, { shape, values: () => numbersOf(bytes, { ...described, offset: at }) });
      layers.set(layer, tensorsOfLayer);
    }
  }
  return layers;
}

const TENSORS: Limit = { most: IMPORT_LIMITS.maxTensors, of: 'tensors' };
/** Those of a byte each are four times as large once they are read. */
const NUMBERS: Limit = { most: IMPORT_LIMITS.maxBytes / Float32Array.BYTES_PER_ELEMENT, of: 'numbers' };

interface DescribedTensor {
  readonly name: string;
  readonly shape: readonly number[];
  readonly count: number;
  readonly type: NumberType;
  /** A quantised number stands for number · scale + least. */
  readonly scale?: number;
  readonly least?: number;
}

function describedTensor(weight: unknown): DescribedTensor {
  const name = textField(weight, 'name') ?? '';
  const shape = listField(weight, 'shape').map(Number);
  const count = countOfShape(shape, `the tensor ${printable(name)}`);
  const quantization = field(weight, 'quantization');
  const text = textField(quantization, 'dtype') ?? textField(weight, 'dtype') ?? 'float32';
  const type = TYPES.get(text);
  if (type === undefined) {
    const message = `${printable(name)} holds numbers of a kind that is not read (${printable(text)}).`;
    throw new ImportError('unsupported', message);
  }
  const scale = numberField(quantization, 'scale');
  const least = numberField(quantization, 'min');
  return { name, shape, count, type, ...(scale !== undefined && { scale, least: least ?? 0 }) };
}

const TYPES: ReadonlyMap<string, NumberType> = new Map([
  ['float32', 'f4'],
  ['float16', 'f2'],
  ['int32', 'i4'],
  ['uint8', 'u1'],
  ['uint16', 'u2'],
  ['bool', 'b1'],
]);

function numbersOf(
  bytes: Uint8Array,
  { type, count, offset, scale, least }: DescribedTensor & { offset: number },
): Numbers {
  const numbers = readNumbers(bytes, { type, count, offset });
  if (scale === undefined || least === undefined) return numbers;
  return numbers.map((number) => number * scale + least);
}
