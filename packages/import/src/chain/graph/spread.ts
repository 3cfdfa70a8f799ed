import type { Numbers } from '../../trained-network.ts';
import { misfit } from '../refusals.ts';

/** A number for each of `count` outputs, of which there may be one for all. Throws an ImportError where there are others. */
export function spread(numbers: Numbers, { count, title }: { count: number; title: string }): Numbers {
  if (numbers.length === count) return numbers;
  if (numbers.length === 1) return new Float64Array(count).fill(numbers[0]!);
  throw misfit(`${title} has ${numbers.length} numbers for ${count} outputs`);
}
