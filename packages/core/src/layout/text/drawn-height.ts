import { MODE_TRAITS } from '../../spec/modes.ts';
import type { NetworkSpec } from '../../spec/network-spec.ts';
import { footOf } from '../modes/foot.ts';
import { discPlate } from '../modes/upright.ts';
import { inFront } from './in-front.ts';
import { onFoot } from './on-foot.ts';
import { onPlate } from './on-plate.ts';
import { type Lines, textLine } from './text-line.ts';

/** How high the capitals of a network's text are, as large as there is room for them; `undefined` where it has no text that is drawn. */
export function drawnTextHeight(spec: NetworkSpec): number | undefined {
  return textLine(spec) === undefined || spec.base.shape === 'none' ? undefined : linesOn(spec).text?.height;
}

function linesOn(spec: NetworkSpec): Lines {
  const { hasPlate, hasPegs } = MODE_TRAITS[spec.mode];
  if (hasPlate) return onPlate(spec);
  // How deep it is cut changes nothing of the plate.
  const foot = hasPegs ? footOf(spec, Infinity) : undefined;
  return foot === undefined ? inFront(spec, discPlate(spec)) : onFoot(spec, foot);
}
