import {
  type Braille,
  NETWORK_DEFAULTS,
  type Outline,
  type Piece,
  parseNetworkSpec,
  type Scene,
} from '@neurofab/core';
import { PIECE_GAP, solidsBounds } from '@neurofab/core/internal';
import { PROCESSES, type ProcessId } from '@neurofab/printers';
import { couponPeg } from './coupon-peg.ts';
import { couponPlate } from './coupon-plate.ts';
import type { Cut } from './cut.ts';

/** How what stands on a coupon looks. */
export interface CouponLetters {
  /** Each of `COUPON_LINES`. */
  readonly lines: Readonly<Record<string, Outline>>;
  /** Of `COUPON_BRAILLE`. */
  readonly braille: Braille;
}

const TITLE = 'Neurofab coupon';

/**
 * A small plate and a loose peg, which tell in one print what a printer makes: sockets with more and more room, as a network has them
 * that lies flat; rods from thin to thick, as it has them; letters from small to large, and Braille. All in one colour.
 */
export function couponScene(process: ProcessId, letters: CouponLetters): Scene {
  const { layerHeight, tolerance } = PROCESSES[process];
  const spec = parseNetworkSpec({ mode: 'flat' }, { layerHeight, tolerance });
  const plate = couponPlate(spec, letters);
  const peg = couponPeg(spec, solidsBounds(plate.solids).max[0] + PIECE_GAP);
  const { max } = solidsBounds([...plate.solids, ...peg.solids]);
  const { base: color } = NETWORK_DEFAULTS.colors;
  return {
    title: TITLE,
    description: 'Tells which clearance, rods, text and Braille a printer makes',
    parts: [{ name: 'coupon', rank: 0, color, ownColor: color, slot: 1 }],
    pieces: [pieceOf(TITLE, plate), pieceOf(`${TITLE} peg`, peg)],
    // What is under the bed is cut off.
    bounds: { min: [0, 0, 0], max },
  };
}

function pieceOf(name: string, { solids, voids }: Cut): Piece {
  return { name, nodes: [], rods: [], others: solids.map((solid) => ({ ...solid, part: 0 })), voids };
}
