import type { HexColor } from '@neurofab/core';
import { alignedCells, type ColorRow } from '@neurofab/words';
import type { Io } from '../io.ts';
import { colorDepth } from './color-depth.ts';
import { colorsFor } from './messages.ts';

/** Rows of colours under a heading, in lines. */
export function colorTable(io: Io, heading: string, rows: readonly ColorRow[]): string[] {
  const { dim } = colorsFor(io);
  const depth = colorDepth(io.stderr, io.env);
  const cells = alignedCells(
    [[heading, 'colour', 'parts'], ...rows.map(({ label, color, names }) => [label, color, names])],
    ['right', 'left', 'left'],
  );
  return cells.map(([label, color, names], row) => {
    const line = `${label}  ${row === 0 ? gap(depth) : block(rows[row - 1]!.color, depth)}${color}  ${names}`;
    return row === 0 ? dim(line) : line;
  });
}

/** A patch of a colour, as near as the terminal comes; nothing where it would not come near. */
function block(color: HexColor, depth: number): string {
  const channels = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  if (depth >= 24) return `\u001b[48;2;${channels.join(';')}m    \u001b[49m `;
  if (depth < 8) return '';
  // The 6 × 6 × 6 cube of the 256 colours.
  const [r, g, b] = channels.map((channel) => Math.round((channel / 255) * 5));
  return `\u001b[48;5;${16 + 36 * r! + 6 * g! + b!}m    \u001b[49m `;
}

function gap(depth: number): string {
  return depth >= 8 ? '     ' : '';
}
