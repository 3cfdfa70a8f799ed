import { describe, expect, it } from 'vitest';
import { formatFault, SpecError } from '../../src/index.ts';

describe('formatFault', () => {
  it.each<[(string | number)[], string]>([
    [[], 'No.'],
    [['layers', 2], 'layers[2]: No.'],
    [['base', 'radius'], 'base.radius: No.'],
    [['colors', 'layers', 0], 'colors.layers[0]: No.'],
    [['$schema'], '$schema: No.'],
    [[0], '[0]: No.'],
    [['two words'], '["two words"]: No.'],
    [['base', 'a\nb\u001b'], 'base["a\\nb\\u001b"]: No.'],
    [[''], '[""]: No.'],
    [['0'], '0: No.'],
    [['x'.repeat(100)], `["${'x'.repeat(40)}…"]: No.`],
  ])('shows the path %j', (path, line) => {
    expect(formatFault({ path, message: 'No.' })).toBe(line);
  });
});

describe('SpecError', () => {
  const faults = [
    { path: ['layers', 2], message: 'Too few.' },
    { path: [], message: 'Too odd.' },
  ];

  it('is an error that holds its faults and says them all, one a line', () => {
    const error = new SpecError(faults);
    expect(error).toBeInstanceOf(Error);
    expect(error.name).toBe('SpecError');
    expect(error.faults).toStrictEqual(faults);
    expect(error.message).toBe('layers[2]: Too few.\nToo odd.');
  });
});
