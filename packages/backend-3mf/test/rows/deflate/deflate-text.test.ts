import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { inflateSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { putInteger } from '../../../src/rows/decimal-bytes.ts';
import { deflateText, type NumberRows, vertexRows } from '../../../src/rows/index.ts';

const LINE = { before: ['<t a="', '" b="', '" c="'], after: '"/>\n', put: putInteger } as const;

function rowsOf(...blocks: readonly (readonly number[])[]): NumberRows {
  return { ...LINE, blocks: blocks.map((block) => Int32Array.from(block)) };
}

/** What the pieces stand for, written the plain way. */
function textOf(pieces: readonly (string | NumberRows)[]): Buffer {
  return Buffer.concat(
    pieces.map((piece) => Buffer.from(typeof piece === 'string' ? piece : linesOf(piece))),
  );
}

function linesOf({ before, after, blocks, put }: NumberRows): string {
  const bytes = new Uint8Array(32);
  let text = '';
  for (const block of blocks) {
    for (const [i, value] of block.entries()) {
      const number = Buffer.from(bytes.subarray(0, put(bytes, 0, value))).toString('latin1');
      text += before[i % 3] + number + (i % 3 === 2 ? after : '');
    }
  }
  return text;
}

function deflate(pieces: readonly (string | NumberRows)[]) {
  let rows = 0;
  const chunks: Uint8Array[] = [];
  const stream = deflateText(pieces, (count) => {
    rows += count;
  });
  let next = stream.next();
  for (; next.done !== true; next = stream.next()) chunks.push(next.value);
  return { bytes: Buffer.concat(chunks), chunks, rows, ...next.value };
}

/** Fails unless every reader gets the text back, and its checksum and length are right; gives how long the stream is. */
function check(pieces: readonly (string | NumberRows)[]): number {
  const text = textOf(pieces);
  const { bytes, crc, size } = deflate(pieces);
  expect(size).toBe(text.length);
  expect(crc).toBe(crc32(text));
  expect(inflateRawSync(bytes).equals(text)).toBe(true);
  expect(Buffer.from(inflateSync(bytes)).equals(text)).toBe(true);
  return bytes.length;
}

/** Lines whose numbers go up by steps, as those of a mesh do. */
function meshLike(lines: number, step = 1): number[] {
  return Array.from({ length: 3 * lines }, (_, i) => Math.floor(i / 3) * step + [0, 1, 700][i % 3]!);
}

/** Float32 numbers as their bits, in lines that mirror each other. */
const mirrored = fc
  .array(fc.tuple(fc.integer({ min: -400, max: 400 }), fc.integer({ min: 1, max: 60_000 })), {
    minLength: 1,
    maxLength: 200,
  })
  .map((lines) => {
    const numbers = lines.flatMap(([x, y]) => [x / 8, y / 1024, -x, x / 8, -y / 1024, -x]);
    return new Int32Array(Float32Array.from(numbers).buffer);
  });

describe('deflated text', () => {
  it('says the same where numbers repeat with the other sign', () => {
    fc.assert(
      fc.property(mirrored, (numbers) => {
        check([{ ...vertexRows([]), blocks: [numbers] }]);
      }),
    );
  });

  it('reads back, with any numbers in lines of any count', () => {
    const value = fc.oneof(
      fc.integer({ min: 0, max: 12 }),
      fc.integer({ min: 98, max: 102 }),
      fc.integer({ min: 0, max: 2 ** 31 - 1 }),
    );
    const line = fc.tuple(value, value, value);
    const block = fc.array(line, { maxLength: 60 }).map((lines) => lines.flat());
    const rows = fc
      .tuple(line, fc.array(block, { maxLength: 6 }))
      .map(([first, blocks]) => rowsOf(first, ...blocks));
    fc.assert(
      fc.property(fc.array(fc.oneof(rows, fc.string()), { maxLength: 5 }), (pieces) => {
        check(pieces);
      }),
      { numRuns: 300 },
    );
  });

  it('reads back when lines repeat far back, in turns of any length', () => {
    const turns = fc.record({
      length: fc.integer({ min: 1, max: 1500 }),
      times: fc.integer({ min: 2, max: 12 }),
      seed: fc.nat(),
      most: fc.constantFrom(9, 99, 99_999, 2 ** 31 - 1),
    });
    fc.assert(
      fc.property(turns, ({ length, times, seed, most }) => {
        let state = seed;
        const turn = Array.from({ length: 3 * length }, () => {
          state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
          return state % most;
        });
        check([rowsOf(...Array.from({ length: times }, () => turn))]);
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ['nothing', []],
    ['no line of numbers', ['<model>\n', '', '</model>']],
    ['letters of many bytes', ['🧠 é ש', rowsOf([1, 2, 3]), 'é']],
    ['one line', [rowsOf([1, 2, 3])]],
    ['a thousand equal lines', [rowsOf(Array.from({ length: 3000 }, () => 7))]],
    ['lines of numbers between others', [rowsOf([1, 2, 3, 1, 2, 4]), '\n', rowsOf([1, 2, 3, 1, 2, 4])]],
    ['a plain text longer than a block', ['neuron '.repeat(20_000)]],
    ['lines longer than many blocks', [rowsOf(meshLike(50_000, 7))]],
  ] as const)('reads back, of %s', (_, pieces) => {
    check(pieces);
  });

  it('reads back with numbers as long as may be, before and after what may be long', () => {
    const digits = '12345678901234567890123456789012';
    const long: NumberRows = {
      before: ['<vertex with="a long start" and="'.repeat(2), ' -- ', '\n\n\n'],
      after: ' and a long end'.repeat(4),
      blocks: [Int32Array.from(meshLike(3000))],
      put: (bytes, at, value) => {
        for (let i = 0; i < 32; i++) bytes[at + i] = digits.charCodeAt((i * value) % 31);
        return at + 32;
      },
    };
    check([long, 'between', long]);
  });

  it('reads back when a number comes again after so many that only its shadow is remembered', () => {
    const numbers = Array.from({ length: 6000 }, (_, i) => 10_000_000 + i);
    // In the first column, the second and the first again; 4096 numbers are kept.
    for (const i of [6, 6 + 4096, 6 + 4104]) numbers[i] = 77_777_777;
    check([rowsOf(numbers)]);
  });

  it('is the same however the numbers come in blocks', () => {
    const numbers = meshLike(20_000, 3);
    const inBlocks = (size: number) =>
      Array.from({ length: Math.ceil(numbers.length / size) }, (_, i) =>
        numbers.slice(i * size, (i + 1) * size),
      );
    const { bytes } = deflate([rowsOf(numbers)]);
    for (const size of [3, 3000, 30_000]) {
      expect(deflate([rowsOf(...inBlocks(size))]).bytes.equals(bytes)).toBe(true);
    }
  });

  it('comes in chunks, and tells of every line', () => {
    const { chunks, rows } = deflate([rowsOf(meshLike(50_000, 7)), rowsOf(meshLike(3))]);
    expect(chunks.length).toBeGreaterThan(3);
    expect(rows).toBe(50_003);
  });

  it('is shorter than what zlib makes of numbers as meshes have them, however hard it tries', () => {
    const pieces = [rowsOf(meshLike(30_000, 3))];
    expect(check(pieces)).toBeLessThan(deflateRawSync(textOf(pieces), { level: 9 }).length);
  });
});
