import type { NetworkSpecInput } from '@neurofab/core';
import { describe, expect, it } from 'vitest';
import { type Asked, planJob } from '../../src/index.ts';

const SIGNED: NetworkSpecInput = { layers: [2, 1], weights: [[[1, -1]]] };

function areAlike(asked: Asked, network: NetworkSpecInput = {}): boolean {
  const { findings } = planJob({ ...asked, network: { ...SIGNED, ...network } });
  return findings.some(({ code }) => code === 'signs-alike');
}

describe('both signs', () => {
  it.each<[Asked, boolean]>([
    [{}, false],
    [{ slots: 2 }, false],
    [{ slots: 1 }, true],
    [{ colorBy: 'none' }, true],
    [{ printer: 'prusa-mk4s' }, true],
    [{ printer: 'bambu-p1s-ams' }, false],
    [{ format: 'stl' }, true],
    [{ split: 'parts' }, false],
    [{ split: 'slots' }, false],
    [{ split: 'pieces' }, true],
    [{ outputs: [] }, false],
    [{ outputs: [], slots: 1 }, true],
  ])('for %j come out alike: %s', (asked, expected) => {
    expect(areAlike(asked)).toBe(expected);
  });

  it('are nothing to speak of where somebody has said what shape they have, or there is one', () => {
    expect(areAlike({ slots: 1 }, { signShape: true })).toBe(false);
    expect(areAlike({ slots: 1 }, { signShape: false })).toBe(false);
    expect(areAlike({ slots: 1 }, { weights: [[[1, 0.5]]] })).toBe(false);
    expect(areAlike({ slots: 1 }, { weights: [[[-1, 0]]] })).toBe(false);
  });

  it('come out alike in a colour that both were given, also beside an ellipsis', () => {
    const layers = [{ size: 9, shown: [0, '…', 8] }, 1];
    expect(areAlike({}, { layers })).toBe(false);
    expect(areAlike({}, { layers, colors: { connections: 'red', negative: '#f00' } })).toBe(true);
  });

  it('have four-sided negative connections for a remedy', () => {
    const { findings } = planJob({ network: SIGNED, slots: 1 });
    expect(findings.find(({ code }) => code === 'signs-alike')).toEqual({
      code: 'signs-alike',
      level: 'warning',
      path: ['network', 'signShape'],
      remedies: [{ signShape: true }],
    });
  });
});
