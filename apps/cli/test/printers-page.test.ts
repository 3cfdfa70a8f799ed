import { readFileSync } from 'node:fs';
import { PRINTERS } from '@neurofab/printers';
import { describe, expect, it } from 'vitest';
import { asRow } from '../src/list-printers.ts';

describe('the page of printers', () => {
  it('has the table as it is', () => {
    const page = readFileSync(new URL('../../../docs/printers.md', import.meta.url), 'utf8');
    const rows = page
      .split('\n')
      .map((line) =>
        line
          .split('|')
          .map((cell) => cell.trim())
          .slice(1, -1),
      )
      .filter((cells) => cells.length === 6 && /^`[a-z]+-/.test(cells[1]!));
    const expected = PRINTERS.map(asRow).map(([id, name, ...rest]) => [name, `\`${id}\``, ...rest]);
    expect(rows).toEqual(expected);
  });
});
