import { MODES } from '@neurofab/core';
import { describe, expect, it } from 'vitest';
import {
  type Asked,
  compareModes,
  estimatePrint,
  isSound,
  leastMode,
  planJob,
  plannedInMode,
} from '../../src/index.ts';

const SMALL: Asked = { network: { layers: [2, 3, 1] }, printer: 'bambu-p1s-ams' };

describe('estimatePrint', () => {
  it('says what a plan takes to print', () => {
    const print = estimatePrint(planJob(SMALL), { price: 30 })!;
    expect(print.grams).toBeGreaterThan(5);
    expect(print.toolChanges).toBeGreaterThan(10);
    expect(print.cost).toBeCloseTo(((print.grams + print.purgeGrams) / 1000) * 30, 9);
  });

  it('says nothing without a printer, and nothing of resin', () => {
    expect(estimatePrint(planJob({ network: { layers: [2, 3, 1] } }))).toBeUndefined();
    expect(estimatePrint(planJob({ ...SMALL, printer: 'generic-resin' }))).toBeUndefined();
  });
});

describe('compareModes', () => {
  it('says what a network takes in every mode, whichever one was asked for', () => {
    const compared = compareModes({ ...SMALL, network: { ...SMALL.network, mode: 'halves' } });
    expect(compared.map(({ mode }) => mode)).toEqual(MODES);
    for (const { mode, plan, print } of compared) {
      expect(plan!.spec.mode).toBe(mode);
      expect(print!.grams).toBeGreaterThan(0);
    }
  });

  it('gives what each mode takes as planning in that mode does', () => {
    const [upright] = compareModes(SMALL);
    const alone = planJob({ ...SMALL, network: { ...SMALL.network, mode: 'upright' } });
    expect(upright!.print).toEqual(estimatePrint(alone));
  });

  it('does without sizes of cuts where nothing is cut, and says why a network cannot lie in a mode', () => {
    const [upright, flat] = compareModes({
      ...SMALL,
      network: { layers: [2, 3, 1], mode: 'flat', clearance: 0.3 },
    });
    expect(upright!.print).toBeDefined();
    expect(flat!.print).toBeDefined();
    const hung = { ...SMALL, network: { layers: [2, 3, 1], mode: 'plaque', hangingHole: true } } as const;
    const [, lying] = compareModes(hung);
    expect(lying).toMatchObject({ mode: 'flat', faults: [{ path: ['hangingHole'] }] });
    expect(lying!.plan).toBeUndefined();
  });

  it('has no print of what is refused', () => {
    const { plan, print } = plannedInMode({ ...SMALL, scale: 20 }, 'upright');
    expect(plan!.findings.map(({ code }) => code)).toContain('too-large');
    expect(print).toBeUndefined();
  });
});

describe('leastMode', () => {
  it('is the one of least filament and time of those that stand', () => {
    const compared = compareModes({ ...SMALL, printer: 'prusa-mk4s' });
    expect(leastMode(compared)!.mode).toBe('flat');
    const plaque = compared.find(({ mode }) => mode === 'plaque')!;
    expect(leastMode([plaque])).toBe(plaque);
    expect(leastMode(compared.filter(({ mode }) => mode !== 'flat'))!.mode).toBe('halves');
  });

  it('is one that comes out', () => {
    const compared = compareModes({ ...SMALL, printer: 'prusa-mk4s' });
    const broken = { code: 'bridge', level: 'error', path: [], value: 1, limit: 0, source: '' } as const;
    const worse = compared.map((each) =>
      each.mode === 'flat' ? { ...each, plan: { ...each.plan!, findings: [broken] } } : each,
    );
    expect(worse.map(isSound)).toEqual([true, false, true, true]);
    expect(leastMode(worse)!.mode).toBe('halves');
    expect(leastMode(compareModes({ ...SMALL, scale: 0.2 }))).toBeUndefined();
  });

  it('is none where nothing can be said', () => {
    expect(leastMode(compareModes({ ...SMALL, printer: 'generic-powder' }))).toBeUndefined();
  });
});
