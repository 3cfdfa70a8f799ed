import type { HexColor } from '@neurofab/core';
import { describe, expect, it } from 'vitest';
import { hexColor, linearColor } from '../src/linear-color.ts';

const GRAYS = Array.from({ length: 256 }, (_, value): HexColor => {
  const channel = value.toString(16).padStart(2, '0').toUpperCase();
  return `#${channel}${channel}${channel}`;
});

describe('linear colours', () => {
  it('are those of IEC 61966-2-1', () => {
    expect(linearColor('#000000')).toEqual([0, 0, 0]);
    expect(linearColor('#FFFFFF')).toEqual([1, 1, 1]);
    // The middle grey of photographers, 18 %, and the last step of the straight piece: 10 / 255 / 12.92.
    expect(linearColor('#767676')[0]).toBeCloseTo(0.18, 2);
    expect(linearColor('#0A0A0A')[0]).toBe(0.003035);
    expect(linearColor('#FF8000')).toEqual([1, 0.215861, 0]);
  });

  it('are told apart in all steps, and read back', () => {
    expect(new Set(GRAYS.map((gray) => linearColor(gray)[0])).size).toBe(256);
    for (const gray of GRAYS) expect(hexColor(linearColor(gray))).toBe(gray);
  });

  it('are rounded where no last bit of an engine decides', () => {
    for (const gray of GRAYS.slice(11)) {
      const value = Number.parseInt(gray.slice(1, 3), 16) / 255;
      const digits = ((value + 0.055) / 1.055) ** 2.4 * 1e6;
      expect(Math.abs(digits - Math.floor(digits) - 0.5)).toBeGreaterThan(1e-6);
    }
  });
});

it('takes colours beyond the range for its end', () => {
  expect(hexColor([-1, 2, 0.5])).toBe('#00FFBC');
});
