/**
 * How a 3MF file says which part has which colour: `slicer` as PrusaSlicer writes it, which all its descendants read,
 * `assembly` by the specification alone, one object a part. The words are those of `@neurofab/backend-3mf`.
 */
export type Flavor = 'slicer' | 'assembly';

/** The software that a printer's files are opened in. */
export interface Slicer {
  readonly name: string;
  /** The flavour of 3MF that it reads best. */
  readonly flavor: Flavor;
  /** What it is given where one colour is all there is. */
  readonly plainFormat: 'stl' | '3mf';
  /** Whether it takes from a 3MF at which heights filament is to be changed by hand. */
  readonly readsColorChanges?: true;
}

export type SlicerId =
  | 'prusa-slicer'
  | 'bambu-studio'
  | 'creality-print'
  | 'snapmaker-orca'
  | 'anycubic-slicer-next'
  | 'elegoo-slicer'
  | 'cura'
  | 'any-slicer'
  | 'resin-slicer'
  | 'print-service'
  | 'spec-reader';

/** The slicers of the printers. All that descend from Slic3r keep parts together in the flavour `slicer` only. */
export const SLICERS: Readonly<Record<SlicerId, Slicer>> = {
  'prusa-slicer': {
    name: 'PrusaSlicer',
    flavor: 'slicer',
    plainFormat: 'stl',
    readsColorChanges: true,
  },
  'bambu-studio': { name: 'Bambu Studio', flavor: 'slicer', plainFormat: 'stl' },
  'creality-print': { name: 'Creality Print', flavor: 'slicer', plainFormat: 'stl' },
  'snapmaker-orca': { name: 'Snapmaker Orca', flavor: 'slicer', plainFormat: 'stl' },
  'anycubic-slicer-next': { name: 'Anycubic Slicer Next', flavor: 'slicer', plainFormat: 'stl' },
  'elegoo-slicer': { name: 'ElegooSlicer', flavor: 'slicer', plainFormat: 'stl' },
  // Cura makes one body with one extruder of the other flavour.
  cura: { name: 'Cura', flavor: 'assembly', plainFormat: 'stl' },
  'any-slicer': { name: 'any slicer', flavor: 'slicer', plainFormat: 'stl' },
  'resin-slicer': { name: 'Chitubox, Lychee …', flavor: 'assembly', plainFormat: 'stl' },
  'print-service': { name: "the service's page", flavor: 'assembly', plainFormat: 'stl' },
  'spec-reader': { name: '3D Builder, CAD …', flavor: 'assembly', plainFormat: '3mf' },
};
