import { formatDecimal } from '@neurofab/core/internal';

/** Beyond this, numbers have no decimal text. */
const MOST = 1e15;

/** A number as it stands in a field; whatever else stands there as it is. */
export function numberText(value: unknown): string {
  if (typeof value !== 'number') return String(value ?? '');
  if (Number.isNaN(value)) return '';
  return Math.abs(value) < MOST ? formatDecimal(value, 4) : String(value);
}
