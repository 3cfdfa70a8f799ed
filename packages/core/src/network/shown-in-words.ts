import type { DrawnShare } from './drawn-share.ts';

/** What is drawn of a network, in sentences without a full stop at the end. */
export function shownInWords({ layers, gaps, lone }: DrawnShare): string {
  return [...nodesInWords(layers), ...(gaps === undefined ? [] : connectionsInWords(gaps, lone))].join('. ');
}

function nodesInWords(layers: DrawnShare['layers']): string[] {
  const partly = layers.flatMap(({ label, size, drawn }) =>
    drawn === size ? [] : [`${drawn} of ${size} of ${label}`],
  );
  return partly.length === 0 ? [] : [`Nodes drawn: ${partly.join(', ')}`];
}

function connectionsInWords(gaps: NonNullable<DrawnShare['gaps']>, lone: number): string[] {
  const counts = gaps.map(({ drawn, connections }) => `${drawn} of ${connections}`).join(', ');
  const shares = gaps.map(({ shareOfWeight }) => Math.round(100 * shareOfWeight)).join(', ');
  const spared = gaps.reduce((sum, gap) => sum + gap.spared, 0);
  return [
    `Connections drawn: ${counts} (${shares} % of their weight)`,
    'Twice the weight is twice the area, compared within one gap',
    ...(spared === 0 ? [] : [`${spared} drawn thicker than the weight asks, so that no node stands alone`]),
    ...(lone === 0 ? [] : [`Nodes without any connection: ${lone}`]),
  ];
}
