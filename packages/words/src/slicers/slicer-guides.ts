import type { SlicerId } from '@neurofab/printers';

/** What to click in one slicer. Steps are sentences, with `**` around what stands on the screen to be looked for, and links as in Markdown. */
export interface SlicerGuide {
  /** For a 3MF whose parts are on several slots. */
  readonly slots: readonly string[];
  /** For what is in one colour, or has none. */
  readonly oneColor: readonly string[];
  /** How to change filament by hand at a height, once the file is open. */
  readonly change: string;
  /** What else to do where supports are printed beside several colours. */
  readonly supports?: string;
}

/** What to do with a 3MF in a slicer of which no more is known. */
const ANY_SLOTS = [
  'Choose the printer, with all its colours.',
  'Open the file, and load filaments as the list of slots says.',
];

/** What to do with an STL in one colour, in any slicer. */
const ONE_COLOR = [
  'Choose the printer.',
  'Open the file: each piece, such as the network and its foot, stands by itself.',
];

/** How to change filament by hand where no more is known of how. */
export const ANY_CHANGE = 'Have the slicer change filament, or pause, at each height of the list.';

const ANY_SLICER: SlicerGuide = { slots: ANY_SLOTS, oneColor: ONE_COLOR, change: ANY_CHANGE };

const OPEN_ON_PLATE = 'Drag the file onto the plate, or File › Import.';
const GEOMETRY_ONLY =
  'A box says that the 3MF **is not supported, and that geometry data only is loaded**. That is right: the file brings a model, not print settings. Parts and their filament numbers are loaded.';
const PARTS_ARE_LISTED =
  'In the list of objects there is one for each piece, such as the network and its foot; it holds the parts, each with its filament number.';
const ADDED_FILAMENTS =
  'If the list has fewer filaments than the file uses, the slicer adds some in colours of its own.';

const ORCA_CHANGE =
  'Slice, move the slider on the right to the layer, press its plus sign and choose a change of filament.';

/** Bambu Studio's, from which these descend. */
const LIKE_ORCA: SlicerGuide = {
  ...ANY_SLICER,
  slots: [
    'Choose the printer, with all its filaments.',
    OPEN_ON_PLATE,
    GEOMETRY_ONLY,
    `${ADDED_FILAMENTS} Give them yours.`,
    PARTS_ARE_LISTED,
  ],
};

/** What to click in each slicer. What `docs/slicers.md` lists is the same, and says how far it was checked. */
export const SLICER_GUIDES: Readonly<Record<SlicerId, SlicerGuide>> = {
  'prusa-slicer': {
    slots: [
      'Choose the printer in the profile of its multi-material form ("… MMU3", "XL 5T"); PrusaSlicer adds no extruder by itself.',
      'Drag the file in, or File › Import › Import STL/3MF.',
      'When a file is dragged in, a box may ask **"Open as project" or "Import 3D models only"**. Both keep all parts and slots: the file holds no settings that could replace yours.',
      'If a box asks **"Multi-part object detected?"**, say no: a network and its foot are two objects, side by side as they are to be printed.',
      'In the list on the right there is an object for each piece, such as the network and its foot; opened, it shows the parts, each with its extruder. The pegs are the part "base" of the network.',
      "Click an extruder's colour on the right to give it your filament's colour.",
    ],
    oneColor: ONE_COLOR,
    change:
      'Click nothing: the 3MF has the changes (M600), and the slider on the right of the sliced model shows them.',
    supports:
      'Have supports printed with whatever is in the nozzle: Print Settings › Multiple Extruders, support extruders 0.',
  },
  'bambu-studio': {
    slots: [
      'Choose the printer, and in the filament list synchronise with the AMS if you have one.',
      OPEN_ON_PLATE,
      GEOMETRY_ONLY,
      `${ADDED_FILAMENTS} Give them yours: click the colour patch, or pick the AMS slot.`,
      PARTS_ARE_LISTED,
      'Choose the process "0.20mm Standard", whose layers are as high as those that Neurofab usually cuts for.',
      "**Flushing volumes**, beside the filament list, is what is thrown away at each change: most from dark to light ([Bambu Lab's wiki](https://wiki.bambulab.com/en/software/bambu-studio/reduce-wasting-during-filament-change)). Auto-calc sets it by the colours of your filaments. Colours that differ less take less, as do fewer of them or a plaque.",
    ],
    oneColor: ONE_COLOR,
    change:
      'Slice, move the slider on the right to the layer and press its plus sign. Without an AMS a change of filament changes nothing there, so add a pause instead, and change the filament while it waits.',
  },
  'creality-print': { ...LIKE_ORCA, change: ORCA_CHANGE },
  'snapmaker-orca': LIKE_ORCA,
  'anycubic-slicer-next': LIKE_ORCA,
  'elegoo-slicer': LIKE_ORCA,
  cura: {
    slots: [
      'Add the printer with its extruders and choose a material for each.',
      'File › Open File(s).',
      "No box appears. Each piece, such as the network and its foot, is one group; each part is on its extruder, in the colour of that extruder's material. A part whose extruder the printer does not have is put on the first one, with a warning.",
      'To see the parts, click with Ctrl (⌘) held, or Edit › Ungroup Models; then they stay where they are.',
    ],
    oneColor: ONE_COLOR,
    change:
      'Extensions › Post Processing › Modify G-Code › Add a script › Filament Change, with the number of the layer; a script for each change.',
  },
  'any-slicer': ANY_SLICER,
  'resin-slicer': {
    ...ANY_SLICER,
    oneColor: ["Open the file in the printer's own program.", 'Lay it down or support it there.'],
  },
  'print-service': {
    ...ANY_SLICER,
    oneColor: [
      'Send the file; powder needs no supports.',
      'Say the unit of an STL, if you are asked: millimetres.',
    ],
  },
  'spec-reader': {
    ...ANY_SLICER,
    slots: ['Open the file: every part is an object of its own, in its colour.'],
  },
};

/** What to do where filament is changed by hand, before the slicer's own way to do it. */
export const BEFORE_CHANGES: readonly string[] = [
  'Choose the printer and open the file.',
  'Slice with layers as high as the network was made for, 0.2 mm if nothing else was asked for. A slider shows the upper side of a layer: 2.2 mm for layer 11. Where a profile has a first layer of another height, the numbers move and the heights stay: go by the heights then.',
];

/** What to do with an STL for each slot. */
export const STL_FOR_EACH_SLOT: readonly string[] = [
  'Open all of them together.',
  'Say yes if the slicer asks whether they are one object of several parts, or merge them.',
  'Give each file its extruder: the second file the second one.',
  'They are in the same place, so do not let the slicer arrange them one by one.',
];

/** What to do for a network that stands upright. */
export const SUPPORTS_ON = 'Turn supports on: nodes above others begin in mid-air.';
/** The same for one that lies. */
export const SUPPORTS_OFF = 'Leave supports off: a network that lies needs none.';
