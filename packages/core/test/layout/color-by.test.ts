import { describe, expect, it } from 'vitest';
import { colorBy, layout, parseNetworkSpec } from '../../src/index.ts';

const spec = parseNetworkSpec({
  layers: [1, 2, 3],
  colors: { base: '#000001', connections: '#000002', layers: ['#000003', '#000004'] },
});

describe('colours', () => {
  it.each([
    ['layer', ['#000001', '#000002', '#000003', '#000004', '#000003']],
    ['role', ['#000001', '#000002', '#000003', '#000003', '#000003']],
    ['none', ['#000001', '#000001', '#000001', '#000001', '#000001']],
  ] as const)('go by %s', (by, expected) => {
    expect(layout(colorBy(spec, by)).parts.map(({ color }) => color)).toEqual(expected);
  });

  it('go by those of the connections where there is no base', () => {
    const floating = { ...spec, base: { shape: 'none' as const } };
    expect(new Set(layout(colorBy(floating, 'none')).parts.map(({ color }) => color))).toEqual(
      new Set(['#000002']),
    );
  });
});
