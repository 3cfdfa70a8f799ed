import { MODES } from '@neurofab/core';
import { filamentChange, findPrinter, type Printer } from '@neurofab/printers';
import { describe, expect, it } from 'vitest';
import { plan } from '../../src/index.ts';
import { heldOutCases, type SlicedCase, sceneOf } from './sliced-cases.ts';

const STEADY = findPrinter('prusa-mk3s')!;
const QUICK = findPrinter('bambu-p1s')!;

/** How far the planner is off, in shares of what PrusaSlicer says. */
function errorsOf(sliced: SlicedCase, printer: Printer) {
  const { grams, minutes, toolChanges } = plan(sceneOf(sliced), printer)!;
  const all = sliced.grams.reduce((sum, some) => sum + some, 0);
  // PrusaSlicer was told of no time to change tools.
  const printing = minutes - (filamentChange(printer).seconds * toolChanges) / 60;
  return {
    mode: sliced.network.mode!,
    isColored: sliced.toolChanges > 0,
    grams: grams / all - 1,
    minutes: printing / sliced.minutes - 1,
    toolChanges: (toolChanges - sliced.toolChanges) / Math.max(1, sliced.toolChanges),
  };
}

function shareWithin(errors: readonly number[], limit: number): number {
  return errors.filter((error) => Math.abs(error) <= limit).length / errors.length;
}

describe('plan, held against PrusaSlicer on networks that it was not fitted to', () => {
  const cases = heldOutCases();
  const errors = cases.map((sliced) => errorsOf(sliced, STEADY));
  const changes = (isUpright: boolean) =>
    errors
      .filter(({ mode, isColored }) => isColored && (mode === 'upright') === isUpright)
      .map(({ toolChanges }) => toolChanges);

  it('has sixty of them, in all modes, with weights and without', () => {
    expect(cases).toHaveLength(60);
    for (const mode of MODES) {
      const ofMode = cases.filter(({ network }) => network.mode === mode);
      expect(ofMode).toHaveLength(15);
      expect(ofMode.filter(({ network }) => network.weights !== undefined).length).toBeGreaterThan(2);
    }
  });

  it('has the grams within 10 % in 95 % of them', () => {
    expect(
      shareWithin(
        errors.map(({ grams }) => grams),
        0.1,
      ),
    ).toBeGreaterThanOrEqual(0.95);
  });

  it('has the grams of all that lies within 3 %', () => {
    const lying = errors.filter(({ mode }) => mode !== 'upright');
    expect(Math.max(...lying.map(({ grams }) => Math.abs(grams)))).toBeLessThan(0.03);
  });

  it('has the time within 12 % in 90 % of them', () => {
    expect(
      shareWithin(
        errors.map(({ minutes }) => minutes),
        0.12,
      ),
    ).toBeGreaterThanOrEqual(0.9);
  });

  it('has the very number of tool changes in 95 % of what lies', () => {
    expect(shareWithin(changes(false), 0)).toBeGreaterThanOrEqual(0.95);
  });

  it('has the tool changes of what stands within 2 %', () => {
    expect(shareWithin(changes(true), 0.02)).toBe(1);
  });

  it('has the time on a quick machine within 12 % in 90 % of some more', () => {
    const quick = heldOutCases('quick').map((sliced) => errorsOf(sliced, QUICK).minutes);
    expect(quick.length).toBeGreaterThan(10);
    expect(shareWithin(quick, 0.12)).toBeGreaterThanOrEqual(0.9);
  });
});
