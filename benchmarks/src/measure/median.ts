/** The middle one of numbers in order, or the mean of the two in the middle. Throws for an empty list. */
export function median(numbers: readonly number[]): number {
  if (numbers.length === 0) throw new Error('No number has a median.');
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
