/** How a network is put on the bed: standing on its disc; lying there, in one piece or in two halves, with a foot beside it; or in relief on a plate. */
export const MODES = ['upright', 'flat', 'halves', 'plaque'] as const;
export type Mode = (typeof MODES)[number];

/** What a mode makes of a network. */
export interface ModeTraits {
  /** Whether the network lies on the bed, its heights whole layers as far as they can be, instead of standing on a disc. */
  readonly lies: boolean;
  /** Where it is cut, which takes more than balls and rods as they are: under its axes, or through them, in halves; left out where it is whole. */
  readonly cut?: 'under' | 'through';
  /** Whether its posts are pegs, which go into sockets. */
  readonly hasPegs: boolean;
  /** Whether it is a relief on a plate, which is its base. */
  readonly hasPlate: boolean;
  /** Whether names can stand beside its layers and nodes. */
  readonly holdsLabels: boolean;
  /** Whether its colours can go by height, or do where a printer has one slot: then filament is changed between layers. */
  readonly byHeight: 'never' | 'on-request' | 'usually';
}

/** What is to be known of each mode beside how it places what: nobody else asks for one by its name to know that. */
export const MODE_TRAITS: Readonly<Record<Mode, ModeTraits>> = {
  upright: { lies: false, hasPegs: false, hasPlate: false, holdsLabels: false, byHeight: 'never' },
  flat: {
    lies: true,
    cut: 'under',
    hasPegs: true,
    hasPlate: false,
    holdsLabels: true,
    byHeight: 'on-request',
  },
  halves: {
    lies: true,
    cut: 'through',
    hasPegs: true,
    hasPlate: false,
    holdsLabels: false,
    byHeight: 'on-request',
  },
  plaque: { lies: true, hasPegs: false, hasPlate: true, holdsLabels: true, byHeight: 'usually' },
};
