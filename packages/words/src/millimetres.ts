import { formatDecimal } from '@neurofab/core/internal';

/** `1.25 mm` */
export function millimetres(length: number): string {
  return `${formatDecimal(length, 2)} mm`;
}
