import type { Mesh } from '@neurofab/core';
import fc from 'fast-check';
import { inflateSync } from 'fflate';
import { expect, it } from 'vitest';
import { type DeflatedText, deflateText, triangleRows, vertexRows } from '../../src/rows/index.ts';

const SECOND = { firstVertex: 1000, attributes: ' pid="1" p1="3"' };

/** As `deflateText` is to write it, but in plain strings. */
function textOf(meshes: readonly Mesh[]): string {
  const vertices = meshes.flatMap(({ positions }) =>
    threes(positions).map((numbers) => {
      const [x, y, z] = numbers.map(shortestText);
      return `<vertex x="${x}" y="${y}" z="${z}"/>\n`;
    }),
  );
  let first = SECOND.firstVertex;
  const triangles = meshes.flatMap(({ positions, indices }) => {
    const lines = threes(indices).map((corners) => {
      const [a, b, c] = corners.map((corner) => first + corner);
      return `<triangle v1="${a}" v2="${b}" v3="${c}"${SECOND.attributes}/>\n`;
    });
    first += positions.length / 3;
    return lines;
  });
  return `<vertices>\n${vertices.join('')}</vertices>\n${triangles.join('')}`;
}

function threes(numbers: Float32Array | Uint32Array): number[][] {
  return Array.from({ length: numbers.length / 3 }, (_, i) => [...numbers.subarray(3 * i, 3 * i + 3)]);
}

/** Of the texts that read back as this float32 the one with the fewest decimals, twelve at most. */
function shortestText(value: number): string {
  for (let decimals = 0; decimals < 12; decimals++) {
    const text = value.toFixed(decimals);
    if (Math.fround(Number(text)) === value) return text.replace(/^-0$/, '0');
  }
  const text = value.toFixed(12).replace(/\.?0+$/, '');
  return text === '-0' ? '0' : text;
}

function inflated(chunks: Generator<Uint8Array, DeflatedText>): string {
  return new TextDecoder().decode(inflateSync(Buffer.concat([...chunks])));
}

/** Meshes as a network has them, on a lattice and mirrored, and with numbers of any kind. */
const meshes = fc
  .array(
    fc.record({
      numbers: fc.array(
        fc.oneof(
          fc.integer({ min: -2_000_000, max: 2_000_000 }).map((step) => step / 2 ** 14),
          fc.float({ noNaN: true, min: -100_000, max: 100_000 }),
        ),
        { minLength: 1, maxLength: 60 },
      ),
      corners: fc.array(fc.nat(5000), { minLength: 1, maxLength: 60 }),
    }),
    { minLength: 1, maxLength: 3 },
  )
  .map((drawn) =>
    drawn.map(({ numbers, corners }): Mesh => {
      const positions = Float32Array.from(numbers.flatMap((x) => [x, -x, 1.5 * x]));
      return { positions, indices: Uint32Array.from(corners.flatMap((corner) => [corner, corner + 1, 7])) };
    }),
  );

it('deflates what fflate inflates to the same text as plain strings make', () => {
  fc.assert(
    fc.property(meshes, (drawn) => {
      const pieces = [
        '<vertices>\n',
        vertexRows([{ meshes: drawn.slice(0, 1) }, { meshes: drawn.slice(1) }]),
        '</vertices>\n',
        triangleRows({ meshes: drawn }, SECOND),
      ];
      expect(inflated(deflateText(pieces, () => {}))).toBe(textOf(drawn));
    }),
    { numRuns: 500 },
  );
});
