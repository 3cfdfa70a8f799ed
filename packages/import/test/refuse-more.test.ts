import { describe, expect, it } from 'vitest';
import { refuseMore, tooMuch } from '../src/refuse-more.ts';
import { refusal } from './refusal.ts';

describe('a limit', () => {
  it('lets as much pass as can be read', () => {
    expect(refusal(() => refuseMore(3, { most: 3, of: 'arrays' }))).toBeUndefined();
  });

  it.each([
    [{ most: 3, of: 'arrays' }, 4, 'It has 4 arrays, and at most 3 can be read.'],
    [
      { most: 64_000_000, of: 'bytes', subject: 'Its text has' },
      64_000_001,
      'Its text has 65 MB, and at most 64 MB can be read.',
    ],
  ])('is said with what there is', (limit, count, message) => {
    expect(refusal(() => refuseMore(count, limit))).toMatchObject({ kind: 'too-large', message });
  });

  it('is said alone where no more was counted', () => {
    expect(tooMuch({ most: 256_000_000, of: 'bytes', subject: 'It inflates to' }).message).toBe(
      'It inflates to more than 256 MB, which is the most that is read.',
    );
  });
});
