/** To a thousandth: more is not to be read, and last bits differ between engines. */
export function rounded(value: number): number {
  return Number(value.toFixed(3));
}
