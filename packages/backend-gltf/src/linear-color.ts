import type { HexColor } from '@neurofab/core';

/**
 * The channels of an sRGB colour in linear light, from 0 to 1, as glTF has its factors (IEC 61966-2-1). They are rounded
 * to six decimals: `**` differs between engines in the last bit, and 256 steps are told apart by less.
 */
export function linearColor(color: HexColor): [red: number, green: number, blue: number] {
  const channel = (at: number) => toLinear(Number.parseInt(color.slice(at, at + 2), 16) / 255);
  return [channel(1), channel(3), channel(5)];
}

/** The sRGB colour of linear channels, as near as 256 steps come; what is beyond 0 or 1 is taken for that. */
export function hexColor(channels: readonly number[]): HexColor {
  const hex = channels.map((value) => fromLinear(value).toString(16).padStart(2, '0'));
  return `#${hex.join('').toUpperCase()}`;
}

function toLinear(value: number): number {
  const linear = value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  return Math.round(linear * 1e6) / 1e6;
}

function fromLinear(linear: number): number {
  const value = linear <= 0.0031308 ? linear * 12.92 : 1.055 * linear ** (1 / 2.4) - 0.055;
  return Math.round(255 * Math.min(1, Math.max(0, value)));
}
