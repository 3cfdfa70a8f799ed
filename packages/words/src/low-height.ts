import { formatDecimal } from '@neurofab/core/internal';

/** A height that is too low, in millimetres: `4.4 mm`. Never rounded up to what would do. */
export function lowHeight(height: number): string {
  return `${formatDecimal(Math.floor(10 * height) / 10, 1)} mm`;
}
