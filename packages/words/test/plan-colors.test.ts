import { type Asked, planJob } from '@neurofab/job';
import { describe, expect, it } from 'vitest';
import { type PlanColors, planColors, planText, slotRows } from '../src/index.ts';

const SMALL = { layers: [2, 2, 2, 2, 2], resolution: { segments: 8 } };

function colorsOf(asked: Asked): PlanColors {
  return planColors(planJob({ network: SMALL, ...asked }));
}

describe('the colours of a plan', () => {
  it('are a row for each slot, with all that it prints', () => {
    const { by, rows, notes } = colorsOf({});
    expect([by, notes]).toEqual(['slot', []]);
    expect(rows.map(({ label }) => label)).toEqual(['1', '2', '3', '4', '5', '6']);
    expect(rows.map(({ names }) => names)).toEqual([
      'base, connections',
      ...[1, 2, 3, 4, 5].map((layer) => `layer ${layer}`),
    ]);
  });

  it('name layers that share a slot together, and say what was merged', () => {
    const { rows, notes } = colorsOf({ slots: 3 });
    expect(rows.map(({ names }) => names)).toContain('layers 1, 3');
    expect(notes).toEqual([expect.stringMatching(/^More colours than slots, so they share 3: layer/)]);
    expect(colorsOf({ slots: 1 }).notes).toEqual([expect.stringMatching(/^One slot, so everything is/)]);
  });

  it('name once what several parts are called', () => {
    const { scene } = planJob({ network: { ...SMALL, text: 'Anna' } });
    expect(slotRows({ parts: [...scene.parts, ...scene.parts] })).toEqual(slotRows(scene));
  });

  it('are heights where filament is changed by hand', () => {
    const { by, rows } = colorsOf({ network: { ...SMALL, mode: 'plaque' }, printer: 'prusa-mk4s' });
    expect(by).toBe('height');
    expect(rows.map(({ label }) => label).slice(0, 2)).toEqual(['begin with', 'before z = 2 (layer 11)']);
  });

  it('are not in an STL', () => {
    expect(colorsOf({ format: 'stl' })).toEqual({
      ...{ by: 'slot', rows: [], notes: ['One body: an STL holds no colours, a 3MF does.'] },
    });
    expect(colorsOf({ format: 'stl', shells: true }).notes).toEqual(['An STL holds no colours, a 3MF does.']);
    expect(colorsOf({ split: 'parts' }).rows).toHaveLength(6);
  });
});

describe('the text of a plan', () => {
  it('has size, scale and printer', () => {
    const text = planText(planJob({ network: SMALL, scale: 0.5, printer: 'prusa-mk4s' }));
    expect(text).toMatch(
      /^[\d.]+ × [\d.]+ × [\d.]+ mm on the plate, scaled by 0.5, for Prusa MK4S \(PrusaSlicer\)$/,
    );
  });
});
