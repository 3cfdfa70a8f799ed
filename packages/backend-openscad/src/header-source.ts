import { type NetworkSpec, VERSION } from '@neurofab/core';
import { described } from '@neurofab/core/internal';
import { inComment } from './in-comment.ts';
import type { SourceModel } from './source-model.ts';

/** Comments that say what the file is, what it shows and how to use it. */
export function headerSource({ scene, spec, layersText, weights }: SourceModel): string {
  // Tables name their layers themselves.
  const names = layersText === undefined || weights !== undefined ? [] : layerNames(spec);
  return `// ${inComment(scene.title)}
//
// A neural network to print, as parametric OpenSCAD source. Written by Neurofab ${VERSION}.
//
${lines([...described(scene).split('. '), ...names])}
//
// Open this file in OpenSCAD, change the parameters in the Customizer, render (F6) and export (F7).
// Recent versions take seconds with the Manifold backend (Preferences > Advanced). Version 2021.01
// takes very much longer: set "segments" to 8 there.${weights === undefined ? '' : WEIGHTS}
//
// Lengths are millimetres, +Z is up. A size of 0 is automatic: it follows from the others as it does
// in Neurofab. Any other size stays what it is, whatever else changes.
`;
}

const WEIGHTS = ` The weights are the table below the
// parameters: change one, and its connection grows or goes.`;

function layerNames({ layers }: NetworkSpec): string[] {
  const names = layers.map((layer) => (typeof layer === 'number' ? undefined : layer.name));
  if (names.every((name) => name === undefined)) return [];
  return [`Names of layers: ${names.map((name, i) => name ?? `layer ${i + 1}`).join(', ')}`];
}

function lines(sentences: readonly string[]): string {
  return sentences.map((sentence) => `// ${inComment(sentence)}.`).join('\n');
}
