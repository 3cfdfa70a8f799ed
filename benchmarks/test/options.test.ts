import { expect, it } from 'vitest';
import { OptionError, readOptions } from '../src/options.ts';

it('measures everything, with a limit of five minutes, unless it is told otherwise', () => {
  expect(readOptions([])).toEqual({
    rounds: undefined,
    quick: false,
    large: false,
    only: [],
    limitSeconds: 300,
    json: false,
    seedDocument: undefined,
  });
});

it('takes words with commas or blanks, and the -- of pnpm', () => {
  expect(readOptions(['--', '--only', 'fused,3mf', '--only=preview growth', '--rounds', '4'])).toMatchObject({
    only: ['fused', '3mf', 'preview', 'growth'],
    rounds: 4,
  });
});

it.each([[['--rounds', '0']], [['--limit', 'soon']], [['--fast']], [['extra']]])('refuses %j', (argv) => {
  expect(() => readOptions(argv)).toThrow(OptionError);
});
