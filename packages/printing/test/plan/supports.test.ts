import { describe, expect, it } from 'vitest';
import { countCells, NONE } from '../../src/plan/mask.ts';
import { supportsOf } from '../../src/plan/supports.ts';
import { disc, has } from './drawn-mask.ts';

const GRID = { cell: 0.2, columns: 100, rows: 100, x: 0, y: 0 };
const LAYER = { layerHeight: 0.2 };
const [stem, hat] = [disc(100, [50, 50], 10), disc(100, [50, 50], 30)];

describe('supportsOf', () => {
  it('stand under all that hangs over, down to the bed, and clear of what is beside them', () => {
    const supports = supportsOf([stem, stem, stem, hat, hat], GRID, LAYER);
    expect(supports.map((support) => countCells(support) > 0)).toEqual([true, true, true, false, false]);
    for (const support of supports.slice(0, 3)) {
      expect(has(support, 50, 38)).toBe(true);
      expect(has(support, 50, 39)).toBe(false);
      expect(has(support, 50, 17)).toBe(true);
      expect(has(support, 50, 13)).toBe(false);
    }
  });

  it('end on what lies in between', () => {
    const supports = supportsOf([hat, hat, stem, stem, hat], GRID, LAYER);
    expect(supports.map((support) => has(support, 50, 25))).toEqual([false, false, true, true, false]);
    expect(has(supports[0]!, 50, 17)).toBe(true);
  });

  it('are not there under flanks that are steep enough', () => {
    const cone = Array.from({ length: 20 }, (_, i) => disc(100, [50, 50], 10 + i));
    for (const support of supportsOf(cone, GRID, LAYER)) expect(countCells(support)).toBe(0);
    const flatter = Array.from({ length: 20 }, (_, i) => disc(100, [50, 50], 5 + 2 * i));
    expect(countCells(supportsOf(flatter, GRID, LAYER)[0]!)).toBeGreaterThan(1000);
  });

  it('are none of no layers', () => {
    expect(supportsOf([], GRID, LAYER)).toEqual([]);
    expect(supportsOf([NONE], GRID, LAYER)).toEqual([NONE]);
  });
});
