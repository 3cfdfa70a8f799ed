import type { Numbers } from '../../trained-network.ts';
import type { TfliteModel, TfliteTensor } from './parse-model.ts';
import { tensorNumbers } from './tensor-numbers.ts';

/** A constant, whose numbers are read when they are wanted. */
export interface TfliteConstant {
  readonly shape: readonly number[];
  readonly numbers: () => Numbers;
}

/** The numbers of a tensor; `undefined` where it is no constant. */
export type Constants = (tensor: TfliteTensor | undefined) => TfliteConstant | undefined;

/** The constants of a model; those of 16 bits are made longer by an operator of their own. */
export function constantsOf({ operations }: TfliteModel): Constants {
  const longer = operations.filter(({ operator }) => operator === 'DEQUANTIZE');
  const sources = new Map(longer.map(({ outputs, operands }) => [outputs[0], operands[0]]));
  return (tensor) => {
    const isHere = tensor !== undefined && tensor.bytes.length > 0;
    const stored = isHere ? tensor : sources.get(tensor?.name);
    if (stored === undefined || stored.bytes.length === 0) return undefined;
    return { shape: stored.shape, numbers: () => tensorNumbers(stored) };
  };
}
