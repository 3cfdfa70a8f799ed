import { type Asked, planJob } from '@neurofab/job';
import { PRINTERS, SLICERS } from '@neurofab/printers';
import { describe, expect, it } from 'vitest';
import { slicerSteps, stepSpans } from '../../src/index.ts';

const SMALL = { layers: [2, 3], resolution: { segments: 8 } };

function stepsFor(asked: Asked): readonly string[] {
  return slicerSteps(planJob({ network: SMALL, ...asked }))!.steps;
}

/** What the steps of a plan have that others have not. */
function hint(asked: Asked): string {
  return stepsFor(asked).join(' ');
}

describe('what to click', () => {
  it('is known for every printer, in words that know no flags', () => {
    for (const { id, slicer } of PRINTERS) {
      const guide = slicerSteps(planJob({ network: SMALL, printer: id }))!;
      expect(guide.slicer).toBe(SLICERS[slicer].name);
      expect(guide.steps.length).toBeGreaterThan(0);
      for (const step of guide.steps) expect(step).toMatch(/^(?!.*(--|`))[A-Z*].*\.$/);
    }
  });

  it('goes by the file', () => {
    expect(hint({ printer: 'bambu-p1s-ams' })).toContain('geometry data only');
    expect(hint({ printer: 'bambu-p1s-ams', format: 'stl' })).not.toContain('geometry data only');
    expect(hint({ printer: 'bambu-p1s-ams', slots: 1 })).not.toContain('geometry data only');
    expect(hint({ printer: 'bambu-p1s-ams', slots: 2, split: 'slots' })).toContain('Open all of them');
    expect(hint({ printer: 'ultimaker-s5' })).toContain('Ungroup Models');
    expect(hint({ printer: 'generic-powder' })).toContain('millimetres');
  });

  it('goes by the mode: supports, and changes of filament by hand', () => {
    const upright = { ...SMALL, mode: 'upright' as const };
    const plaque = { ...SMALL, mode: 'plaque' as const };
    expect(hint({ printer: 'prusa-mk4s' })).toContain('Leave supports off');
    expect(hint({ printer: 'prusa-mk4s', network: upright })).toContain('Turn supports on');
    expect(hint({ printer: 'prusa-mk4s', network: upright })).not.toContain('support extruders 0');
    expect(hint({ printer: 'prusa-mk4s-mmu3', network: upright })).toContain('support extruders 0');
    expect(hint({ printer: 'generic-resin', network: upright })).not.toContain('Turn supports on');
    expect(hint({ printer: 'prusa-mk4s', network: plaque })).toContain('M600');
    expect(hint({ printer: 'prusa-mk4s', network: plaque, format: 'stl' })).not.toContain('M600');
    expect(hint({ printer: 'bambu-p1s', network: plaque })).toContain('add a pause');
    expect(hint({ printer: 'bambu-p1s-ams', network: plaque })).not.toContain('add a pause');
  });

  it('is nothing without a printer, nor for what no slicer opens', () => {
    expect(slicerSteps(planJob({ network: SMALL }))).toBeUndefined();
    for (const format of ['openscad', 'glb']) {
      expect(slicerSteps(planJob({ network: SMALL, printer: 'prusa-mk4s', format }))).toBeUndefined();
    }
  });

  it('is taken apart into what stands on the screen, links and the rest', () => {
    expect(stepSpans('A box says **no** ([why](https://a.example/b)).')).toEqual([
      { kind: 'plain', text: 'A box says ' },
      { kind: 'screen', text: 'no' },
      { kind: 'plain', text: ' (' },
      { kind: 'link', text: 'why', address: 'https://a.example/b' },
      { kind: 'plain', text: ').' },
    ]);
    for (const { id } of PRINTERS) {
      for (const step of stepsFor({ printer: id })) {
        const spans = stepSpans(step);
        expect(spans.every(({ text }) => !/\*\*|\]\(/.test(text))).toBe(true);
      }
    }
  });
});
