import type { HexColor } from '@neurofab/core';

/** A colour as the four bytes that vertices carry, its light already less by how far it lets others through. */
export function packedColor(color: HexColor, opacity = 1): number {
  const value = Number.parseInt(color.slice(1), 16);
  const byte = (shift: number) => Math.round(opacity * ((value >> shift) & 255));
  return (byte(16) | (byte(8) << 8) | (byte(0) << 16) | (Math.round(opacity * 255) << 24)) >>> 0;
}
