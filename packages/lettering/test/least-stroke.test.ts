import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Polygon } from '../src/index.ts';
import { leastStroke } from '../src/least-stroke.ts';

const box = ([left, right]: readonly [number, number], [bottom, top]: readonly [number, number]): Polygon => [
  [left, bottom],
  [right, bottom],
  [right, top],
  [left, top],
];
const bar = (x: number, width: number) => box([x, x + width], [0, 1]);

it('measures the thinner of two bars', () => {
  const widths = fc.double({ min: 0.05, max: 0.5, noNaN: true });
  fc.assert(
    fc.property(widths, widths, (first, second) => {
      expect(leastStroke([bar(0, first), bar(2, second)])).toBeCloseTo(Math.min(first, second), 2);
    }),
  );
});

it('measures between an edge and a hole', () => {
  const hole = box([0.1, 0.75], [0.2, 0.8]).toReversed();
  expect(leastStroke([bar(0, 1), hole])).toBeCloseTo(0.1, 2);
});

it('leaves out a share of the edge, such as a join that is thinner than the bars', () => {
  const joined: Polygon = [
    [0, 0],
    [0.3, 0],
    [0.3, 0.4],
    [0.4, 0.4],
    [0.4, 0],
    [0.7, 0],
    [0.7, 1],
    [0.4, 1],
    [0.4, 0.45],
    [0.3, 0.45],
    [0.3, 1],
    [0, 1],
  ];
  expect(leastStroke([joined])).toBeCloseTo(0.05, 2);
  expect(leastStroke([joined], { share: 0.08 })).toBeCloseTo(0.3, 2);
  expect(leastStroke([joined, bar(2, 0.1)], { share: 0.08 })).toBeCloseTo(0.1, 2);
});

it('measures each part by itself, such as a dot over a letter', () => {
  const dot = box([0.1, 0.2], [1.2, 1.3]);
  expect(leastStroke([bar(0, 0.4)], { share: 0.08 })).toBeCloseTo(0.4, 2);
  expect(leastStroke([bar(0, 0.4), dot], { share: 0.08 })).toBeCloseTo(0.1, 2);
});

it('takes no notice of corners', () => {
  const triangle: Polygon = [
    [0, 0],
    [1, 0],
    [0.5, 1],
  ];
  expect(leastStroke([triangle])).toBe(Infinity);
});

it('is infinite where there is nothing', () => {
  expect(leastStroke([])).toBe(Infinity);
});
