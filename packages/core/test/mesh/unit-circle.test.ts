import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sineOfTurn, unitCircle } from '../../src/mesh/unit-circle.ts';

const counts = fc.integer({ min: 3, max: 10_000 });
const starts = fc.constantFrom<0 | 0.5>(0, 0.5);

describe('unitCircle', () => {
  it('agrees with Math.cos and Math.sin to 1e-15', () => {
    fc.assert(
      fc.property(counts, starts, (segments, start) => {
        const { cos, sin } = unitCircle(segments, start);
        let worst = 0;
        for (let i = 0; i < segments; i++) {
          const angle = (2 * Math.PI * (i + start)) / segments;
          // The angle itself is rounded, by up to half a unit of its last place.
          const slack = angle * 2 ** -52;
          worst = Math.max(worst, Math.abs(cos[i]! - Math.cos(angle)) - slack);
          worst = Math.max(worst, Math.abs(sin[i]! - Math.sin(angle)) - slack);
        }
        expect(worst).toBeLessThan(1e-15);
      }),
    );
  });

  it('is its own mirror image, exactly', () => {
    fc.assert(
      fc.property(counts, starts, (segments, start) => {
        const { cos, sin } = unitCircle(segments, start);
        let same = true;
        for (let i = 0; i < segments; i++) {
          const mirrored = (segments - i - 2 * start + segments) % segments;
          same &&= cos[mirrored]! === cos[i]! && sin[mirrored]! === -sin[i]!;
          if (segments % 2 === 0) {
            const opposite = (i + segments / 2) % segments;
            same &&= cos[opposite]! === -cos[i]! && sin[opposite]! === -sin[i]!;
          }
          if (segments % 4 === 0) {
            const turned = (i + segments / 4) % segments;
            same &&= cos[turned]! === -sin[i]! && sin[turned]! === cos[i]!;
          }
        }
        expect(same).toBe(true);
      }),
    );
  });

  it('is exactly 0 and 1 at quarter turns', () => {
    for (const segments of [4, 8, 100, 10_000]) {
      const { cos, sin } = unitCircle(segments);
      const quarters = [0, 1, 2, 3].map((quarter) => (quarter * segments) / 4);
      expect(quarters.map((i) => cos[i]! + 0)).toStrictEqual([1, 0, -1, 0]);
      expect(quarters.map((i) => sin[i]! + 0)).toStrictEqual([0, 1, 0, -1]);
    }
  });
});

describe('sineOfTurn', () => {
  it.each([
    [0, 7, 0],
    [1, 12, 0.5],
    [5, 12, 0.5],
    [7, 12, -0.5],
    [1, 4, 1],
    [-1, 4, -1],
    [5, 4, 1],
    [1, 8, Math.SQRT1_2],
  ])('of %i / %i is %f', (part, whole, sine) => {
    expect(Math.abs(sineOfTurn(part, whole) - sine)).toBeLessThan(2e-16);
  });
});
