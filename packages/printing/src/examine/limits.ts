import type { ProcessId } from '@neurofab/printers';

/** From where on something is worth a word, and why there. */
export interface Limit {
  readonly value: number;
  /** Beyond it, what is a warning before is an error. */
  readonly error?: number;
  /** A page, or how it was found out. */
  readonly source: string;
  /** Where the owner of the printer found it out. */
  readonly isOwn?: true;
}

type LimitName =
  | 'thinConnections'
  | 'narrowContact'
  | 'fewSides'
  | 'slenderConnection'
  | 'bridge'
  | 'thinPosts'
  | 'slenderPost'
  | 'loosePegs'
  | 'tightPegs'
  | 'highLayers'
  | 'wholeLayers'
  | 'islands'
  | 'overhang'
  | 'littleContact'
  | 'tipsOver'
  | 'closedHollows'
  | 'thinWalls';

const MEASURED = 'measured on slices, docs/printing.md';
const PIN_GUIDE = 'https://arti90.com/en/design-clues/';

/** The limits of findings, in the units of their values. */
export const LIMITS: Readonly<Record<LimitName, Limit>> = {
  /** In diameters a connection needs: at half of it filament is a single line, and powder falls apart. */
  thinConnections: { value: 1, error: 0.5, source: 'two lines side by side, docs/printing.md' },
  /** In nozzles: two lines of 1.125 nozzles side by side hold on to the bed. */
  narrowContact: { value: 2.25, source: MEASURED },
  /** Of circles: with 3, 5, 6 or 7 some flanks lean out by more than 45°. */
  fewSides: { value: 8, source: MEASURED },
  /** Held at both ends, 5 N in the middle break PLA of 30 MPa that is 2 mm thick and 20 times as long. */
  slenderConnection: { value: 20, source: 'arithmetic of sections, docs/printing.md' },
  /** Millimetres: filament sags from the first on, and falls from the second. */
  bridge: {
    value: 10,
    error: 25,
    source: 'https://novalab3d.com/blog/overhangs-bridges-supports-fdm-design',
  },
  /** Millimetres: the least pin of filament. */
  thinPosts: { value: 3, source: PIN_GUIDE },
  slenderPost: { value: 15, source: 'arithmetic of sections, docs/printing.md' },
  /** Degrees: 6 mm of depth hold a peg with 0.2 mm of room on each side to 3.8°. */
  loosePegs: { value: 4, source: 'arithmetic of sockets, docs/printing.md' },
  /** Millimetres on each side: lines of filament are not laid down more exactly. */
  tightPegs: { value: 0.1, source: MEASURED },
  /** In nozzles: higher layers hold badly on those below, and those as high as the nozzle is wide not at all. */
  highLayers: { value: 0.8, error: 1, source: 'https://help.prusa3d.com/article/layers-and-perimeters_1748' },
  /** In radii of the thinnest connection: no layer of that height is too high for the deepest cut. */
  wholeLayers: { value: 0.7, source: MEASURED },
  islands: { value: 0, source: MEASURED },
  /** Square millimetres beyond 45°, less than raster and rounding make of flanks that are just less steep. */
  overhang: { value: 1, source: PIN_GUIDE },
  /** Square millimetres of a piece's first layer. */
  littleContact: { value: 100, source: MEASURED },
  /** Degrees: a nozzle pushes harder than a finger. */
  tipsOver: { value: 10, error: 6, source: 'arithmetic of volumes, docs/printing.md' },
  /** Cubic millimetres that are thinner than a nozzle, which lays down no line that thin. */
  thinWalls: { value: 1, source: 'the width of a line, docs/printing.md' },
  closedHollows: {
    value: 0,
    source: 'https://i.materialise.com/3d-printing-materials/gray-resin/design-guide',
  },
};

/** Where what the other processes need is from. */
export const THINNEST_SOURCES: Partial<Record<ProcessId, string>> = {
  resin: 'https://addema.se/guides-sla/?lang=en',
  powder: 'https://addema.se/guides-sls/?lang=en',
};

/** The least gap between connections: a nozzle of filament in millimetres; between beams of powder 1 mm. Resin needs no more than it draws. */
export const LEAST_GAPS: Readonly<Record<ProcessId, Limit | undefined>> = {
  fdm: { value: 0.4, source: 'the width of a line, docs/printing.md' },
  resin: undefined,
  powder: {
    value: 1,
    source: 'https://solidlines.no/en/3d-printing-on-demand/design-guide-2/design-guide-mjf-2/',
  },
};
