import { MODE_TRAITS } from '../../spec/modes.ts';
import type { NetworkSpec } from '../../spec/network-spec.ts';
import { footOf, footPlate } from '../modes/foot.ts';
import { plateStrip } from '../modes/plate.ts';
import { discPlate } from '../modes/upright.ts';
import { belowNodes } from './below-nodes.ts';
import { inFront } from './in-front.ts';
import { textLine } from './text-line.ts';

/** How high the capitals of a network's text are, as large as there is room for them; `undefined` where it has no text that is drawn. */
export function drawnTextHeight(spec: NetworkSpec): number | undefined {
  const line = textLine(spec);
  if (line === undefined || spec.base.shape === 'none') return undefined;
  const { hasPlate, hasPegs } = MODE_TRAITS[spec.mode];
  if (hasPlate) return belowNodes(spec, plateStrip(spec)).height;
  // How deep it is cut changes nothing of the plate.
  const foot = hasPegs ? footOf(spec, Infinity) : undefined;
  return inFront(spec, foot === undefined ? discPlate(spec) : footPlate(foot)).height;
}
