import { type BitWriter, putBits } from './bit-writer.ts';
import { type HuffmanCode, huffmanCode, MAX_CODE_BITS, reverseBits } from './huffman-code.ts';
import {
  DISTANCE_SYMBOLS,
  distanceExtraBits,
  distanceSymbol,
  LENGTH_SYMBOLS,
  leastDistance,
  leastLength,
  lengthExtraBits,
  MAX_MATCH,
  SYMBOL_OF_LENGTH,
} from './symbols.ts';

const END_OF_BLOCK = 256;
const FIRST_LENGTH = 257;
const DYNAMIC_CODES = 2;

/** In which order the sizes of the codes for sizes come. */
const SIZE_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/** What stands for 3 to 10 codes without size in a row, and for 11 to 138. 16 would be for others. */
const FEW_ZEROS = 17;
const MANY_ZEROS = 18;

/** The most bytes before the first token of a block, and of a token. */
export const MAX_HEADER_BYTES = 256;
export const MAX_TOKEN_BYTES = 5;

/** What means the same `length` bytes, from 3 to 258, as `distance` bytes before. */
export function matchToken(length: number, distance: number): number {
  return (length << 16) | distance;
}

/** Writes a block of deflate with codes that make these tokens shortest. A token is a byte or a `matchToken`. */
export function writeBlock(out: BitWriter, tokens: Uint32Array, isLast: boolean): void {
  const { symbolCounts, distanceCounts } = countSymbols(tokens);
  const symbols = huffmanCode(symbolCounts);
  const distances = huffmanCode(distanceCounts);
  putBits(out, isLast ? 1 : 0, 1);
  putBits(out, DYNAMIC_CODES, 2);
  putBits(out, symbols.sizes.length - FIRST_LENGTH, 5);
  putBits(out, distances.sizes.length - 1, 5);
  putBits(out, SIZE_ORDER.length - 4, 4);
  for (const symbol of SIZE_ORDER) putBits(out, bitsForSize(symbol), 3);
  putSizes(out, Uint8Array.of(...symbols.sizes, ...distances.sizes));
  putTokens(out, tokens, symbols, distances);
  putBits(out, symbols.codes[END_OF_BLOCK]!, symbols.sizes[END_OF_BLOCK]!);
}

/** The sizes have codes too, always the same: what they save is in the zeros. */
function bitsForSize(symbol: number): number {
  if (symbol === 0 || symbol === MANY_ZEROS) return 3;
  return symbol <= MAX_CODE_BITS || symbol === FEW_ZEROS ? 4 : 0;
}

function putSizes(out: BitWriter, sizes: Uint8Array): void {
  const put = (symbol: number) => {
    const bits = bitsForSize(symbol);
    // As deflate numbers them: 0 and `MANY_ZEROS` have the first two codes of 3 bits, and from there on come those of 4 bits: sizes up to 11, then `FEW_ZEROS`.
    const code = symbol === 0 ? 0 : symbol === MANY_ZEROS ? 1 : symbol === FEW_ZEROS ? 15 : 3 + symbol;
    putBits(out, reverseBits(code, bits), bits);
  };
  for (let i = 0; i < sizes.length; ) {
    let zeros = 0;
    while (zeros < 138 && sizes[i + zeros] === 0) zeros++;
    if (zeros < 3) {
      put(sizes[i++]!);
      continue;
    }
    put(zeros > 10 ? MANY_ZEROS : FEW_ZEROS);
    if (zeros > 10) putBits(out, zeros - 11, 7);
    else putBits(out, zeros - 3, 3);
    i += zeros;
  }
}

function countSymbols(tokens: Uint32Array) {
  const symbolCounts = new Uint32Array(FIRST_LENGTH + LENGTH_SYMBOLS);
  const distanceCounts = new Uint32Array(DISTANCE_SYMBOLS);
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    if (token < 256) {
      symbolCounts[token]!++;
    } else {
      symbolCounts[FIRST_LENGTH + SYMBOL_OF_LENGTH[token >>> 16]!]!++;
      distanceCounts[distanceSymbol(token & 0xffff)]!++;
    }
  }
  symbolCounts[END_OF_BLOCK] = 1;
  return { symbolCounts, distanceCounts };
}

function putTokens(out: BitWriter, tokens: Uint32Array, symbols: HuffmanCode, distances: HuffmanCode): void {
  const { sizes: symbolSizes, codes: symbolCodes } = symbols;
  const { sizes: distanceSizes, codes: distanceCodes } = distances;
  // Those of a length, with its extra bits behind it.
  const lengthSizes = new Uint8Array(MAX_MATCH + 1);
  const lengthCodes = new Uint16Array(MAX_MATCH + 1);
  for (let length = 3; length <= MAX_MATCH; length++) {
    const symbol = SYMBOL_OF_LENGTH[length]!;
    const size = symbolSizes[FIRST_LENGTH + symbol]!;
    lengthSizes[length] = size + lengthExtraBits(symbol);
    lengthCodes[length] = symbolCodes[FIRST_LENGTH + symbol]! | ((length - leastLength(symbol)) << size);
  }
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    if (token < 256) {
      putBits(out, symbolCodes[token]!, symbolSizes[token]!);
      continue;
    }
    putBits(out, lengthCodes[token >>> 16]!, lengthSizes[token >>> 16]!);
    const distance = token & 0xffff;
    const symbol = distanceSymbol(distance);
    putBits(out, distanceCodes[symbol]!, distanceSizes[symbol]!);
    putBits(out, distance - leastDistance(symbol), distanceExtraBits(symbol));
  }
}
