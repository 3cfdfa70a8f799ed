import { describe, expect, it } from 'vitest';
import { fileFor, findPrinter, PRINTERS } from '../src/index.ts';

const file = (name: string, slots?: number) => fileFor(findPrinter(name)!, slots);

describe('the file for a printer', () => {
  it('is 3MF as its slicer writes it where there is more than one filament', () => {
    expect(file('p1s-ams')).toStrictEqual({ format: '3mf', flavor: 'slicer' });
    expect(file('mk4s-mmu3')).toStrictEqual({ format: '3mf', flavor: 'slicer' });
    expect(file('u1')).toStrictEqual({ format: '3mf', flavor: 'slicer' });
  });

  it('is 3MF by the specification for Cura and for what is no slicer', () => {
    expect(file('ultimaker-s5')).toStrictEqual({ format: '3mf', flavor: 'assembly' });
    expect(file('generic-3mf')).toStrictEqual({ format: '3mf', flavor: 'assembly' });
  });

  it('is STL where there is one filament, with the flavour for those who want 3MF', () => {
    expect(file('mk4s')).toStrictEqual({ format: 'stl', flavor: 'slicer' });
    expect(file('generic-fdm')).toStrictEqual({ format: 'stl', flavor: 'slicer' });
  });

  it('is STL for resin and powder, which have no filaments to choose from', () => {
    expect(file('generic-resin')).toStrictEqual({ format: 'stl', flavor: 'assembly' });
    expect(file('generic-powder', 4)).toStrictEqual({ format: 'stl', flavor: 'assembly' });
  });

  it('goes by the slots that are used, if they are given', () => {
    expect(file('p1s-ams', 1)).toStrictEqual({ format: 'stl', flavor: 'slicer' });
    expect(file('mk4s', 2)).toStrictEqual({ format: '3mf', flavor: 'slicer' });
  });

  it('is 3MF for a reader of the specification, whatever the slots', () => {
    expect(file('generic-3mf', 1)).toStrictEqual({ format: '3mf', flavor: 'assembly' });
  });

  it('can hold the colours of every printer', () => {
    for (const printer of PRINTERS) {
      if (printer.colors.slots > 1) expect(fileFor(printer).format, printer.id).toBe('3mf');
    }
  });
});
