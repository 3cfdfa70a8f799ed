import { ImportError } from '../../import-error.ts';
import type { Numbers } from '../../trained-network.ts';

/** A number for each of `count` outputs, of which there may be one for all. Throws an ImportError where there are others. */
export function spread(numbers: Numbers, { count, title }: { count: number; title: string }): Numbers {
  if (numbers.length === count) return numbers;
  if (numbers.length === 1) return new Float64Array(count).fill(numbers[0]!);
  const message = `Its layers do not fit together: ${title} has ${numbers.length} numbers for ${count} outputs.`;
  throw new ImportError('not-a-chain', message);
}
