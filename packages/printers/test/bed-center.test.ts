import { describe, expect, it } from 'vitest';
import { bedCenter, findPrinter } from '../src/index.ts';

describe('the middle of a bed', () => {
  it.each([
    ['is half of its size', 'prusa-mk4s', [125, 105]],
    ['is where both nozzles reach', 'bambu-h2d', [175, 160]],
    ['is where its room begins elsewhere', 'snapmaker-u1', [135.5, 136]],
    ['is that of the slicer, where its bed is larger than the printer', 'elegoo-neptune-4', [115, 115]],
    ['is unknown without a bed', 'generic-3mf', undefined],
  ])('%s: %s', (_, id, center) => {
    expect(bedCenter(findPrinter(id)!)).toEqual(center);
  });
});
