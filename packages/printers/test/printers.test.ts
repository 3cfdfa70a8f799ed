import { describe, expect, it } from 'vitest';
import { findPrinter, PRINTERS, SLICERS } from '../src/index.ts';

/** What backend-3mf writes at most. */
const MAX_SLOTS = 16;

describe.each(PRINTERS.map((printer) => [printer.id, printer] as const))('the row of %s', (id, printer) => {
  it('has an id and aliases in lower case with hyphens', () => {
    for (const text of [id, ...printer.aliases]) expect(text).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  });

  it('names where its numbers come from', () => {
    for (const source of [printer.source, printer.colors.source ?? printer.source]) {
      expect(new URL(source).protocol).toBe('https:');
      expect(source).not.toMatch(/\s|\/blob\/(main|master)\//);
    }
  });

  it('has a slicer and as many slots as a file can hold', () => {
    expect(SLICERS).toHaveProperty(printer.slicer);
    expect(Number.isInteger(printer.colors.slots)).toBe(true);
    expect(printer.colors.slots).toBeGreaterThanOrEqual(1);
    expect(printer.colors.slots).toBeLessThanOrEqual(MAX_SLOTS);
  });

  it('names a colour system just where there is more than one slot', () => {
    expect(printer.colors.system !== 'none').toBe(printer.colors.slots > 1);
  });

  it('has a nozzle just where there is filament, and a bed of a printer’s size', () => {
    if (id === 'generic-3mf') {
      expect(printer).not.toHaveProperty('nozzle');
      expect(printer).not.toHaveProperty('bed');
      return;
    }
    expect(printer.nozzle !== undefined).toBe(printer.process === 'fdm');
    for (const length of Object.values(printer.bed!)) {
      expect(length).toBeGreaterThan(100);
      expect(length).toBeLessThan(500);
    }
  });

  it('is found by its id, its name and every alias', () => {
    for (const text of [id, printer.name, ...printer.aliases]) expect(findPrinter(text)?.id).toBe(id);
  });
});

describe('the table', () => {
  it('leaves no doubt what an id, a name or an alias means, however it is spelt', () => {
    const keyOf = (text: string) => text.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
    const keys = PRINTERS.flatMap(({ id, name, aliases }) => {
      const own = [id, ...aliases].map(keyOf);
      // An id may well be the name with hyphens.
      return own.includes(keyOf(name)) ? own : [...own, keyOf(name)];
    });
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toStrictEqual([]);
  });

  it('knows slots and build volume of the printers that people ask for', () => {
    const rows = PRINTERS.map(({ id, bed, colors }) => [
      id,
      colors.slots,
      bed === undefined ? 'unknown' : `${bed.x} × ${bed.y} × ${bed.z}`,
    ]);
    expect(rows).toStrictEqual([
      ['prusa-mk4s', 1, '250 × 210 × 220'],
      ['prusa-mk4s-mmu3', 5, '250 × 210 × 220'],
      ['prusa-xl', 1, '360 × 360 × 360'],
      ['prusa-xl-2t', 2, '360 × 360 × 360'],
      ['prusa-xl-5t', 5, '360 × 360 × 360'],
      ['prusa-core-one', 1, '250 × 220 × 270'],
      ['bambu-a1-mini', 1, '180 × 180 × 180'],
      ['bambu-a1-mini-ams-lite', 4, '180 × 180 × 180'],
      ['bambu-a1', 1, '256 × 256 × 256'],
      ['bambu-a1-ams-lite', 4, '256 × 256 × 256'],
      ['bambu-p1s', 1, '256 × 256 × 250'],
      ['bambu-p1s-ams', 4, '256 × 256 × 250'],
      ['bambu-p1s-4-ams', 16, '256 × 256 × 250'],
      ['bambu-x1c', 1, '256 × 256 × 250'],
      ['bambu-x1c-ams', 4, '256 × 256 × 250'],
      ['bambu-x1c-4-ams', 16, '256 × 256 × 250'],
      ['bambu-h2d', 2, '300 × 320 × 320'],
      ['bambu-h2d-ams', 5, '300 × 320 × 320'],
      ['bambu-h2d-4-ams', 16, '300 × 320 × 320'],
      ['creality-k2-plus', 1, '350 × 350 × 350'],
      ['creality-k2-plus-cfs', 4, '350 × 350 × 350'],
      ['creality-k2-plus-4-cfs', 16, '350 × 350 × 350'],
      ['creality-ender-3-v3', 1, '220 × 220 × 250'],
      ['snapmaker-u1', 4, '270 × 270 × 270'],
      ['anycubic-kobra-3-combo', 4, '250 × 250 × 260'],
      ['anycubic-kobra-s1-combo', 4, '250 × 250 × 250'],
      ['ultimaker-s5', 2, '330 × 240 × 300'],
      ['generic-fdm', 1, '220 × 220 × 250'],
      ['generic-resin', 1, '192 × 120 × 200'],
      ['generic-powder', 1, '380 × 284 × 380'],
      ['generic-3mf', 16, 'unknown'],
    ]);
  });
});
