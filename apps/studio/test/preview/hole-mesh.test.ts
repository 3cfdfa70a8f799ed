import type { Prism } from '@neurofab/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holeMesh } from '../../src/preview/hole-mesh.ts';

/** Sides of a grid whose squares may be taken away. */
const SIDE = 4;

const squares = fc.uniqueArray(fc.nat(SIDE * SIDE - 1), { minLength: 1 });

describe('a hole of many prisms', () => {
  it('has the outlines of all together for its walls', () => {
    fc.assert(
      fc.property(squares, (chosen) => {
        const isIn = (x: number, y: number) =>
          x >= 0 && x < SIDE && y >= 0 && y < SIDE && chosen.includes(SIDE * y + x);
        const open = chosen.flatMap((square) => {
          const [x, y] = [square % SIDE, Math.floor(square / SIDE)];
          return [isIn(x - 1, y), isIn(x + 1, y), isIn(x, y - 1), isIn(x, y + 1)].filter((there) => !there);
        }).length;
        const [first, ...more] = chosen.map(squareAt) as [Prism, ...Prism[]];
        const { indices } = holeMesh({ prisms: [first, ...more], part: 0 });
        // Two triangles for each wall, floor and lid.
        expect(indices.length / 3).toBe(2 * open + 4 * chosen.length);
      }),
    );
  });

  it('is closed, and as large as all of them', () => {
    fc.assert(
      fc.property(squares, (chosen) => {
        const [first, ...more] = chosen.map(squareAt) as [Prism, ...Prism[]];
        const { positions, indices } = holeMesh({ prisms: [first, ...more], part: 0 });
        const corner = (i: number) => [...positions.subarray(3 * indices[i]!, 3 * indices[i]! + 3)] as const;
        const edges = new Map<string, number>();
        let volume = 0;
        for (let i = 0; i < indices.length; i += 3) {
          const [a, b, c] = [corner(i), corner(i + 1), corner(i + 2)];
          volume +=
            (a[0]! * (b[1]! * c[2]! - b[2]! * c[1]!) +
              a[1]! * (b[2]! * c[0]! - b[0]! * c[2]!) +
              a[2]! * (b[0]! * c[1]! - b[1]! * c[0]!)) /
            6;
          for (const [from, to] of [
            [a, b],
            [b, c],
            [c, a],
          ] as const) {
            edges.set(`${from} ${to}`, (edges.get(`${from} ${to}`) ?? 0) + 1);
            edges.set(`${to} ${from}`, (edges.get(`${to} ${from}`) ?? 0) - 1);
          }
        }
        expect([...edges.values()].every((count) => count === 0)).toBe(true);
        expect(volume).toBeCloseTo(2 * chosen.length, 5);
      }),
    );
  });
});

function squareAt(square: number): Prism {
  const [x, y] = [square % SIDE, Math.floor(square / SIDE)];
  const ring = (z: number) =>
    [
      [x, y, z],
      [x + 1, y, z],
      [x + 1, y + 1, z],
      [x, y + 1, z],
    ] as const;
  return { kind: 'prism', from: ring(0), to: ring(2) };
}
