import { MODE_TRAITS } from '../../spec/modes.ts';
import type { NetworkSpec } from '../../spec/network-spec.ts';
import { discPlate } from '../modes/upright.ts';
import { frontFor } from '../text/in-front.ts';
import { BRAILLE_GAPS, brailleLine, brailleRoom } from './braille-line.ts';

/** What Braille there is room for on a disc, the only base that does not grow with it. */
export interface BrailleFit {
  readonly cells: number;
  /** How many cells there is room for. */
  readonly fitting: number;
  /** Of a disc that has room for all. */
  readonly radius: number;
}

/** How Braille fits a disc beside text so high at the least; `undefined` where there is no disc or no Braille. */
export function brailleFit(spec: NetworkSpec, leastTextHeight: number): BrailleFit | undefined {
  const { base, mode, resolution } = spec;
  const line = brailleLine(spec);
  const { lies } = MODE_TRAITS[mode];
  if (line === undefined || base.shape === 'none' || lies) return undefined;
  const plate = discPlate(spec);
  const { dotSpacing, dotDiameter, cellSpacing } = line.sizes;
  const least = frontFor(spec, { reach: plate.reach, textHeight: leastTextHeight });
  const wide = Math.sqrt(Math.max(0, plate.radius * plate.radius - least * least));
  const all = 2 * (wide - BRAILLE_GAPS.edge) - dotSpacing - dotDiameter;
  const front = frontFor(spec, { reach: plate.reach, textHeight: spec.textHeight });
  const needed = Math.sqrt(front * front + brailleRoom(spec).wide ** 2);
  return {
    cells: line.cells.length,
    fitting: Math.max(0, Math.floor(all / cellSpacing + 1e-9) + 1),
    // The sides of a disc are a little inside its radius: as a share, or by its tolerance at most.
    radius:
      'tolerance' in resolution && base.segments === undefined
        ? needed + resolution.tolerance
        : (needed * base.radius) / plate.radius,
  };
}
