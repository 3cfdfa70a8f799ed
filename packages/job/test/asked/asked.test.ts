import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askedIn, planJob, revise } from '../../src/index.ts';
import { SMALL } from '../asking.ts';

describe('what was asked for', () => {
  it('comes back from the settings of a recipe', () => {
    const asked = {
      printer: 'bambu-p1s-ams',
      slots: 3,
      colorBy: 'role',
      flavor: 'assembly',
      origin: 'model',
      size: 300,
      shells: true,
      split: 'slots',
      partial: true,
    } as const;
    expect(askedIn(planJob({ network: SMALL, ...asked }).settings)).toEqual(asked);
    expect(planJob({ network: SMALL, split: 'parts' }).settings).toEqual({ split: true });
    expect(askedIn({ split: true })).toMatchObject({ split: 'parts' });
    expect(planJob({ network: SMALL, split: false }).settings).toEqual({});
    expect(planJob({ network: SMALL }).settings).toEqual({});
    expect(planJob({ network: SMALL, printer: 'P1S with AMS' }).settings).toEqual({
      printer: 'bambu-p1s-ams',
    });
  });

  it('never throws by settings that mean nothing', () => {
    const setting = fc.oneof(fc.string(), fc.constant(true as const));
    const names = [
      'printer',
      'slots',
      'color-by',
      'flavor',
      'origin',
      'size',
      'shells',
      'split',
      'partial',
      'odd',
    ];
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), setting), (settings) => {
        planJob({ network: SMALL, ...askedIn(settings) });
      }),
    );
    expect(planJob({ network: SMALL, ...askedIn({ slots: 'four' }) }).findings).toMatchObject([
      { code: 'slots-out-of-range' },
    ]);
    expect(planJob({ network: SMALL, ...askedIn({ size: 'large' }) }).findings).toMatchObject([
      { code: 'size-out-of-range' },
      { code: 'nothing-to-size' },
    ]);
  });

  it('is revised field by field, but what was said for one printer is not meant for another', () => {
    const before = { printer: 'a', slots: 2, flavor: 'slicer', format: 'stl', shells: true } as const;
    expect(revise(before, { shells: false, slots: undefined })).toEqual({ ...before, shells: false });
    expect(revise(before, { printer: 'b' })).toEqual({ printer: 'b', shells: true });
    expect(revise(before, { printer: 'b', slots: 3 })).toEqual({ printer: 'b', slots: 3, shells: true });
  });
});
