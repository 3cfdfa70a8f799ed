import { describe, expect, it } from 'vitest';
import { outlineLength } from '../../src/plan/outline.ts';
import { disc, drawnMask } from './drawn-mask.ts';

describe('outlineLength', () => {
  it('is that of a circle, but for 4 %', () => {
    for (const radius of [10, 20.3, 40]) {
      const ratio = outlineLength(disc(100, [50, 50], radius)) / (2 * Math.PI * radius);
      expect(Math.abs(ratio - 1)).toBeLessThan(0.04);
    }
  });

  it('is 5 % short at worst and 3 % long for a strip in any direction', () => {
    for (let degrees = 0; degrees < 180; degrees += 7.5) {
      const angle = (degrees * Math.PI) / 180;
      const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
      const strip = drawnMask(400, 400, (column, row) => {
        const [x, y] = [column - 200, row - 200];
        return Math.abs(x * cos + y * sin) <= 150 && Math.abs(y * cos - x * sin) <= 10;
      });
      const ratio = outlineLength(strip) / 640;
      expect(ratio).toBeGreaterThan(0.94);
      expect(ratio).toBeLessThan(1.04);
    }
  });
});
