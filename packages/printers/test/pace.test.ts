import { describe, expect, it } from 'vitest';
import { findPrinter, paceOf } from '../src/index.ts';

describe('paceOf', () => {
  it.each([
    ['bambu-p1s', 'quick', true],
    ['bambu-a1-mini-ams-lite', 'quick', true],
    ['prusa-mk3s-mmu3', 'steady', true],
    ['prusa-mk4s', 'steady', false],
    ['generic-fdm', 'steady', false],
  ])('of %s is %s', (id, pace, isOwn) => {
    expect(paceOf(findPrinter(id)!)).toMatchObject({ id: pace, isOwn });
  });
});
