/** How many bytes follow so many, so that what comes next begins at a multiple of four: the format asks for that. */
export function padding(bytes: number): number {
  return -bytes & 3;
}
