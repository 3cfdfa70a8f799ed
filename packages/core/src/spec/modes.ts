/** How a network is put on the bed: standing on its disc, or lying there, in one piece or in two halves, with a foot beside it. */
export const MODES = ['upright', 'flat', 'halves'] as const;
export type Mode = (typeof MODES)[number];

/** What a mode makes of a network. */
export interface ModeTraits {
  /** Whether the network lies on the bed, its heights whole layers as far as they can be, instead of standing on a disc. */
  readonly lies: boolean;
  /** Whether something is cut off it, which takes more than balls and rods as they are. */
  readonly isCut: boolean;
  /** Whether its posts are pegs, which go into sockets. */
  readonly hasPegs: boolean;
}

/** What is to be known of each mode beside how it places what: nobody else asks for one by its name to know that. */
export const MODE_TRAITS: Readonly<Record<Mode, ModeTraits>> = {
  upright: { lies: false, isCut: false, hasPegs: false },
  flat: { lies: true, isCut: true, hasPegs: true },
  halves: { lies: true, isCut: true, hasPegs: true },
};
