import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { named, namesIn, unnamed } from '../../src/state/names.ts';

const listIn = (text: string) => namesIn(text).list;

describe('a list of names', () => {
  it('is one a line, whatever ends lines, without empty ones and blanks around', () => {
    expect(listIn('Anna\nBen\r\n\r\n  Zoë \rИван\n')).toEqual(['Anna', 'Ben', 'Zoë', 'Иван']);
    expect(listIn(' \n\t\n')).toEqual([]);
  });

  it('may come from a spreadsheet, whose cells stand beside each other', () => {
    expect(listIn('Anna\tMüller\r\nBen\t\r\n\tCara')).toEqual(['Anna Müller', 'Ben', 'Cara']);
  });

  it('has no quotes that a spreadsheet put around a cell, and all others', () => {
    expect(listIn('"Anna ""Anni"" M."\t"Müller"\n"Ben\nJunior"\nO’Neill\n"The" Rock\n"Cara')).toEqual([
      'Anna "Anni" M. Müller',
      'Ben Junior',
      'O’Neill',
      '"The" Rock',
      '"Cara',
    ]);
  });

  it('keeps names that stand in it more than once', () => {
    expect(listIn('Anna\nBen\nAnna')).toEqual(['Anna', 'Ben', 'Anna']);
  });

  it('keeps each name of a column that a spreadsheet copies', () => {
    const names = fc.string({ unit: fc.constantFrom('a', 'Ö', 'я', '"', ' ', ',', '-') });
    const cellOf = (name: string) => (/["\t\n]/.test(name) ? `"${name.replaceAll('"', '""')}"` : name);
    fc.assert(
      fc.property(fc.array(names), (column) => {
        const clean = column.map((name) => name.trim().replace(/ +/g, ' ')).filter((name) => name !== '');
        expect(listIn(column.map(cellOf).join('\r\n'))).toEqual(clean);
      }),
    );
  });

  it('is read at once, however odd it is', () => {
    expect(listIn('"\n'.repeat(20_000)).length).toBeLessThan(20_000);
  });
});

describe('a network', () => {
  it('gets a name for its title and its text, and loses both for what was there', () => {
    const asked = { printer: 'prusa-mk4', network: { layers: [3, 2], name: 'Class 7b', textHeight: 5 } };
    const lent = named(asked, 'Anna');
    expect(lent).toEqual({ ...asked, network: { ...asked.network, name: 'Anna', text: 'Anna' } });
    expect(unnamed(lent, asked)).toEqual(asked);
    expect(named(asked, undefined)).toBe(asked);
  });
});
