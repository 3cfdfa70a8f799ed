export { BRAILLE_SIZES, type BrailleCells, type BrailleSizes, brailleOf } from './braille/braille-of.ts';
export { bundledFont } from './bundled/bundled-font.ts';
export { FontError } from './font-error.ts';
export { leastStroke } from './least-stroke.ts';
export { type Font, openFont } from './open-font.ts';
export { type Lettering, outlineOf, outlineOfRings, type Polygon } from './outline-of.ts';
