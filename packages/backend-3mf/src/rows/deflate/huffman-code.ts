/** The most bits of a code: with 5 more for a length they can be put in one go. It makes a file larger by 0.1 %. */
export const MAX_CODE_BITS = 11;

/** A code for each symbol, so that those that occur often are short. */
export interface HuffmanCode {
  /** In bits; 0 for symbols that do not occur. */
  readonly sizes: Uint8Array;
  /** As deflate numbers them, the first bit lowest. */
  readonly codes: Uint16Array;
}

/** The code by which symbols that occur so often take the fewest bits. */
export function huffmanCode(counts: Uint32Array): HuffmanCode {
  const sizes = codeSizes(counts);
  const codes = new Uint16Array(sizes.length);
  let code = 0;
  for (let size = 1; size <= MAX_CODE_BITS; size++) {
    code <<= 1;
    for (let symbol = 0; symbol < sizes.length; symbol++) {
      if (sizes[symbol] === size) codes[symbol] = reverseBits(code++, size);
    }
  }
  return { sizes, codes };
}

/** The lowest bits in reverse order. */
export function reverseBits(value: number, size: number): number {
  let reversed = 0;
  for (let bit = 0; bit < size; bit++) reversed = (reversed << 1) | ((value >>> bit) & 1);
  return reversed;
}

function codeSizes(occurring: Uint32Array): Uint8Array {
  const counts = occurring.slice();
  // Some readers want a code to have two symbols at least.
  counts[0] ||= 1;
  counts[1] ||= 1;
  let sizes = treeDepths(counts);
  while (sizes.some((size) => size > MAX_CODE_BITS)) {
    // Makes counts more alike, and so the tree less deep.
    for (let symbol = 0; symbol < counts.length; symbol++) counts[symbol] = Math.ceil(counts[symbol]! / 2);
    sizes = treeDepths(counts);
  }
  return sizes;
}

/** Huffman's tree: the two rarest become one, until one is left. Of equally rare ones the first goes first. */
function treeDepths(counts: Uint32Array): Uint8Array {
  const symbols: number[] = [];
  for (let symbol = 0; symbol < counts.length; symbol++) if (counts[symbol]! > 0) symbols.push(symbol);
  symbols.sort((a, b) => counts[a]! - counts[b]! || a - b);
  const leaves = symbols.length;
  const nodes = 2 * leaves - 1;
  const weights = new Float64Array(nodes);
  for (let leaf = 0; leaf < leaves; leaf++) weights[leaf] = counts[symbols[leaf]!]!;
  const parents = new Uint16Array(nodes);
  // Joined nodes come in order of weight too, so the rarest of all is the next leaf or the next joined node.
  let leaf = 0;
  let joined = leaves;
  for (let node = leaves; node < nodes; node++) {
    for (let child = 0; child < 2; child++) {
      const takesLeaf = leaf < leaves && (joined === node || weights[leaf]! <= weights[joined]!);
      const taken = takesLeaf ? leaf++ : joined++;
      weights[node]! += weights[taken]!;
      parents[taken] = node;
    }
  }
  const depths = new Uint8Array(nodes);
  for (let node = nodes - 2; node >= 0; node--) depths[node] = depths[parents[node]!]! + 1;
  const sizes = new Uint8Array(counts.length);
  for (let i = 0; i < leaves; i++) sizes[symbols[i]!] = depths[i]!;
  return sizes;
}
