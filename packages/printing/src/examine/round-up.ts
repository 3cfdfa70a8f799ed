/** A length or scale in three significant digits, none of which makes it less. */
export function roundUp(value: number): number {
  // Twelve digits first: 1.1 times 100 is a little more than that in binary.
  const [digits, exponent] = value.toExponential(11).split('e');
  return Number(`${Math.ceil(Number((Number(digits) * 100).toPrecision(12))) / 100}e${exponent}`);
}
