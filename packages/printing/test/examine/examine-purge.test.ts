import { layout, type NetworkSpecInput, parseNetworkSpec } from '@neurofab/core';
import { findPrinter } from '@neurofab/printers';
import { describe, expect, it } from 'vitest';
import { examinePurge } from '../../src/index.ts';

function found(network: NetworkSpecInput, printer: string, slots: number) {
  return examinePurge(layout(parseNetworkSpec(network), { slots }), findPrinter(printer)!);
}

describe('what changing filament throws away', () => {
  it('is a note where it is more than what is printed, with what takes less', () => {
    expect(found({ mode: 'upright' }, 'P1S-ams', 4)).toMatchObject([
      { code: 'much-purge', level: 'note', remedies: [{ mode: 'flat', slots: 3 }, { mode: 'plaque' }] },
    ]);
  });

  it('keeps how the network lies where fewer colours will do', () => {
    expect(found({ mode: 'flat' }, 'P1S-ams', 4)).toMatchObject([
      { remedies: [{ slots: 3 }, { mode: 'plaque' }] },
    ]);
  });

  it.each([['upright'], ['flat'], ['halves']] as const)('is none with any of its remedies: %s', (mode) => {
    const [finding] = found({ layers: [2, 3, 1], mode }, 'P1S-ams', 4);
    expect(finding!.remedies!.length).toBeGreaterThan(0);
    for (const { slots = 4, mode: other = mode } of finding!.remedies!) {
      expect(found({ layers: [2, 3, 1], mode: other }, 'P1S-ams', slots)).toEqual([]);
    }
  });

  it('is none in one colour, on a tool changer, and of resin', () => {
    expect(found({ mode: 'upright' }, 'P1S-ams', 1)).toEqual([]);
    expect(found({ mode: 'upright' }, 'prusa-xl-5t', 5)).toEqual([]);
    expect(found({ mode: 'upright' }, 'generic-resin', 4)).toEqual([]);
  });
});
