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
    const { x, y, z } = printer.bed!;
    for (const length of [x, y, z]) {
      expect(length).toBeGreaterThan(75);
      expect(length).toBeLessThanOrEqual(500);
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
});
