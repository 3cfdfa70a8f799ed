import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groundOf, rulerMarks } from '../../src/preview/ground.ts';
import { VERTEX } from '../../src/preview/triangles.ts';

const boxes = fc
  .record({ x: fc.double({ min: 1, max: 9000, noNaN: true }), left: fc.integer({ min: -50, max: 50 }) })
  .map(({ x, left }) => ({ min: [left, 0, 0] as const, max: [left + x, 20, 30] as const }));

describe('the ground', () => {
  it('has a ruler from where the model begins, with a few round numbers no farther than it reaches', () => {
    fc.assert(
      fc.property(boxes, (box) => {
        const marks = rulerMarks(box);
        expect(marks.length).toBeLessThanOrEqual(8);
        expect(marks[0]!.millimetres).toBe(0);
        for (const { millimetres, at } of marks) {
          expect(millimetres % 10).toBe(0);
          expect(at[0] - box.min[0]).toBeCloseTo(millimetres, 9);
          expect(at[0]).toBeLessThanOrEqual(box.max[0]);
        }
      }),
    );
  });

  it('draws the bed to scale, with the model in its middle', () => {
    const box = { min: [0, 0, 0], max: [100, 60, 30] } as const;
    const vertices = groundOf({ box, bed: { x: 256, y: 210 }, plates: 1, pitch: 0, color: '#808080' });
    const along = (axis: number) =>
      Array.from({ length: vertices.length / VERTEX }, (_, i) => vertices[VERTEX * i + axis]!);
    expect([Math.min(...along(0)), Math.max(...along(0))]).toEqual([50 - 128, 50 + 128]);
    expect([Math.min(...along(1)), Math.max(...along(1))]).toEqual([30 - 105, 30 + 105]);
    expect(Math.max(...along(2))).toBeLessThan(0);
  });

  it('draws a bed for each plate', () => {
    const box = { min: [0, 0, 0], max: [380, 60, 30] } as const;
    const vertices = groundOf({ box, bed: { x: 180, y: 180 }, plates: 2, pitch: 200, color: '#808080' });
    const xs = Array.from({ length: vertices.length / VERTEX }, (_, i) => vertices[VERTEX * i]!);
    expect([Math.min(...xs), Math.max(...xs)]).toEqual([0, 380]);
    expect(xs.some((x) => x > 180 && x < 200 && !Number.isInteger(x / 10))).toBe(false);
  });
});
