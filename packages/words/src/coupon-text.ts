import type { CouponPlan } from '@neurofab/job';
import { SLICERS } from '@neurofab/printers';
import { printText } from './print-text.ts';
import { plateText } from './size-text.ts';

/** How large a coupon is, what it takes to print, and what to do with it then: a line each. */
export function couponText({ scene, printer, print }: CouponPlan): string[] {
  const size = plateText(scene);
  const id = printer?.id ?? 'ID';
  return [
    printer === undefined ? size : `${size}, for ${printer.name} (${SLICERS[printer.slicer].name})`,
    ...(print === undefined ? [] : [printText(print)]),
    '',
    'Print it as your networks, and try:',
    '  Push the peg into the sockets, from .30 down: the last that it goes into by hand is your --clearance.',
    '  Bend the rods: the thinnest that came out whole and holds is your --thinnest (--connection-radius is half of it).',
    '  Read the letters: the smallest line that is clear is your --text-height. The dots say "ok" in Braille.',
    `Keep it, with what you found, by: neurofab coupon --printer ${id} --save --clearance 0.15 --thinnest 1.2 --text-height 5`,
  ];
}
