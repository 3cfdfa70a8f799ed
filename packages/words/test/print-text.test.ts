import { describe, expect, it } from 'vitest';
import { gramsText, metersText, printText, timeText } from '../src/print-text.ts';

const PRINT = {
  layerHeight: 0.2,
  slots: [],
  grams: 71.4,
  supportGrams: 19.8,
  toolChanges: 1750,
  purgeGrams: 347.2,
  minutes: 618,
  isRough: false,
};

describe('what a print takes, in words', () => {
  it('has all there is to say', () => {
    expect(printText(PRINT)).toBe(
      'about 71 g (20 g of it supports), 10 h, 1,750 tool changes (+ 347 g of purge)',
    );
    expect(printText({ ...PRINT, cost: 10.462 })).toMatch(/, filament for 10\.46$/);
  });

  it('has two digits of what was reckoned roughly', () => {
    expect(printText({ ...PRINT, isRough: true, cost: 10.462 })).toBe(
      'about 71 g (20 g of it supports), 10 h, 1,800 tool changes (+ 350 g of purge), filament for 10.00',
    );
  });

  it('leaves out what there is none of', () => {
    expect(printText({ ...PRINT, supportGrams: 0, toolChanges: 0 })).toBe('about 71 g, 10 h');
    expect(printText({ ...PRINT, supportGrams: 0.04, toolChanges: 1, purgeGrams: 0.46 })).toBe(
      'about 71 g, 10 h, one tool change (+ 0.5 g of purge)',
    );
  });

  it.each([
    [1, '5 min'],
    [12, '10 min'],
    [57, '55 min'],
    [58, '1 h'],
    [64.9, '1 h'],
    [65, '1 h 10 min'],
    [594, '9 h 50 min'],
    [595, '10 h'],
    [3000, '50 h'],
    [90_000, '1,500 h'],
  ])('calls %d minutes %s', (minutes, text) => {
    expect(timeText(minutes)).toBe(text);
  });

  it('weighs what is light more finely', () => {
    expect([0.04, 0.26, 9.94, 12.5, 4000].map(gramsText)).toEqual([
      '0 g',
      '0.3 g',
      '9.9 g',
      '13 g',
      '4,000 g',
    ]);
    expect([0.26, 12.5].map(metersText)).toEqual(['0.3 m', '13 m']);
  });
});
