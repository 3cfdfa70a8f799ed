import type { Printer } from './printer.ts';

/** Where the middle of a model is to stand on a printer's bed, in the slicer's coordinates; `undefined` if no bed is known. */
export function bedCenter({ bed }: Printer): readonly [x: number, y: number] | undefined {
  return bed && (bed.center ?? [bed.x / 2, bed.y / 2]);
}

/** What a printer's bed measures in millimetres; `undefined` if no bed is known. */
export function bedSize({ bed }: Printer): readonly [x: number, y: number] | undefined {
  return bed && [bed.x, bed.y];
}
