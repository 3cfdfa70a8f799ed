/** The number that stands for all that hangs together with one; each number holds one nearer to it, and it holds itself. */
export function rootOf(parents: Uint32Array | number[], number: number): number {
  let found = number;
  while (parents[found] !== found) {
    parents[found] = parents[parents[found]!]!;
    found = parents[found]!;
  }
  return found;
}
