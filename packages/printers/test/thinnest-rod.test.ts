import { describe, expect, it } from 'vitest';
import { findPrinter, PRINTERS, thinnestRod } from '../src/index.ts';

const MK4S = findPrinter('mk4s')!;

describe('the thinnest connection', () => {
  it('is 2.5 nozzles of filament', () => {
    expect(thinnestRod(MK4S)).toBe(1);
    expect(thinnestRod({ ...MK4S, nozzle: 0.6 })).toBe(1.5);
    expect(thinnestRod({ ...MK4S, nozzle: 0.25 })).toBe(0.625);
  });

  it('is that of the usual nozzle where none is known', () => {
    expect(thinnestRod(findPrinter('generic-3mf')!)).toBe(1);
  });

  it('is that of a design guide for resin and powder', () => {
    expect(thinnestRod(findPrinter('generic-resin')!)).toBe(0.6);
    expect(thinnestRod(findPrinter('generic-powder')!)).toBe(0.8);
  });

  it('is less than the 2 mm of a default network on every printer', () => {
    for (const printer of PRINTERS) expect(thinnestRod(printer), printer.id).toBeLessThan(2);
  });
});
