import { mapped } from '../../bytes/mapped.ts';
import type { Numbers } from '../../trained-network.ts';
import type { Affine } from '../affine.ts';

/** How a constant stands at an operator: behind it, as in x / 2, or in front of it. */
export interface Arithmetic {
  /** In small letters. */
  readonly operator: string;
  readonly isBehind: boolean;
}

/** Whether an operator with a constant is a scale and a shift. */
export function isArithmetic({ operator, isBehind }: Arithmetic): boolean {
  return ['add', 'sub', 'mul'].includes(operator) || (operator === 'div' && isBehind);
}

/** The scale and the shift that arithmetic with a constant is. */
export function affineWith(constant: Numbers, { operator, isBehind }: Arithmetic): Partial<Affine> {
  switch (operator) {
    case 'mul':
      return { scale: constant };
    case 'div':
      return { scale: mapped(constant, (number) => 1 / number) };
    case 'sub':
      if (isBehind) return { shift: mapped(constant, (number) => -number) };
      return { scale: Float64Array.of(-1), shift: constant };
    default:
      return { shift: constant };
  }
}
