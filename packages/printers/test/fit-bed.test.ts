import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPrinter, fitBed, PRINTERS, type Printer } from '../src/index.ts';

const MINI = findPrinter('a1-mini')!;
const withBed = fc.constantFrom(...PRINTERS.filter(({ bed }) => bed !== undefined));
const length = fc.double({ min: 0.01, max: 10_000, noNaN: true });

describe('a bed', () => {
  it('takes a model of its own size', () => {
    expect(fitBed([180, 180, 180], MINI)).toStrictEqual({ scale: 1, tooLong: [] });
  });

  it('says along which axes a model is too long, and at what scale it would fit', () => {
    expect(fitBed([150, 270, 200], MINI)).toStrictEqual({
      scale: 0.666,
      tooLong: [
        { axis: 'y', size: 270, bed: 180 },
        { axis: 'z', size: 200, bed: 180 },
      ],
    });
  });

  it('says how much larger a model could be', () => {
    expect(fitBed([70, 10, 10], MINI)).toStrictEqual({ scale: 2.57, tooLong: [] });
  });

  it('does not turn a model', () => {
    const long: Printer = { ...MINI, bed: { x: 300, y: 100, z: 100 } };
    expect(fitBed([100, 300, 100], long)).toStrictEqual({
      scale: 0.333,
      tooLong: [{ axis: 'y', size: 300, bed: 100 }],
    });
  });

  it('keeps the scale where three digits say it exactly', () => {
    expect(fitBed([600, 1, 1], MINI)?.scale).toBe(0.3);
    expect(fitBed([18, 1, 1], MINI)?.scale).toBe(10);
    expect(fitBed([180_000, 1, 1], MINI)?.scale).toBe(0.001);
  });

  it('rounds the scale down, not to a digit less, just below a power of ten', () => {
    expect(fitBed([180.01, 1, 1], MINI)?.scale).toBe(0.999);
  });

  it('overlooks what rounding adds, but nothing that could be seen', () => {
    expect(fitBed([180.0000009, 1, 1], MINI)?.tooLong).toStrictEqual([]);
    expect(fitBed([180.0000011, 1, 1], MINI)?.tooLong).toHaveLength(1);
  });

  it('that is not known fits nothing and refuses nothing', () => {
    expect(fitBed([1, 1, 1], findPrinter('generic-3mf')!)).toBeUndefined();
  });

  it('takes every model at the scale that it says, which is less than a hundredth from the largest', () => {
    fc.assert(
      fc.property(withBed, length, length, length, (printer, ...size) => {
        const { x, y, z } = printer.bed!;
        const { scale, tooLong } = fitBed(size, printer)!;
        const scaled = [size[0] * scale, size[1] * scale, size[2] * scale] as const;
        expect(fitBed(scaled, printer)!.tooLong).toStrictEqual([]);
        const ideal = Math.min(x / size[0], y / size[1], z / size[2]);
        expect(scale).toBeGreaterThan(ideal * 0.99);
        expect(scale).toBeLessThanOrEqual(ideal * (1 + 1e-11));
        expect(Number(scale.toPrecision(3))).toBe(scale);
        if (tooLong.length > 0) expect(scale).toBeLessThan(1);
        if (scale < 0.999) expect(tooLong).not.toStrictEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
});
