import type { Network } from './network.ts';
import type { Drawing } from './thickness.ts';

/** What is drawn of a network that is not drawn whole, in sentences without a full stop at the end; `undefined` for one that is. */
export function shownInWords({ layers }: Network, drawing: Drawing | undefined): string | undefined {
  const sentences = [...nodesInWords(layers), ...connectionsInWords(layers, drawing)];
  return sentences.length === 0 ? undefined : sentences.join('. ');
}

function nodesInWords(layers: Network['layers']): string[] {
  const partly = layers.flatMap(({ label, size, drawn }) =>
    drawn === size ? [] : [`${drawn} of ${size} of ${label}`],
  );
  return partly.length === 0 ? [] : [`Nodes drawn: ${partly.join(', ')}`];
}

function connectionsInWords(layers: Network['layers'], drawing: Drawing | undefined): string[] {
  if (drawing === undefined) return [];
  const { gaps, from, to } = drawing;
  const counts = gaps.map(({ drawn, connections }) => `${drawn} of ${connections}`).join(', ');
  const shares = gaps.map(({ shareOfWeight }) => Math.round(100 * shareOfWeight)).join(', ');
  const spared = gaps.reduce((sum, gap) => sum + gap.spared, 0);
  const nodes = layers.reduce((sum, { drawn }) => sum + drawn, 0);
  const lone = nodes - new Set([...from, ...to]).size;
  return [
    `Connections drawn: ${counts} (${shares} % of their weight)`,
    'Twice the weight is twice the area, compared within one gap',
    ...(spared === 0 ? [] : [`${spared} drawn thicker than the weight asks, so that no node stands alone`]),
    ...(lone === 0 ? [] : [`Nodes without any connection: ${lone}`]),
  ];
}
