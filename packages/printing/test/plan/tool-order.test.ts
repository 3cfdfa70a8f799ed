import { describe, expect, it } from 'vitest';
import { countToolChanges, toolOrder } from '../../src/plan/tool-order.ts';

describe('toolOrder', () => {
  it('goes on with the slot that the last layer ended with, and then from the first to the last', () => {
    expect(toolOrder([[1, 2, 3], [1, 2, 3], [2, 4], [], [4]])).toEqual([
      [1, 2, 3],
      [3, 1, 2],
      [2, 4],
      [],
      [4],
    ]);
  });
});

describe('countToolChanges', () => {
  it('counts those within layers and those between them', () => {
    expect(countToolChanges([[1, 2, 3], [3, 1, 2], [4], [], [4]], 1)).toBe(2 + 2 + 1);
  });

  it('counts those within layers as often as layers of the print are one here', () => {
    expect(countToolChanges([[1, 2], [2, 1], [3]], 3)).toBe(3 + 3 + 1);
  });
});
