import { cleanName, type Scene, VERSION } from '@neurofab/core';

/** Comments that say what the file is and how to use it. */
export function headerSource({ source: spec }: Scene): string {
  return `// ${inComment(spec.name)}
//
// A neural network to print, as parametric OpenSCAD source. Written by Neurofab ${VERSION}.
//
// Open this file in OpenSCAD, change the parameters in the Customizer, render (F6) and export (F7).
// Recent versions take seconds with the Manifold backend (Preferences > Advanced). Version 2021.01
// takes very much longer: set "segments" to 8 there.
//
// Lengths are millimetres, +Z is up. A size of 0 is automatic: it follows from the others as it does
// in Neurofab. Any other size stays what it is, whatever else changes.
`;
}

/** A name as part of a line comment. The marks of block comments are broken up: some customizers look for their groups in any text. */
function inComment(name: string): string {
  return cleanName(name).replace(/\/(?=\*)|\*(?=\/)/g, '$& ');
}
