import type { Numbers } from '../trained-network.ts';
import type { Affine } from './flow-part.ts';

/** Whether an operator, in small letters, is arithmetic that `arithmetic` knows. */
export function isArithmetic(operator: string): boolean {
  return ['add', 'sub', 'mul', 'div'].includes(operator);
}

/** What arithmetic with a constant does, which stands behind the operator or before it; `undefined` where it is more than a scale and a shift. */
export function arithmetic(
  operator: string,
  { constant, isBehind }: { readonly constant: Numbers; readonly isBehind: boolean },
): Affine | undefined {
  switch (operator) {
    case 'add':
      return { shift: constant };
    case 'mul':
      return { scale: constant };
    case 'sub':
      return isBehind
        ? { shift: Float64Array.from(constant, (number) => -number) }
        : { scale: Float64Array.of(-1), shift: constant };
    case 'div':
      return isBehind ? { scale: Float64Array.from(constant, (number) => 1 / number) } : undefined;
    default:
      return undefined;
  }
}
